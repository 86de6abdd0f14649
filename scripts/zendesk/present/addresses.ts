import type { Context } from '../http/exchange.ts';

/** `https://host/api/v2/tickets/4.json`: the address that a record names as its own. */
export const apiUrl = (context: Context, path: string): string =>
    `${context.url.origin}/api/v2/${path}.json`;
