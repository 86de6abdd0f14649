import type { FieldValue } from '../../data/types.ts';
import type {
    ObjectAccess,
    OrgClient,
    QueriedRecord,
    RestError,
    UserContext
} from '../orgClient.ts';
import { displayValue } from './displayValue.ts';
import { nameFieldOf, ObjectCatalog } from './fieldPaths.ts';
import type { ResolvedField } from './fieldPaths.ts';
import { isFieldPath } from './identifiers.ts';

/** A record as the UI API gives it: each field with its value and display value. */
export interface RecordRepresentation {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldRepresentation>>;
    readonly lastModifiedDate: FieldValue;
    readonly systemModstamp: FieldValue;
    readonly recordTypeId: FieldValue;
    readonly recordTypeInfo: null;
    readonly childRelationships: Readonly<Record<string, never>>;
}

export interface FieldRepresentation {
    readonly value: FieldValue | RecordRepresentation;
    readonly displayValue: string | null;
}

export interface Failure {
    readonly status: number;
    readonly error: RestError;
}

export type Outcome<T> = { readonly value: T } | { readonly failure: Failure };

/** Reads records with requested fields in user mode. One instance serves one request. */
export class RecordReader {
    readonly catalog: ObjectCatalog;
    readonly #org: OrgClient;
    readonly #user: UserContext;

    constructor(org: OrgClient, user: UserContext) {
        this.#org = org;
        this.#user = user;
        this.catalog = new ObjectCatalog(org, user.id);
    }

    /** One record. `fields` must all be readable; `optionalFields` are left out when not. */
    async record(
        object: ObjectAccess,
        recordId: string,
        fields: readonly string[],
        optionalFields: readonly string[]
    ): Promise<Outcome<RecordRepresentation>> {
        const resolved = await this.resolve(object, fields, optionalFields);
        if ('failure' in resolved) return resolved;
        const where = `Id = '${recordId}'`;
        const found = await this.select(object, resolved.value, { where, limit: 1 });
        if ('failure' in found) return found;
        const [record] = found.value;
        return record ? { value: record } : { failure: NOT_FOUND };
    }

    /** Field names and paths of an object (`Name` or `Account.Name` with the object's own name). */
    async resolve(
        object: ObjectAccess,
        fields: readonly string[],
        optionalFields: readonly string[] = []
    ): Promise<Outcome<readonly ResolvedField[]>> {
        const required = fields.map((name) => withoutObject(name, object));
        const optional = optionalFields.map((name) => withoutObject(name, object));
        const found = await Promise.all(required.map((name) => this.#find(object, name)));
        const missing = required.filter((_, index) => !found[index]);
        if (missing.length > 0) return { failure: invalidField(missing, object) };
        const extra = await Promise.all(optional.map((name) => this.#find(object, name)));
        return { value: unique([...found, ...extra].filter((field) => field !== undefined)) };
    }

    async #find(object: ObjectAccess, path: string): Promise<ResolvedField | undefined> {
        return isFieldPath(path) ? this.catalog.field(object, path) : undefined;
    }

    async select(
        object: ObjectAccess,
        fields: readonly ResolvedField[],
        clauses: {
            readonly where?: string;
            readonly orderBy?: string;
            readonly limit?: number;
            readonly offset?: number;
        }
    ): Promise<Outcome<readonly RecordRepresentation[]>> {
        const columns = await this.#columns(object, fields);
        const soql = [
            `SELECT ${columns.join(', ')} FROM ${object.schema.name}`,
            clauses.where ? `WHERE ${clauses.where}` : '',
            clauses.orderBy ? `ORDER BY ${clauses.orderBy}` : '',
            clauses.limit === undefined ? '' : `LIMIT ${clauses.limit}`,
            clauses.offset ? `OFFSET ${clauses.offset}` : ''
        ];
        const outcome = await this.#org.query(this.#user.id, soql.filter(Boolean).join(' '));
        if ('error' in outcome) return { failure: { status: 400, error: outcome.error } };
        const records = outcome.records.map((record) => this.#represent(record, fields));
        return { value: await Promise.all(records) };
    }

    /** Names of parents come along with lookups, as the page shows those. */
    async #columns(
        object: ObjectAccess,
        fields: readonly ResolvedField[]
    ): Promise<readonly string[]> {
        const stamps = ['LastModifiedDate', 'SystemModstamp'].filter((name) =>
            object.readableFields.includes(name)
        );
        return [...new Set(['Id', ...stamps, ...fields.map(({ path }) => path)])];
    }

    async #represent(
        record: QueriedRecord,
        fields: readonly ResolvedField[]
    ): Promise<RecordRepresentation> {
        const own = fields.filter(({ path }) => !path.includes('.'));
        const entries: [string, FieldRepresentation][] = own.map(({ path, field }) => {
            const value = scalar(record.values[path]);
            return [path, { value, displayValue: displayValue(value, field, this.#user) }];
        });
        for (const [relationship, nested] of groupByParent(fields)) {
            entries.push([relationship, await this.#parentField(record, relationship, nested)]);
        }
        const { values } = record;
        return {
            apiName: record.type,
            id: String(values['Id']),
            fields: Object.fromEntries(entries),
            lastModifiedDate: scalar(values['LastModifiedDate']),
            systemModstamp: scalar(values['SystemModstamp']),
            recordTypeId: null,
            recordTypeInfo: null,
            childRelationships: {}
        };
    }

    async #parentField(
        record: QueriedRecord,
        relationship: string,
        nested: readonly ResolvedField[]
    ): Promise<FieldRepresentation> {
        const parent = record.values[relationship];
        if (!isQueriedRecord(parent)) return { value: null, displayValue: null };
        const value = await this.#represent(parent, nested);
        const object = await this.catalog.object(parent.type);
        const name = object && value.fields[nameFieldOf(object)]?.value;
        return { value, displayValue: typeof name === 'string' ? name : null };
    }
}

export const NOT_FOUND: Failure = {
    status: 404,
    error: { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }
};

function invalidField(names: readonly string[], { schema }: ObjectAccess): Failure {
    const fields = names.map((name) => `${schema.name}.${name}`).join(', ');
    const message = `No such column or insufficient access: ${fields}`;
    return { status: 400, error: { errorCode: 'INVALID_FIELD', message } };
}

function withoutObject(name: string, { schema }: ObjectAccess): string {
    const prefix = `${schema.name}.`.toLowerCase();
    const isOwn = name.toLowerCase().startsWith(prefix);
    return isOwn ? name.slice(prefix.length) : name;
}

function unique(fields: readonly ResolvedField[]): readonly ResolvedField[] {
    return [...new Map(fields.map((field) => [field.path, field])).values()];
}

function groupByParent(
    fields: readonly ResolvedField[]
): ReadonlyMap<string, readonly ResolvedField[]> {
    const groups = new Map<string, ResolvedField[]>();
    for (const { path, field } of fields.filter((candidate) => candidate.path.includes('.'))) {
        const [relationship = '', ...rest] = path.split('.');
        const group = groups.get(relationship) ?? [];
        groups.set(relationship, [...group, { path: rest.join('.'), field }]);
    }
    return groups;
}

export function isQueriedRecord(
    value: QueriedRecord['values'][string] | undefined
): value is QueriedRecord {
    return typeof value === 'object' && value !== null && 'type' in value;
}

function scalar(value: QueriedRecord['values'][string] | undefined): FieldValue {
    return typeof value === 'object' || value === undefined ? null : value;
}
