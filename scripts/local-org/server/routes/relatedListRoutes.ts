import { json, notFound } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { OrgClient } from '../orgClient.ts';
import type { Services } from '../services.ts';
import { failed } from '../uiapi/answers.ts';
import { RecordReader } from '../uiapi/records.ts';
import { findTarget, listOf } from '../uiapi/targets.ts';
import { dataRoute } from './dataRoute.ts';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 1999;

/** Child records of a record, by the name of the relationship. */
export function relatedListRoutes({ org }: Services): readonly Route[] {
    return [dataRoute(org, 'GET', '/ui-api/related-list-records/{id}/{list}', getRelatedList)];
}

async function getRelatedList(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const { user, query, params } = request;
    const target = await findTarget(request, org);
    const relations = target?.object.schema.childRelationships ?? [];
    const relation = relations.find(({ name }) => name === params['list']);
    const child = relation && (await org.describeObject(user.id, relation.childObject));
    if (!target || !relation || !child) return notFound();
    const reader = new RecordReader(org, user);
    const fields = await reader.resolve(child, [], listOf(query.get('fields')));
    if ('failure' in fields) return failed(fields.failure);
    const limit = Math.min(Math.max(Number(query.get('pageSize')) || DEFAULT_PAGE, 1), MAX_PAGE);
    const where = `${relation.field} = '${target.id}'`;
    const found = await reader.select(child, fields.value, { where, limit });
    if ('failure' in found) return failed(found.failure);
    const parentObjectApiName = target.object.schema.name;
    return json({
        count: found.value.length,
        records: found.value,
        listReference: { parentObjectApiName, relatedListId: relation.name }
    });
}
