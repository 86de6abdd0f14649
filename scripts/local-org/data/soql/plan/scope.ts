import type { FieldSchema, ObjectSchema } from '../../schema/types.ts';
import { isStored } from '../../store/columns.ts';
import { quoted } from '../../store/connection.ts';
import type { FieldPath, FromItem } from '../ast.ts';
import { malformed, noSuchColumn, noSuchObject, noSuchRelationship } from '../messages.ts';
import { compoundSql } from './compoundSql.ts';
import type { Planner } from './planner.ts';
import { mixedFieldSql, recordTypeSql } from './polymorphic.ts';
import { accessFieldSql } from './recordAccess.ts';

/** Parent relationships that a path may follow, at most. */
const MAX_PARENTS = 5;

/** A record that paths start from: a row of a table, or one of several objects' rows by its id. */
export type Node =
    | RowNode
    | {
          readonly kind: 'mixed';
          /** The platform's pseudo-object `Name`, which has what such records share. */
          readonly object: ObjectSchema;
          readonly idSql: string;
          readonly targets: readonly string[];
      }
    /** What the running user may do with a row: `UserRecordAccess.HasEditAccess`. */
    | { readonly kind: 'access'; readonly object: ObjectSchema; readonly of: RowNode };

export type RowNode = {
    readonly kind: 'row';
    readonly object: ObjectSchema;
    readonly alias: string;
};

/** A field that a path leads to. */
export interface Column {
    readonly sql: string;
    readonly object: ObjectSchema;
    readonly field: FieldSchema;
}

/** A parent on the way of a path. */
export interface Hop {
    readonly relationship: string;
    readonly lookup: FieldSchema;
    readonly node: Node;
}

/** The FROM clause of one query: its object, and a join for each parent that it mentions. */
export class Scope {
    readonly root: RowNode;
    readonly #planner: Planner;
    readonly #joins: string[] = [];
    readonly #hops = new Map<string, Hop>();
    readonly #names = new Map<string, FieldPath>();

