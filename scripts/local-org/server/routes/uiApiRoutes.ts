import { bodyJson } from '../http/request.ts';
import { json, noContent, notFound, restError, restErrors } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { ObjectAccess, OrgClient, RecordWrite } from '../orgClient.ts';
import type { Services } from '../services.ts';
import { isApiName, isRecordId, toLongId } from '../uiapi/identifiers.ts';
import { objectInfo, picklistValues } from '../uiapi/objectInfo.ts';
import { queryResult } from '../uiapi/queryResult.ts';
import type { Failure, Outcome } from '../uiapi/records.ts';
import { RecordReader } from '../uiapi/records.ts';
import { writableValues } from '../uiapi/recordWrites.ts';

const DATA = '/services/data/{version}';
const UI = `${DATA}/ui-api`;

/** Records and object descriptions in the shapes of Salesforce's REST and UI API. */
export function uiApiRoutes({ org }: Services): readonly Route[] {
    const route = (
        method: string,
        path: string,
        handle: (request: UserRequest, org: OrgClient) => Promise<HttpResponse>
    ): Route => ({
        access: 'api',
        method,
        path,
        handle: async (request) =>
            /^v\d\d\.0$/.test(request.params['version'] ?? '') ? handle(request, org) : notFound()
    });
    return [
        route('GET', `${DATA}/query`, query),
        route('GET', `${UI}/records/{id}`, getRecord),
        route('POST', `${UI}/records`, createRecord),
        route('PATCH', `${UI}/records/{id}`, updateRecord),
        route('DELETE', `${UI}/records/{id}`, deleteRecord),
        route('GET', `${UI}/object-info/{object}`, getObjectInfo),
        route('GET', `${UI}/object-info/{object}/picklist-values/{type}/{field}`, getPicklist),
        route('GET', `${UI}/related-list-records/{id}/{list}`, getRelatedList)
    ];
}

async function query({ query: search, user, params }: UserRequest, org: OrgClient) {
    const soql = search.get('q');
    if (!soql) return restError(400, 'MALFORMED_QUERY', 'The parameter q is missing');
    const outcome = await org.query(user.id, soql);
    if ('error' in outcome) return restErrors(400, [outcome.error]);
    return json(queryResult(outcome.records, params['version'] ?? ''));
}

interface Target {
    readonly id: string;
    readonly object: ObjectAccess;
}

/** The record's object as the user sees it; never tells an unknown id from a forbidden one. */
async function findTarget(
    { params, user }: UserRequest,
    org: OrgClient
): Promise<Target | undefined> {
    const id = params['id'] ?? '';
    if (!isRecordId(id)) return undefined;
    const name = await org.objectOfKeyPrefix(id.slice(0, 3));
    const object = name === undefined ? undefined : await org.describeObject(user.id, name);
    return object && { id: toLongId(id), object };
}

async function getRecord(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const target = await findTarget(request, org);
    if (!target) return notFound();
    const { query: search, user } = request;
    const fields = listOf(search.get('fields'));
    const layout = await layoutFields(search.get('layoutTypes'), target.object, user.id, org);
    const optional = [...listOf(search.get('optionalFields')), ...layout];
    if (fields.length + optional.length === 0) {
        return restError(
            400,
            'ILLEGAL_QUERY_PARAMETER_VALUE',
            'Specify fields, optionalFields or layoutTypes'
        );
    }
    const reader = new RecordReader(org, user);
    return answer(await reader.record(target.object, target.id, fields, optional));
}

/** Fields of the page layout (`Full`) or of the compact layout (`Compact`). */
async function layoutFields(
    layoutTypes: string | null,
    { schema }: ObjectAccess,
    userId: string,
    org: OrgClient
): Promise<readonly string[]> {
    const types = listOf(layoutTypes);
    if (types.length === 0) return [];
    const model = await org.recordPage(userId, schema.name, 'Large');
    const full = model.layoutSections.flatMap(({ columns }) => columns.flat());
    return types.includes('Full') ? full.map(({ name }) => name) : model.compactFields;
}

async function createRecord(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const body = bodyJson(request);
    const name = body?.['apiName'];
    if (typeof name !== 'string' || !isApiName(name)) {
        return restError(400, 'JSON_PARSER_ERROR', 'The request body needs "apiName"');
    }
    const object = await org.describeObject(request.user.id, name);
    if (!object) return notFound();
    return write({ request, org, object, operation: 'insert', id: null, fields: body?.['fields'] });
}

