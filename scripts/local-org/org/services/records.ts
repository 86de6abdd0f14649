import { DmlFailure, QueryError } from '../../data/errors.ts';
import { parseSoql } from '../../data/soql/parse.ts';
import type { AccessContext, DmlError, ResultRow, ResultRows } from '../../data/types.ts';
import type { FieldValue } from '../../data/types.ts';
import type {
    DmlOutcome,
    ObjectAccess,
    QueriedRecord,
    QueryOutcome,
    RecordWrite,
    RestError
} from '../../server/orgClient.ts';
import { runTransaction } from '../../apex/execution.ts';
import type { OrgServices } from '../clientTypes.ts';
import type { LocalOrg } from '../localOrg.ts';

/** Records for the UI API and the REST API, always in user mode. */
export function recordServices(
    org: LocalOrg
): Pick<OrgServices, 'describeObject' | 'objectOfKeyPrefix' | 'query' | 'write'> {
    return {
        query: (userId, soql) => query(org, userId, soql),
        write: (userId, request) => write(org, userId, request),
        describeObject: (userId, objectName) => describeObject(org, userId, objectName),
        objectOfKeyPrefix: (prefix) => org.database.schema.objectOfId(prefix)?.name
    };
}

function userMode(userId: string): AccessContext {
    return { userId, mode: 'user', sharing: true };
}

function query({ database }: LocalOrg, userId: string, soql: string): QueryOutcome {
    try {
        const { rows } = database.query(parseSoql(soql), {}, userMode(userId));
        return { records: rows.map(toQueried) };
    } catch (error) {
        if (error instanceof QueryError) {
            return { error: { errorCode: 'MALFORMED_QUERY', message: error.message } };
        }
        throw error;
    }
}

function toQueried({ type, values }: ResultRow): QueriedRecord {
    return {
        type,
        values: Object.fromEntries(
            Object.entries(values).map(([name, value]) => [name, toQueriedValue(value)])
        )
    };
}

function toQueriedValue(
    value: FieldValue | ResultRow | ResultRows
): FieldValue | QueriedRecord | readonly QueriedRecord[] {
    if (value === null || typeof value !== 'object') {
        return value;
    }
    return 'rows' in value ? value.rows.map(toQueried) : toQueried(value);
}

/** In a transaction, so that triggers run as they would for a user's own change. */
function write(org: LocalOrg, userId: string, request: RecordWrite): DmlOutcome {
    const { operation, objectApiName: type, recordId, values } = request;
    const row = { type, values: recordId === null ? values : { ...values, Id: recordId } };
    try {
        const { value } = runTransaction(org.apex, { userId, quiddity: 'SYNCHRONOUS' }, () =>
            org.database.dml({ operation, rows: [row], allOrNone: true }, userMode(userId))
        );
        return { id: value[0]?.id ?? recordId ?? '' };
    } catch (error) {
        if (error instanceof DmlFailure) {
            return {
                status: 400,
                errors: error.failures.flatMap(({ errors }) => errors.map(toRestError))
            };
        }
        throw error;
    }
}

function toRestError({ statusCode, message, fields }: DmlError): RestError {
    return { errorCode: statusCode, message, fields };
}

function describeObject(
    { database, platform }: LocalOrg,
    userId: string,
    objectName: string
): ObjectAccess | undefined {
    const schema = platform.pages.object(userId, objectName);
    const access = schema && database.access.object(userId, schema.name);
    if (!schema || !access?.read) {
        return undefined;
    }
    const fields = schema.fields.map(({ name }) => ({
        name,
        grant: database.access.field(userId, schema.name, name)
    }));
    return {
        schema,
        createable: schema.createable && access.create,
        updateable: schema.updateable && access.update,
        deletable: schema.deletable && access.delete,
        readableFields: fields.filter(({ grant }) => grant.read).map(({ name }) => name),
        editableFields: fields.filter(({ grant }) => grant.edit).map(({ name }) => name)
    };
}
