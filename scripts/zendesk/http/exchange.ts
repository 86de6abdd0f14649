import type { Account } from '../account.ts';
import type { OAuthToken, User } from '../store/records.ts';
import type { Json, JsonObject } from './json.ts';
import type { Query } from './query.ts';

/** A request as the simulator takes it, over HTTP and in-process alike. */
export interface ApiRequest {
    readonly method: string;
    /** Path with query, or a whole URL. */
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    /** A text or bytes are sent as they are, everything else as JSON. */
    readonly body?: string | Uint8Array | JsonObject;
    readonly remoteAddress?: string;
}

export interface ApiResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Buffer;
    /** The connection is to be cut instead of answered (a fault). */
    readonly isDropped?: boolean;
}

/** What a route gives back before it is written out. */
export interface Reply {
    readonly status: number;
    readonly body?: Json | Uint8Array;
    readonly headers?: Readonly<Record<string, string>>;
    readonly isDropped?: boolean;
}

/** Who asks. `user` is null for an anonymous visitor; `scopes` is null when nothing limits it. */
export interface Actor {
    readonly user: User | null;
    readonly scopes: readonly string[] | null;
    readonly token: OAuthToken | null;
}

/** One request on its way: what came, and what the layers found out about it. */
export interface Context {
    readonly account: Account;
    readonly method: string;
    readonly path: string;
    readonly url: URL;
    readonly query: Query;
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes: Buffer;
    readonly remoteAddress: string;
    readonly params: Readonly<Record<string, string>>;
    /** null when no route fits. */
    readonly route: Route | null;
    /** The JSON body. @throws ApiError when it cannot be read */
    readonly body: () => Json | undefined;
    /** Set by the authentication layer. */
    actor: Actor;
    /** The fault that this request was given, for the log. */
    fault: string | null;
    /** Positions in a bulk request that a fault makes fail. */
    failItems: ReadonlySet<number>;
    /** Headers collected on the way, sent with whatever answer comes. */
    readonly responseHeaders: Record<string, string>;
}

export type Access = 'anyone' | 'end-user' | 'agent' | 'admin';

export interface Route {
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    /** With `:name` for a parameter; never ends in `.json`. */
    readonly path: string;
    /** Who may call it; default `agent`. */
    readonly access?: Access;
    /**
     * The resource of the granular OAuth scope. null = only the broad `read` and `write` will do;
     * `any` = every scope will do. Left out, it follows from the path.
     */
    readonly scope?: string | null;
    readonly handle: (context: Context) => Reply | Promise<Reply>;
}

export type Next = (context: Context) => Promise<Reply>;
export type Layer = (context: Context, next: Next) => Promise<Reply>;

export const ok = (body: Json): Reply => ({ status: 200, body });
export const created = (body: Json, location?: string): Reply =>
    location === undefined ? { status: 201, body } : { status: 201, body, headers: { location } };
export const noContent = (): Reply => ({ status: 204 });
