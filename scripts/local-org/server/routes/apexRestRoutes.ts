import { redirect } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { GuestRequest, Route } from '../http/router.ts';
import type { RestRequest, RestResponse } from '../orgClient.ts';
import type { Services } from '../services.ts';

/** The session is the server's; Apex never sees its secrets. */
const OWN_HEADERS = new Set(['authorization', 'cookie']);

/** `@RestResource` classes and OAuth callbacks: both answered by the org. */
export function apexRestRoutes({ org }: Services): readonly Route[] {
    return [
        {
            access: 'api',
            method: '*',
            path: '/services/apexrest/{path*}',
            handle: async (request) => fromOrg(await org.apexRest(toOrg(request, request.user.id)))
        },
        {
            access: 'guest',
            method: 'GET',
            path: '/services/authcallback/{path*}',
            async handle(request) {
                const userId = request.session?.userId ?? null;
                if (userId === null) return redirect('/login');
                return fromOrg(await org.authCallback(toOrg(request, userId)));
            }
        }
    ];
}

function toOrg(request: GuestRequest, userId: string | null): RestRequest {
    const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => !OWN_HEADERS.has(name))
    );
    return {
        userId,
        method: request.method,
        path: `/${request.params['path'] ?? ''}`,
        query: Object.fromEntries(request.query),
        headers,
        body: request.body
    };
}

function fromOrg({ status, headers, body }: RestResponse): HttpResponse {
    return { status, headers, body };
}
