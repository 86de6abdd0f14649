import { execution } from '../../execution.ts';
import { ApexBlob } from '../../values/blob.ts';
import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';
import { Headers } from './headers.ts';
import type { HttpRequest } from './request.ts';
import { HttpResponse } from './response.ts';

const MOCK = platformType('System.HttpCalloutMock', [], 'interface');
const SINGLE = platformType('System.StaticResourceCalloutMock', [MOCK]);
const MULTI = platformType('System.MultiStaticResourceCalloutMock', [MOCK]);

/** A mock that answers with static resources, one for all requests or one per endpoint. */
abstract class ResourceMock extends PlatformObject {
    private readonly headers = new Headers();
    private status: string | null = null;
    private statusCode = 200;

    setHeader(name: string, value: string): void {
        this.headers.set(name, value);
    }

    setStatus(status: string): void {
        this.status = status;
    }

    setStatusCode(statusCode: number): void {
        this.statusCode = statusCode;
    }

    respond(request: HttpRequest): HttpResponse {
        const name = this.resourceFor(request.getEndpoint() ?? '');
        const resource = name === null ? null : execution().org.metadata.staticResource(name);
        if (!resource) {
            throw systemException('CalloutException', `Static resource not found: ${name}`);
        }
        const response = new HttpResponse();
        response.setStatus(this.status);
        response.setStatusCode(this.statusCode);
        response.setBodyAsBlob(new ApexBlob(resource.body));
        this.headers.list().forEach(([header, value]) => response.setHeader(header, value));
        return response;
    }

    protected abstract resourceFor(endpoint: string): string | null;
}

export class StaticResourceCalloutMock extends ResourceMock {
    readonly $type = SINGLE;
    private name: string | null = null;

    setStaticResource(name: string): void {
        this.name = name;
    }

    protected resourceFor(_endpoint: string): string | null {
        return this.name;
    }
}

export class MultiStaticResourceCalloutMock extends ResourceMock {
    readonly $type = MULTI;
    private readonly names = new Map<string, string>();

    setStaticResource(endpoint: string, name: string): void {
        this.names.set(endpoint, name);
    }

    protected resourceFor(endpoint: string): string | null {
        return this.names.get(endpoint) ?? null;
    }
}

platformClass('System.StaticResourceCalloutMock', {
    class: StaticResourceCalloutMock,
    type: SINGLE,
    construct: () => new StaticResourceCalloutMock()
});
platformClass('System.MultiStaticResourceCalloutMock', {
    class: MultiStaticResourceCalloutMock,
    type: MULTI,
    construct: () => new MultiStaticResourceCalloutMock()
});
