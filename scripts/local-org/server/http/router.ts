import type { UserContext } from '../orgClient.ts';
import type { Session } from './sessions.ts';
import type { HttpRequest } from './request.ts';
import type { HttpResponse } from './response.ts';

/** A request of a known user. */
export interface UserRequest extends HttpRequest {
    readonly user: UserContext;
    readonly session: Session;
    /** Values of the path's `{name}` parts. */
    readonly params: Readonly<Record<string, string>>;
}

export interface GuestRequest extends HttpRequest {
    readonly session: Session | undefined;
    readonly params: Readonly<Record<string, string>>;
}

/**
 * What answers a path. `guest` routes need no login; `browser` routes send a guest to the login page,
 * `api` routes answer 401. Except for guests, a method other than GET needs the CSRF token.
 */
export type Route =
    | {
          readonly access: 'guest';
          readonly method: string;
          /** `/services/data/{version}/query`; a last `{rest*}` takes the remainder. */
          readonly path: string;
          handle(request: GuestRequest): Promise<HttpResponse>;
      }
    | {
          readonly access: 'browser' | 'api';
          readonly method: string;
          readonly path: string;
          handle(request: UserRequest): Promise<HttpResponse>;
      };

export interface Match {
    readonly route: Route;
    readonly params: Readonly<Record<string, string>>;
}

/** `allowed` lists the methods of the path when only the method is wrong. */
export type Matched = Match | { readonly allowed: readonly string[] };

export function matchRoute(routes: readonly Route[], method: string, path: string): Matched {
    const matches = routes.flatMap((route) => {
        const params = matchPath(route.path, path);
        return params ? [{ route, params }] : [];
    });
    const wanted = method === 'HEAD' ? 'GET' : method;
    const match = matches.find(({ route }) => route.method === wanted || route.method === '*');
    return match ?? { allowed: [...new Set(matches.map(({ route }) => route.method))] };
}

export function matchPath(pattern: string, path: string): Record<string, string> | undefined {
    const wanted = pattern.split('/');
    const given = path.split('/');
    const params: Record<string, string> = {};
    for (const [index, part] of wanted.entries()) {
        const name = /^\{(\w+)(\*?)\}$/.exec(part);
        if (name?.[2]) {
            params[name[1] ?? ''] = given.slice(index).join('/');
            return params;
        }
        const value = given[index];
        if (value === undefined || (name ? value === '' : value !== part)) return undefined;
        if (name) params[name[1] ?? ''] = value;
    }
    return given.length === wanted.length ? params : undefined;
}
