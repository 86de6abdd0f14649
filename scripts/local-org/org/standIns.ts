import type { HostMapping } from '../platform/callout/hostMapping.ts';
import type { OrgClient } from '../server/orgClient.ts';

/**
 * The org as a browser sees it, which knows nothing of who stands in for a host: the data that it gets
 * names the stand-in, so that links and images lead somewhere, and what it sends names the host again.
 */
export function throughStandIns(org: OrgClient, hosts: HostMapping): OrgClient {
    const pairs = Object.entries(hosts);
    if (pairs.length === 0) {
        return org;
    }
    const inward = replacing(pairs.map(([host, standIn]) => [standIn, host]));
    const outward = replacing(pairs);
    return new Proxy(org, {
        get(target, name) {
            const method: unknown = Reflect.get(target, name);
            return typeof method === 'function'
                ? async (...parameters: readonly unknown[]) =>
                      outward(await method.apply(target, parameters.map(inward)))
                : method;
        }
    });
}

type Replace = (value: unknown) => unknown;

/** Every text in a value, however deep; bytes stay as they are. */
function replacing(pairs: readonly (readonly [string, string])[]): Replace {
    const replace: Replace = (value) => {
        if (typeof value === 'string') {
            return pairs.reduce((text, [from, to]) => text.replaceAll(from, to), value);
        }
        if (Array.isArray(value)) {
            return value.map(replace);
        }
        return isPlain(value) ? mapValues(value, replace) : value;
    };
    return replace;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
    return (
        typeof value === 'object' &&
        value !== null &&
        Object.getPrototypeOf(value) === Object.prototype
    );
}

function mapValues(value: Readonly<Record<string, unknown>>, replace: Replace): unknown {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part)]));
}