async function updateRecord(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const target = await findTarget(request, org);
    if (!target) return notFound();
    const { object, id } = target;
    const fields = bodyJson(request)?.['fields'];
    return write({ request, org, object, operation: 'update', id, fields });
}

async function deleteRecord(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const target = await findTarget(request, org);
    if (!target) return notFound();
    const outcome = await org.write(request.user.id, {
        operation: 'delete',
        objectApiName: target.object.schema.name,
        recordId: target.id,
        values: {}
    });
    return 'errors' in outcome ? restErrors(outcome.status, outcome.errors) : noContent();
}

interface WriteRequest {
    readonly request: UserRequest;
    readonly org: OrgClient;
    readonly object: ObjectAccess;
    readonly operation: RecordWrite['operation'];
    readonly id: string | null;
    readonly fields: unknown;
}

async function write(change: WriteRequest): Promise<HttpResponse> {
    const { request, org, object, operation, id, fields } = change;
    const values = writableValues(object, operation, fields);
    if ('failure' in values) return failed(values.failure);
    const objectApiName = object.schema.name;
    const outcome = await org.write(request.user.id, {
        operation,
        objectApiName,
        recordId: id,
        values: values.value
    });
    if ('errors' in outcome) return writeErrors(outcome.status, outcome.errors);
    const reader = new RecordReader(org, request.user);
    const optional = object.readableFields;
    const record = await reader.record(object, outcome.id, [], optional);
    return answer(record, operation === 'insert' ? 201 : 200);
}

/** The UI API groups the errors of a save by field, beside one general message. */
function writeErrors(
    status: number,
    errors: Extract<Awaited<ReturnType<OrgClient['write']>>, { errors: unknown }>['errors']
): HttpResponse {
    const entries = errors.flatMap(({ errorCode, message, fields }) =>
        (fields ?? []).map((field) => ({ errorCode, message, field }))
    );
    const general = errors.filter(({ fields }) => (fields ?? []).length === 0);
    return json(
        {
            statusCode: status,
            enhancedErrorType: 'RecordError',
            message: 'An error occurred while trying to update the record. Please try again.',
            output: {
                errors: general.map(({ errorCode, message }) => ({ errorCode, message })),
                fieldErrors: Object.fromEntries(Map.groupBy(entries, ({ field }) => field))
            }
        },
        status
    );
}

async function getObjectInfo(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const object = await findObject(request, org);
    return object ? json(objectInfo(object)) : notFound();
}

async function getPicklist(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const object = await findObject(request, org);
    const wanted = request.params['field'] ?? '';
    const field = object?.schema.fields.find(
        ({ name }) => name === wanted && object.readableFields.includes(name)
    );
    return field ? json(picklistValues(field)) : notFound();
}

async function findObject(
    { params, user }: UserRequest,
    org: OrgClient
): Promise<ObjectAccess | undefined> {
    const name = params['object'] ?? '';
    return isApiName(name) ? org.describeObject(user.id, name) : undefined;
}

const MAX_PAGE = 1999;

async function getRelatedList(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const target = await findTarget(request, org);
    const relation = target?.object.schema.childRelationships.find(
        ({ name }) => name === request.params['list']
    );
    const { user, query: search } = request;
    const child = relation && (await org.describeObject(user.id, relation.childObject));
    if (!target || !relation || !child) return notFound();
    const reader = new RecordReader(org, user);
    const fields = await reader.resolve(child, [], listOf(search.get('fields')));
    if ('failure' in fields) return failed(fields.failure);
    const limit = Math.min(Math.max(Number(search.get('pageSize')) || 50, 1), MAX_PAGE);
    const where = `${relation.field} = '${target.id}'`;
    const records = await reader.select(child, fields.value, { where, limit });
    if ('failure' in records) return failed(records.failure);
    return json({
        count: records.value.length,
        records: records.value,
        listReference: {
            parentObjectApiName: target.object.schema.name,
            relatedListId: relation.name
        }
    });
}

function listOf(text: string | null): readonly string[] {
    return (text ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
}

function answer(outcome: Outcome<unknown>, status = 200): HttpResponse {
    return 'failure' in outcome ? failed(outcome.failure) : json(outcome.value, status);
}

function failed({ status, error }: Failure): HttpResponse {
    return restErrors(status, [error]);
}
