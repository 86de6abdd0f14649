import { json, notFound, restError } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { ListView, ObjectAccess, OrgClient } from '../orgClient.ts';
import type { Services } from '../services.ts';
import { failed } from '../uiapi/answers.ts';
import { RecordReader } from '../uiapi/records.ts';
import { findObject } from '../uiapi/targets.ts';
import { dataRoute } from './dataRoute.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 2000;

/** Records of a list view, in the shape of the UI API. */
export function listRoutes({ org }: Services): readonly Route[] {
    return [dataRoute(org, 'GET', '/ui-api/list-records/{object}/{view}', listRecords)];
}

async function listRecords(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const { params, user, query } = request;
    const object = await findObject(request, org);
    const views = object ? await org.listViews(user.id, object.schema.name) : [];
    const view = views.find(({ developerName }) => developerName === params['view']);
    if (!object || !view) return notFound();
    const reader = new RecordReader(org, user);
    const fields = await reader.resolve(object, [], columnsOf(view, object));
    if ('failure' in fields) return failed(fields.failure);
    const orderBy = await sortClause(query.get('sortBy'), object, reader);
    if (orderBy === undefined) {
        return restError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', 'Unknown field in sortBy');
    }
    const limit = Math.min(Math.max(Number(query.get('pageSize')) || DEFAULT_PAGE, 1), MAX_PAGE);
    const offset = Math.max(Number(query.get('pageToken')) || 0, 0);
    const found = await reader.select(object, fields.value, {
        where: view.where,
        orderBy,
        limit,
        offset
    });
    if ('failure' in found) return failed(found.failure);
    const records = found.value;
    const nextPageToken = records.length === limit ? String(offset + limit) : null;
    return json({ count: records.length, records, nextPageToken });
}

/** The name leads to the record, so it always comes along; look-ups bring the parent's name. */
function columnsOf({ columns }: ListView, { schema }: ObjectAccess): readonly string[] {
    const names = schema.fields.filter(({ nameField }) => nameField).map(({ name }) => name);
    return [...names, ...columns].flatMap((column) => {
        const field = schema.fields.find(({ name }) => name === column);
        return field?.relationshipName ? [column, `${field.relationshipName}.Name`] : [column];
    });
}

/** `Name` or `-Name`; undefined for a field that can't be sorted by. */
async function sortClause(
    sortBy: string | null,
    object: ObjectAccess,
    reader: RecordReader
): Promise<string | undefined> {
    if (!sortBy) return '';
    const fields = await reader.resolve(object, [sortBy.replace(/^-/, '')]);
    const [field] = 'value' in fields ? fields.value : [];
    if (!field?.field.sortable) return undefined;
    return sortBy.startsWith('-') ? `${field.path} DESC` : field.path;
}
