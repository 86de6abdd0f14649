import type { HttpResponse } from '../http/response.ts';
import { notFound } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { OrgClient } from '../orgClient.ts';

const VERSION = /^v\d\d\.0$/;

/** A route below `/services/data/{version}`; only something like a version is one. */
export function dataRoute(
    org: OrgClient,
    method: string,
    path: string,
    handle: (request: UserRequest, org: OrgClient) => Promise<HttpResponse>
): Route {
    return {
        access: 'api',
        method,
        path: `/services/data/{version}${path}`,
        handle: async (request) =>
            VERSION.test(request.params['version'] ?? '') ? handle(request, org) : notFound()
    };
}
