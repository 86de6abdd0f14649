import { made } from '../../heap/made.ts';
import { ApexBlob } from '../../values/blob.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import { platformClass } from '../registry.ts';
import { XmlDocument } from '../xml/document.ts';
import { XmlStreamReader } from '../xml/streamReader.ts';
import { Headers } from './headers.ts';

const RESPONSE = platformType('System.HttpResponse');

/** System.HttpResponse. */
export class HttpResponse extends PlatformObject {
    readonly $type = RESPONSE;
    readonly headers = new Headers();
    private body = new ApexBlob(new Uint8Array());
    private status: string | null = null;
    private statusCode = 0;

    getBody(): string {
        return made(this.body.bytes.toString('utf8'));
    }

    setBody(body: string | null): void {
        this.body = ApexBlob.ofText(body ?? '');
    }

    getBodyAsBlob(): ApexBlob {
        return this.body;
    }

    setBodyAsBlob(body: ApexBlob): void {
        this.body = body;
    }

    getBodyDocument(): XmlDocument {
        return XmlDocument.parse(this.getBody());
    }

    getXmlStreamReader(): XmlStreamReader {
        return new XmlStreamReader(this.getBody());
    }

    getHeader(name: string | null): string | null {
        return this.headers.get(name);
    }

    setHeader(name: string, value: string): void {
        this.headers.set(name, value);
    }

    getHeaderKeys(): ApexList {
        return new ApexList(types.String, this.headers.names());
    }

    getStatus(): string | null {
        return this.status;
    }

    setStatus(status: string | null): void {
        this.status = status;
    }

    getStatusCode(): number {
        return this.statusCode;
    }

    setStatusCode(statusCode: number): void {
        this.statusCode = statusCode;
    }

    override toString(): string {
        return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
    }
}

platformClass('System.HttpResponse', {
    class: HttpResponse,
    type: RESPONSE,
    construct: () => new HttpResponse()
});
