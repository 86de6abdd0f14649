import type { HttpRequest } from './request.ts';

const OWN = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the browser means this machine. Login takes no password, so a site that points its own
 * name here (DNS rebinding) must find the door closed.
 */
export function isOwnHost(
    { headers }: Pick<HttpRequest, 'headers'>,
    others: readonly string[]
): boolean {
    const host = URL.parse(`http://${headers['host'] ?? ''}`)?.hostname ?? '';
    return OWN.has(host) || others.includes(host);
}
