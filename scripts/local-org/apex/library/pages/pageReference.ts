import type { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { platformClass } from '../registry.ts';
import { Cookie } from './cookie.ts';

const PAGE = platformType('System.PageReference');
const COOKIE = platformType('System.Cookie');

/** System.PageReference. */
export class PageReference extends PlatformObject {
    readonly $type = PAGE;
    private readonly path: string;
    private readonly parameters = new ApexMap(types.String, types.String);
    private readonly headers = new ApexMap(types.String, types.String);
    private readonly cookies = new ApexMap(types.String, COOKIE);
    private anchor: string | null = null;
    private redirect = false;

    constructor(target: string | ApexSObject) {
        super();
        const url = target instanceof ApexSObject ? `/${String(target.storedValue('Id'))}` : target;
        const [, path = '', query, anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(url) ?? [];
        this.path = path;
        this.anchor = anchor ?? null;
        new URLSearchParams(query ?? '').forEach((value, name) => this.parameters.put(name, value));
    }

    getUrl(): string {
        const pairs = this.parameters
            .pairs()
            .map(([name, value]): [string, string] => [String(name), String(value ?? '')]);
        const query = new URLSearchParams(pairs).toString();
        const anchor = this.anchor === null ? '' : `#${this.anchor}`;
        return `${this.path}${query === '' ? '' : `?${query}`}${anchor}`;
    }

    getParameters(): ApexMap {
        return this.parameters;
    }

    getHeaders(): ApexMap {
        return this.headers;
    }

    getCookies(): ApexMap {
        return this.cookies;
    }

    setCookies(cookies: ApexList): void {
        for (const cookie of cookies) {
            if (cookie instanceof Cookie) this.cookies.put(cookie.getName(), cookie);
        }
    }

    getAnchor(): string | null {
        return this.anchor;
    }

    setAnchor(anchor: string | null): this {
        this.anchor = anchor;
        return this;
    }

    getRedirect(): boolean {
        return this.redirect;
    }

    setRedirect(isRedirect: boolean): this {
        this.redirect = isRedirect;
        return this;
    }

    override toString(): string {
        return `System.PageReference[${this.getUrl()}]`;
    }
}

platformClass('System.PageReference', {
    class: PageReference,
    type: PAGE,
    construct: (target: string | ApexSObject) => new PageReference(target),
    statics: {
        forResource: (name: string, path?: string) =>
            new PageReference(`/resource/${name}${path === undefined ? '' : `/${path}`}`)
    }
});
