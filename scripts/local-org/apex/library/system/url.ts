import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

const URL_TYPE = platformType('System.Url');
const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

/** The parts of a URL as java.net.URL tells them: nothing is decoded or normalised. */
interface UrlParts {
    readonly protocol: string;
    readonly authority: string;
    readonly path: string;
    readonly query: string | null;
    readonly ref: string | null;
}

/** System.Url. */
export class ApexUrl extends PlatformObject {
    readonly $type = URL_TYPE;
    private readonly parts: UrlParts;

    constructor(parts: UrlParts) {
        super();
        this.parts = parts;
    }

    static parse(text: string): ApexUrl {
        const found =
            /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(
                text.trim()
            );
        if (!found) {
            throw systemException('StringException', `no protocol: ${text}`);
        }
        const [, protocol = '', authority = '', path = '', query, ref] = found;
        return new ApexUrl({
            protocol: protocol.toLowerCase(),
            authority,
            path,
            query: query ?? null,
            ref: ref ?? null
        });
    }

    getProtocol(): string {
        return this.parts.protocol;
    }

    getAuthority(): string {
        return this.parts.authority;
    }

    getHost(): string {
        return this.parts.authority.replace(/^.*@/, '').replace(/:\d*$/, '');
    }

    getUserInfo(): string | null {
        return /^(.*)@/.exec(this.parts.authority)?.[1] ?? null;
    }

    /** -1 when the URL doesn't say. */
    getPort(): number {
        const port = /:(\d+)$/.exec(this.parts.authority)?.[1];
        return port === undefined ? -1 : Number(port);
    }

    getDefaultPort(): number {
        return DEFAULT_PORTS[this.parts.protocol] ?? -1;
    }

    getPath(): string {
        return this.parts.path;
    }

    getQuery(): string | null {
        return this.parts.query;
    }

    /** Path and query. */
    getFile(): string {
        return this.parts.query === null
            ? this.parts.path
            : `${this.parts.path}?${this.parts.query}`;
    }

    getRef(): string | null {
        return this.parts.ref;
    }

    sameFile(other: ApexUrl): boolean {
        return this.withoutRef() === other.withoutRef();
    }

    toExternalForm(): string {
        return this.parts.ref === null
            ? this.withoutRef()
            : `${this.withoutRef()}#${this.parts.ref}`;
    }

    override toString(): string {
        return this.toExternalForm();
    }

    private withoutRef(): string {
        const { protocol, authority } = this.parts;
        return `${protocol}:${authority === '' ? '' : `//${authority}`}${this.getFile()}`;
    }
}

type Construction =
    [string] | [ApexUrl, string] | [string, string, string] | [string, string, number, string];

/** (spec), (context, spec), (protocol, host, file), (protocol, host, port, file). */
function construct(...args: Construction): ApexUrl {
    if (args.length === 1) {
        return ApexUrl.parse(args[0]);
    }
    if (args.length === 2) {
        return ApexUrl.parse(new URL(args[1], args[0].toExternalForm()).href);
    }
    const [protocol, host] = args;
    const port = args.length === 4 && args[2] !== -1 ? `:${args[2]}` : '';
    const file = args.length === 4 ? args[3] : args[2];
    return ApexUrl.parse(`${protocol}://${host}${port}${file}`);
}

const orgUrl = (): ApexUrl => ApexUrl.parse(execution().org.info.baseUrl);

platformClass('System.Url', {
    class: ApexUrl,
    type: URL_TYPE,
    construct,
    statics: {
        getOrgDomainUrl: orgUrl,
        getSalesforceBaseUrl: orgUrl,
        getCurrentRequestUrl: () =>
            ApexUrl.parse(execution().slot('requestUrl', () => orgUrl().toExternalForm()))
    }
});
