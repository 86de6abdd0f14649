import { ApexBlob } from '../../values/blob.ts';
import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { XmlDocument } from '../xml/document.ts';
import { platformClass } from '../registry.ts';
import { Headers } from './headers.ts';

const REQUEST = platformType('System.HttpRequest');
const DEFAULT_TIMEOUT_MS = 10_000;
const MAX_TIMEOUT_MS = 120_000;

/** System.HttpRequest. */
export class HttpRequest extends PlatformObject {
    readonly $type = REQUEST;
    readonly headers = new Headers();
    private endpoint: string | null = null;
    private method: string | null = null;
    private body: ApexBlob | null = null;
    private compressed = false;
    private certificate: string | null = null;
    private timeout = DEFAULT_TIMEOUT_MS;

    getBody(): string {
        return this.body?.text() ?? '';
    }

    setBody(body: string | null): void {
        this.body = ApexBlob.ofText(required(body));
    }

    getBodyAsBlob(): ApexBlob | null {
        return this.body;
    }

    setBodyAsBlob(body: ApexBlob | null): void {
        this.body = required(body);
    }

    getBodyDocument(): XmlDocument {
        return XmlDocument.parse(this.getBody());
    }

    setBodyDocument(document: XmlDocument | null): void {
        this.setBody(required(document).toXmlString());
    }

    getCompressed(): boolean {
        return this.compressed;
    }

    setCompressed(isCompressed: boolean): void {
        this.compressed = isCompressed;
    }

    getEndpoint(): string | null {
        return this.endpoint;
    }

    setEndpoint(endpoint: string | null): void {
        this.endpoint = endpoint;
    }

    getHeader(name: string | null): string | null {
        return this.headers.get(name);
    }

    setHeader(name: string | null, value: string | null): void {
        this.headers.set(required(name), required(value));
    }

    getMethod(): string | null {
        return this.method;
    }

    setMethod(method: string | null): void {
        this.method = method;
    }

    setClientCertificateName(name: string | null): void {
        this.certificate = name;
    }

    clientCertificateName(): string | null {
        return this.certificate;
    }

    /** 1 to 120,000 ms; the default is 10,000. */
    setTimeout(ms: number): void {
        if (ms < 1 || ms > MAX_TIMEOUT_MS) {
            throw systemException(
                'CalloutException',
                'Invalid timeout value. Timeout must be between 1 and 120000'
            );
        }
        this.timeout = ms;
    }

    timeoutMs(): number {
        return this.timeout;
    }

    override toString(): string {
        return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
    }
}

function required<T>(value: T | null): T {
    if (value === null) {
        throw systemException('NullPointerException', 'Argument cannot be null.');
    }
    return value;
}

platformClass('System.HttpRequest', {
    class: HttpRequest,
    type: REQUEST,
    construct: () => new HttpRequest()
});
