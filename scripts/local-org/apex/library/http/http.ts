import { CalloutError } from '../../../platform/callout/types.ts';
import type { CalloutRequest, CalloutResponse } from '../../../platform/callout/types.ts';
import { execution } from '../../execution.ts';
import { made } from '../../heap/made.ts';
import { ApexBlob } from '../../values/blob.ts';
import { nullPointer, systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { openSavepoints } from '../database/savepoints.ts';
import { platformClass } from '../registry.ts';
import { maxBodyBytes, requireFitting, withinTotalTime } from './calloutLimits.ts';
import type { HttpRequest } from './request.ts';
import { HttpResponse } from './response.ts';

const HTTP = platformType('System.Http');
const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE'];

/** System.Http. */
export class Http extends PlatformObject {
    readonly $type = HTTP;

    send(request: HttpRequest | null): HttpResponse {
        if (!request) {
            throw nullPointer();
        }
        requireSendable(request);
        requireAllowed();
        execution().limits.use('callouts');
        const mock = execution().test?.mocks.get('httpcalloutmock');
        if (mock) {
            return mocked(mock, request);
        }
        requireNoTest();
        requireNoPendingWork();
        return sent(request);
    }

    override toString(): string {
        return 'System.Http[]';
    }
}

interface CalloutMock {
    respond(request: HttpRequest): unknown;
}

function mocked(mock: object, request: HttpRequest): HttpResponse {
    requireNoPendingWork();
    const response = (mock as CalloutMock).respond(request);
    if (!(response instanceof HttpResponse)) {
        throw systemException('CalloutException', 'The callout mock gave no response');
    }
    return response;
}

function requireNoTest(): void {
    if (execution().test) {
        throw systemException(
            'TypeException',
            'Methods defined as TestMethod do not support Web service callouts'
        );
    }
}

function requireAllowed(): void {
    const { calloutRefusal } = execution();
    if (calloutRefusal !== null) {
        throw systemException('CalloutException', calloutRefusal);
    }
}

/** A callout would hold the database's locks: it must come before DML, or after a full rollback. */
export function requireNoPendingWork(): void {
    const current = execution();
    if (current.hasUncommittedWork || openSavepoints().length > 0) {
        throw systemException(
            'CalloutException',
            'You have uncommitted work pending. Please commit or rollback before calling out'
        );
    }
    if (current.trigger) {
        throw systemException(
            'CalloutException',
            'Callout from triggers are currently not supported.'
        );
    }
}

function requireSendable(request: HttpRequest): void {
    const method = request.getMethod();
    if (request.getEndpoint() === null) {
        throw systemException('CalloutException', 'endpoint cannot be null');
    }
    if (method !== null && !METHODS.includes(method.toUpperCase())) {
        throw systemException('CalloutException', `Invalid HTTP method: ${method}`);
    }
}

function sent(request: HttpRequest): HttpResponse {
    const { org, user } = execution();
    const call = outgoing(request);
    try {
        const answer = withinTotalTime(call.timeoutMs, (timeoutMs) =>
            org.platform.callout({ ...call, timeoutMs }, { userId: user.id })
        );
        return made(received(answer));
    } catch (error) {
        if (error instanceof CalloutError) {
            throw systemException('CalloutException', error.message);
        }
        throw error;
    }
}

function outgoing(request: HttpRequest): CalloutRequest {
    return {
        method: request.getMethod()?.toUpperCase() ?? 'GET',
        endpoint: request.getEndpoint() ?? '',
        headers: request.headers.list(),
        body: requireFitting(request.getBodyAsBlob()?.bytes ?? null),
        timeoutMs: request.timeoutMs(),
        maxResponseBytes: maxBodyBytes()
    };
}

function received(response: CalloutResponse): HttpResponse {
    const shown = new HttpResponse();
    shown.setStatusCode(response.status);
    shown.setStatus(response.reason);
    shown.setBodyAsBlob(new ApexBlob(response.body));
    response.headers.forEach(([name, value]) => shown.setHeader(name, value));
    return shown;
}

platformClass('System.Http', { class: Http, type: HTTP, construct: () => new Http() });
platformClass('System.HttpCalloutMock', {
    type: platformType('System.HttpCalloutMock', [], 'interface')
});
