import { json, notFound, restError, restErrors } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { OrgClient } from '../orgClient.ts';
import type { Services } from '../services.ts';
import { objectInfo, picklistValues } from '../uiapi/objectInfo.ts';
import { queryResult } from '../uiapi/queryResult.ts';
import { findObject } from '../uiapi/targets.ts';
import { dataRoute } from './dataRoute.ts';

const INFO = '/ui-api/object-info/{object}';

/** Descriptions of objects and picklists, and SOQL. */
export function objectRoutes({ org }: Services): readonly Route[] {
    return [
        dataRoute(org, 'GET', '/query', query),
        dataRoute(org, 'GET', INFO, getObjectInfo),
        dataRoute(org, 'GET', `${INFO}/picklist-values/{type}/{field}`, getPicklistValues)
    ];
}

async function query(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const soql = request.query.get('q');
    if (!soql) return restError(400, 'MALFORMED_QUERY', 'The parameter q is missing');
    const outcome = await org.query(request.user.id, soql);
    if ('error' in outcome) return restErrors(400, [outcome.error]);
    return json(queryResult(outcome.records, request.params['version'] ?? ''));
}

async function getObjectInfo(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const object = await findObject(request, org);
    return object ? json(objectInfo(object)) : notFound();
}

async function getPicklistValues(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const object = await findObject(request, org);
    const wanted = request.params['field'] ?? '';
    const field = object?.schema.fields.find(
        ({ name }) => name === wanted && object.readableFields.includes(name)
    );
    return field ? json(picklistValues(field)) : notFound();
}