    constructor(planner: Planner, object: ObjectSchema, from: readonly FromItem[]) {
        this.#planner = planner;
        this.root = { kind: 'row', object, alias: planner.newAlias() };
        from.forEach((item, index) => this.#name(item, index === 0));
        planner.touch(object, null);
    }

    /** `"Account" t1 LEFT JOIN …` */
    fromSql(): string {
        const { sqlName } = this.#planner.input.tables.get(this.root.object.name);
        return [`${sqlName} ${this.root.alias}`, ...this.#joins].join(' ');
    }

    /** The parents of a path that ends in a field, and the field. */
    resolve(path: FieldPath): { readonly hops: readonly Hop[]; readonly column: Column } {
        const own = this.#ownPath(path);
        const hops = this.hops(own.slice(0, -1));
        const node = hops.at(-1)?.node ?? this.root;
        return { hops, column: this.column(node, own.at(-1) ?? '') };
    }

    /** The parents that a path of relationships leads through. */
    hops(path: FieldPath): readonly Hop[] {
        if (path.length > MAX_PARENTS) {
            throw malformed(
                `Relationship path ${path.join('.')} has more than ${MAX_PARENTS} levels`
            );
        }
        return this.#walk(this.root, path, '');
    }

    /** A field of a record. */
    column(node: Node, fieldName: string): Column {
        const field = this.#planner.input.schema.field(node.object.name, fieldName);
        if (field === undefined) {
            throw noSuchColumn(fieldName, node.object.name);
        }
        this.#planner.touch(node.object, field);
        return { sql: this.fieldSql(node, field), object: node.object, field };
    }

    /** The SQL of a field, without regard to the user's access. */
    fieldSql(node: Node, field: FieldSchema): string {
        if (node.kind === 'mixed') {
            return mixedFieldSql(node, field.name, this.#planner);
        }
        if (node.kind === 'access') {
            return accessFieldSql(node.of, field.name, this.#planner);
        }
        if (isStored(field)) {
            return `${node.alias}.${quoted(field.name)}`;
        }
        return field.formula === null
            ? compoundSql(node.object, field, node.alias)
            : this.#formulaSql(node, field);
    }

    #formulaSql(node: RowNode, field: FieldSchema): string {
        const reference = (path: FieldPath) => {
            // Its joins start at the formula's record, which may itself be a parent.
            const lookups = this.#walk(node, path.slice(0, -1), `${node.alias}:`);
            const last = lookups.at(-1)?.node ?? node;
            const found = this.#planner.input.schema.field(last.object.name, path.at(-1) ?? '');
            if (found === undefined) {
                throw noSuchColumn(path.join('.'), node.object.name);
            }
            return this.fieldSql(last, found);
        };
        return this.#planner.input.formulaSql(node.object, field, reference, this.#planner);
    }

    /** @param prefix of the key under which a parent of the path is joined once */
    #walk(start: RowNode, path: FieldPath, prefix: string): readonly Hop[] {
        const hops: Hop[] = [];
        path.forEach((relationship, index) => {
            const node = hops.at(-1)?.node ?? start;
            const way = path.slice(0, index + 1).join('.');
            hops.push(this.#hop(node, relationship, `${prefix}${way.toLowerCase()}`));
        });
        return hops;
    }

    #name(item: FromItem, isRoot: boolean): void {
        const target = isRoot ? [] : this.#ownPath(item.path);
        if (item.alias !== null) {
            this.#names.set(item.alias.toLowerCase(), target);
        }
    }

    /** The path without an alias or the object's own name in front. */
    #ownPath(path: FieldPath): FieldPath {
        const [first = '', ...rest] = path;
        const named = this.#names.get(first.toLowerCase());
        if (named !== undefined && rest.length > 0) {
            return [...named, ...rest];
        }
        const { object } = this.root;
        const isParent = this.#planner.input.schema.parentField(object.name, first) !== undefined;
        const isSelf = first.toLowerCase() === object.name.toLowerCase();
        return isSelf && !isParent && rest.length > 0 ? rest : path;
    }

    #hop(node: Node, relationship: string, key: string): Hop {
        const known = this.#hops.get(key);
        if (known !== undefined) {
            return known;
        }
        if (relationship.toLowerCase() === 'userrecordaccess' && node.kind === 'row') {
            return this.#accessHop(node);
        }
        const lookup = this.#planner.input.schema.parentField(node.object.name, relationship);
        if (lookup === undefined) {
            throw noSuchRelationship(relationship, 'field path');
        }
        this.#planner.touch(node.object, lookup);
        const hop: Hop = {
            relationship: lookup.relationshipName ?? relationship,
            lookup,
            node: this.#parent(this.fieldSql(node, lookup), lookup)
        };
        this.#hops.set(key, hop);
        return hop;
    }

    #accessHop(node: RowNode): Hop {
        const { schema } = this.#planner.input;
        const object = schema.object('UserRecordAccess');
        const lookup = schema.field(node.object.name, 'Id');
        if (object === undefined || lookup === undefined) {
            throw noSuchRelationship('UserRecordAccess', 'field path');
        }
        return { relationship: object.name, lookup, node: { kind: 'access', object, of: node } };
    }

    #parent(idSql: string, lookup: FieldSchema): Node {
        const [target = '', ...others] = lookup.referenceTo;
        const { schema, tables } = this.#planner.input;
        const object = schema.object(others.length > 0 ? 'Name' : target);
        if (object === undefined) {
            throw noSuchObject(target);
        }
        if (others.length > 0) {
            return { kind: 'mixed', object, idSql, targets: lookup.referenceTo };
        }
        this.#planner.touch(object, null);
        const alias = this.#planner.newAlias();
        this.#joins.push(
            `LEFT JOIN ${tables.get(object.name).sqlName} ${alias} ON ${alias}.Id = ${idSql}`
        );
        return { kind: 'row', object, alias };
    }
}

/** The SQL of a record's id, which tells whether the record is there. */
export function idSql(node: Node): string {
    switch (node.kind) {
        case 'row':
            return `${node.alias}.Id`;
        case 'mixed':
            return node.idSql;
        case 'access':
            return `${node.of.alias}.Id`;
    }
}

/** The SQL of the object name of a record. */
export function typeSql(node: Node): string | null {
    return node.kind === 'mixed' ? recordTypeSql(node.idSql) : null;
}
