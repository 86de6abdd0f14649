import { bodyText } from '../http/request.ts';
import { html, redirect, restError } from '../http/response.ts';
import type { GuestRequest, Route } from '../http/router.ts';
import { EXPIRED_COOKIE, sessionCookie } from '../http/sessions.ts';
import { contentSecurityPolicy } from '../http/contentSecurity.ts';
import { loginPage } from '../pages/loginPage.ts';
import type { Services } from '../services.ts';

const HOME = '/lightning/page/home';

/** Login without a password: the local org lets anyone be any of its users. */
export function loginRoutes({ org, sessions, randomToken }: Services): readonly Route[] {
    return [
        {
            access: 'browser',
            method: 'GET',
            path: '/',
            handle: async () => redirect(HOME)
        },
        {
            access: 'guest',
            method: 'GET',
            path: '/login',
            async handle({ query }) {
                const nonce = randomToken();
                const page = loginPage(await org.listUsers(), localPath(query.get('startURL')));
                return html(page, {
                    'content-security-policy': contentSecurityPolicy(nonce, [])
                });
            }
        },
        {
            access: 'guest',
            method: 'POST',
            path: '/login',
            async handle(request) {
                if (!isSameOrigin(request)) {
                    return restError(403, 'INVALID_ORIGIN', 'The login form is on another site');
                }
                const form = new URLSearchParams(bodyText(request));
                const user = await org.userContext(form.get('userId') ?? '');
                if (!user) return restError(400, 'INVALID_LOGIN', 'Unknown or inactive user');
                if (request.session) sessions.close(request.session);
                const cookie = sessionCookie(sessions.open(user.id));
                return redirect(localPath(form.get('startURL')), { 'set-cookie': cookie });
            }
        },
        {
            access: 'guest',
            method: 'GET',
            path: '/secur/logout.jsp',
            async handle({ session }) {
                if (session) sessions.close(session);
                return redirect('/login', { 'set-cookie': EXPIRED_COOKIE });
            }
        }
    ];
}

/** A path on this server; anything else, and so an open redirect, becomes the home page. */
export function localPath(target: string | null): string {
    return target && /^\/(?![/\\])[^\s\\]*$/.test(target) ? target : HOME;
}

/** Browsers name the site that a form is on. */
function isSameOrigin({ headers }: GuestRequest): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    const origin = headers['origin'];
    return origin === undefined || URL.parse(origin)?.host === headers['host'];
}
