import { contentSecurityPolicy } from '../http/contentSecurity.ts';
import { html, json, restError } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import { formFactorOf } from '../pages/formFactor.ts';
import { pageModel } from '../pages/pageModel.ts';
import type { PageModel } from '../pages/pageModel.ts';
import type { Boot } from '../pages/shellPage.ts';
import { shellPage } from '../pages/shellPage.ts';
import type { Services } from '../services.ts';

/** REST API version that the pages call. */
export const API_VERSION = 'v67.0';

/** The Lightning pages. */
export function pageRoutes(services: Services): readonly Route[] {
    return [
        {
            access: 'browser',
            method: 'GET',
            path: '/lightning/{path*}',
            async handle(request) {
                services.modules.scan();
                await services.org.lookForEdits();
                const [boot, sites] = await Promise.all([
                    bootOf(services, request),
                    services.org.trustedSites()
                ]);
                const nonce = services.randomToken();
                return html(await shellPage(services, boot, nonce), {
                    'content-security-policy': contentSecurityPolicy(nonce, sites)
                });
            }
        },
        {
            access: 'api',
            method: 'GET',
            path: '/_shell/page',
            async handle(request) {
                const url = URL.parse(request.query.get('url') ?? '', 'http://localhost');
                if (!url) return restError(400, 'INVALID_URL', 'The parameter url is not a path');
                return json(await modelAt(services, request, url.pathname, url.searchParams));
            }
        }
    ];
}

async function bootOf(services: Services, request: UserRequest): Promise<Boot> {
    const { org } = services;
    const { user, session } = request;
    const [users, apps, page] = await Promise.all([
        org.listUsers(),
        org.listApps(user.id),
        modelAt(services, request, request.path, request.query)
    ]);
    const formFactor = formFactorOf(request.headers['user-agent'] ?? '');
    const { csrfToken } = session;
    return { user, users, apps, csrfToken, formFactor, apiVersion: API_VERSION, page };
}

function modelAt(
    { org, modules }: Services,
    { user, headers }: UserRequest,
    path: string,
    query: URLSearchParams
): Promise<PageModel> {
    const formFactor = formFactorOf(headers['user-agent'] ?? '');
    return pageModel(path, { org, modules, user, formFactor, query });
}
