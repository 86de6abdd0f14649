import { bodyJson } from '../http/request.ts';
import { noContent, notFound, restError, restErrors } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { ObjectAccess, OrgClient, RecordWrite } from '../orgClient.ts';
import type { Services } from '../services.ts';
import { answer, failed, saveFailed } from '../uiapi/answers.ts';
import { isApiName } from '../uiapi/identifiers.ts';
import { RecordReader } from '../uiapi/records.ts';
import { writableValues } from '../uiapi/recordWrites.ts';
import { findTarget, listOf } from '../uiapi/targets.ts';
import { dataRoute } from './dataRoute.ts';

const RECORDS = '/ui-api/records';

/** Records of the UI API: read, create, update, delete. */
export function recordRoutes({ org }: Services): readonly Route[] {
    return [
        dataRoute(org, 'GET', `${RECORDS}/{id}`, getRecord),
        dataRoute(org, 'POST', RECORDS, createRecord),
        dataRoute(org, 'PATCH', `${RECORDS}/{id}`, updateRecord),
        dataRoute(org, 'DELETE', `${RECORDS}/{id}`, deleteRecord)
    ];
}

async function getRecord(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const target = await findTarget(request, org);
    if (!target) return notFound();
    const { query, user } = request;
    const fields = listOf(query.get('fields'));
    const layout = await layoutFields(query.get('layoutTypes'), target.object, user.id, org);
    const optional = [...listOf(query.get('optionalFields')), ...layout];
    if (fields.length + optional.length === 0) {
        const message = 'Specify fields, optionalFields or layoutTypes';
        return restError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', message);
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
    return save({ request, org, object, operation: 'insert', id: null, fields: body?.['fields'] });
}

async function updateRecord(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const target = await findTarget(request, org);
    if (!target) return notFound();
    const { object, id } = target;
    const fields = bodyJson(request)?.['fields'];
    return save({ request, org, object, operation: 'update', id, fields });
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

interface SaveRequest {
    readonly request: UserRequest;
    readonly org: OrgClient;
    readonly object: ObjectAccess;
    readonly operation: Exclude<RecordWrite['operation'], 'delete'>;
    readonly id: string | null;
    readonly fields: unknown;
}

async function save({ request, org, object, operation, id, fields }: SaveRequest) {
    const values = writableValues(object, operation, fields);
    if ('failure' in values) return failed(values.failure);
    const outcome = await org.write(request.user.id, {
        operation,
        objectApiName: object.schema.name,
        recordId: id,
        values: values.value
    });
    if ('errors' in outcome) return saveFailed(outcome.status, outcome.errors);
    const reader = new RecordReader(org, request.user);
    const record = await reader.record(object, outcome.id, [], object.readableFields);
    return answer(record, operation === 'insert' ? 201 : 200);
}
