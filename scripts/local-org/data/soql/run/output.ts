import type { FieldSchema } from '../../schema/types.ts';
import type { SqlValue } from '../../store/connection.ts';
import { fromSql } from '../../store/columns.ts';
import type { FieldValue, ResultRow, ResultRows } from '../../types.ts';
import { idSql, typeSql, type Hop, type Node } from '../plan/scope.ts';

/** Turns a column's content into what the caller gets. */
export type Decode = (value: SqlValue) => FieldValue;

interface Leaf {
    readonly name: string;
    readonly at: number;
    readonly decode: Decode;
}

interface Branch {
    readonly leaves: Map<string, Leaf>;
    readonly parents: Map<string, Branch>;
    readonly idAt: number;
    readonly typeAt: number | null;
    readonly objectName: string;
}

/** What a list of SQL columns means: fields of the record and of its parents. */
export class RecordShape {
    readonly columns: string[] = [];
    readonly #root: Branch;

    constructor(root: Node) {
        this.#root = this.#branch(root);
    }

    /** Adds a field of the record, or of the parent that the hops lead to. */
    add(hops: readonly Hop[], name: string, sql: string, decode: Decode): void {
        const branch = this.parent(hops);
        if (!branch.leaves.has(name)) {
            branch.leaves.set(name, { name, at: this.#column(sql), decode });
        }
    }

    /** Makes sure that a parent comes with the record, with its lookup field. */
    parent(hops: readonly Hop[]): Branch {
        let branch = this.#root;
        for (const hop of hops) {
            branch = branch.parents.get(hop.relationship) ?? this.#grow(branch, hop);
        }
        return branch;
    }

    /** The record of a row of these columns. */
    read(row: readonly SqlValue[], extra: Readonly<Record<string, ResultRows>> = {}): ResultRow {
        return record(this.#root, row, extra);
    }

    #grow(branch: Branch, hop: Hop): Branch {
        const grown = this.#branch(hop.node);
        branch.parents.set(hop.relationship, grown);
        branch.leaves.set(hop.lookup.name, {
            name: hop.lookup.name,
            at: grown.idAt,
            decode: asIs
        });
        return grown;
    }

    #branch(node: Node): Branch {
        const type = typeSql(node);
        const idAt = this.#column(idSql(node));
        return {
            leaves: new Map([['Id', { name: 'Id', at: idAt, decode: asIs }]]),
            parents: new Map(),
            idAt,
            typeAt: type === null ? null : this.#column(type),
            objectName: node.object.name
        };
    }

    #column(sql: string): number {
        const known = this.columns.indexOf(sql);
        return known >= 0 ? known : this.columns.push(sql) - 1;
    }
}

/** Decodes a plain field. */
export function plainDecode(field: FieldSchema): Decode {
    return field.type === 'boolean' ? (value) => fromSql(field, value) : asIs;
}

function asIs(value: SqlValue): FieldValue {
    return value;
}

function record(
    branch: Branch,
    row: readonly SqlValue[],
    extra: Readonly<Record<string, ResultRows>>
): ResultRow {
    const values: Record<string, FieldValue | ResultRow | ResultRows> = {};
    for (const { name, at, decode } of branch.leaves.values()) {
        values[name] = decode(row[at] ?? null);
    }
    for (const [relationship, parent] of branch.parents) {
        values[relationship] = row[parent.idAt] == null ? null : record(parent, row, {});
    }
    const type = branch.typeAt === null ? branch.objectName : String(row[branch.typeAt]);
    return { type, values: { ...values, ...extra } };
}
