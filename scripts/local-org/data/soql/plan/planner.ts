import type { ObjectAction } from '../../access/permissions.ts';
import type { RecordAccess } from '../../access/sharing.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../../schema/types.ts';
import type { SqlValue } from '../../store/connection.ts';
import type { Tables } from '../../store/tables.ts';
import type { Calendar } from '../../time/dateLiterals.ts';
import type { AccessContext, Binds } from '../../types.ts';
import type { AccessMode } from '../ast.ts';

/** The user for whom a query runs, as far as results depend on it. */
export interface QueryUser {
    readonly id: string;
    /** IANA name. */
    readonly timeZone: string;
    /** `fr_FR`. */
    readonly locale: string;
}

/** What the access rules add to a query. */
export interface QueryRules {
    /** SQL that is true for the rows of an alias that the user has this access to; null for all. */
    rowsSql(
        object: ObjectSchema,
        alias: string,
        userId: string,
        access: RecordAccess
    ): string | null;
    can(userId: string, object: ObjectSchema, action: ObjectAction): boolean;
    canReadField(userId: string, object: ObjectSchema, field: FieldSchema): boolean;
}

/** The SQL of a formula field, given how its references become columns. */
export type FormulaSql = (
    object: ObjectSchema,
    field: FieldSchema,
    column: (path: readonly string[]) => string,
    planner: Planner
) => string;

/** All that turning a query into SQL depends on. */
export interface PlannerInput {
    readonly schema: Schema;
    readonly tables: Tables;
    readonly rules: QueryRules;
    readonly formulaSql: FormulaSql;
    readonly user: QueryUser;
    readonly calendar: Calendar;
    readonly now: number;
    readonly context: AccessContext;
    readonly binds: Binds;
    /** The query's own mode, which goes over the caller's. */
    readonly mode: AccessMode | null;
}

/** Collects parameters, aliases and touched fields while a query becomes SQL. */
export class Planner {
    readonly input: PlannerInput;
    readonly #parameters: SqlValue[] = [];
    readonly #fields = new Map<string, { object: ObjectSchema; fields: Set<FieldSchema> }>();
    #aliases = 0;

    constructor(input: PlannerInput) {
        this.input = input;
    }

    /** A placeholder for a value. */
    parameter(value: SqlValue): string {
        this.#parameters.push(value);
        return `?${this.#parameters.length}`;
    }

    /** The values for a statement: up to the last one that it mentions. */
    valuesFor(sql: string): readonly SqlValue[] {
        const mentioned = [...sql.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number));
        return this.#parameters.slice(0, Math.max(0, ...mentioned));
    }

    newAlias(): string {
        this.#aliases += 1;
        return `t${this.#aliases}`;
    }

    /** Remembers that the query touches a field, for field-level security. */
    touch(object: ObjectSchema, field: FieldSchema | null): void {
        const known = this.#fields.get(object.name) ?? { object, fields: new Set<FieldSchema>() };
        this.#fields.set(object.name, known);
        if (field !== null) {
            known.fields.add(field);
        }
    }

    touched(): Iterable<{
        readonly object: ObjectSchema;
        readonly fields: ReadonlySet<FieldSchema>;
    }> {
        return this.#fields.values();
    }

    /** True when rows that the user can't see are left out. */
    get enforcesSharing(): boolean {
        const { context, mode } = this.input;
        return mode === 'user' || (mode === null && context.mode === 'user') || context.sharing;
    }

    /** True when objects and fields that the user can't read are refused. */
    get enforcesFields(): boolean {
        const { context, mode } = this.input;
        return (
            mode === 'user' ||
            mode === 'securityEnforced' ||
            (mode === null && context.mode === 'user')
        );
    }
}
