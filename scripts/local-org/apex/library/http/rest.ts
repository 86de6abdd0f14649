import { execution } from '../../execution.ts';
import type { ApexBlob } from '../../values/blob.ts';
import { ApexMap } from '../../values/map.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import { platformClass } from '../registry.ts';

const REQUEST = platformType('System.RestRequest');
const RESPONSE = platformType('System.RestResponse');

/** System.RestRequest: what an `@RestResource` class is asked. */
export class RestRequest extends PlatformObject {
    readonly $type = REQUEST;
    headers = new ApexMap(types.String, types.String);
    params = new ApexMap(types.String, types.String);
    httpMethod: string | null = null;
    remoteAddress: string | null = null;
    requestBody: ApexBlob | null = null;
    requestURI: string | null = null;
    resourcePath: string | null = null;

    addHeader(name: string, value: string): void {
        this.headers.put(name, value);
    }

    addParameter(name: string, value: string): void {
        this.params.put(name, value);
    }
}

/** System.RestResponse: what it answers. */
export class RestResponse extends PlatformObject {
    readonly $type = RESPONSE;
    headers = new ApexMap(types.String, types.String);
    responseBody: ApexBlob | null = null;
    statusCode: number | null = null;

    addHeader(name: string, value: string): void {
        this.headers.put(name, value);
    }
}

interface RestExchange {
    request: RestRequest | null;
    response: RestResponse | null;
}

/** Makes a request that came over HTTP the running transaction's; gives the response to be filled. */
export function openExchange(request: RestRequest): RestResponse {
    const response = new RestResponse();
    response.statusCode = 200;
    Object.assign(exchange(), { request, response });
    return response;
}

function exchange(): RestExchange {
    return execution().slot<RestExchange>('rest', () => ({ request: null, response: null }));
}

platformClass('System.RestRequest', {
    class: RestRequest,
    type: REQUEST,
    construct: () => new RestRequest()
});
platformClass('System.RestResponse', {
    class: RestResponse,
    type: RESPONSE,
    construct: () => new RestResponse()
});
platformClass('System.RestContext', {
    statics: {
        get request() {
            return exchange().request;
        },
        set request(request: RestRequest | null) {
            exchange().request = request;
        },
        get response() {
            return exchange().response;
        },
        set response(response: RestResponse | null) {
            exchange().response = response;
        }
    }
});
