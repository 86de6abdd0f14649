import type { CalloutRequest as ApexRequest } from '../../apex/library/http/exchange.ts';
import { CalloutFailure, type OrgPlatform } from '../../apex/library/org/ports.ts';
import { CalloutError, type CalloutRequest, type CalloutResponse } from '../callout/types.ts';

/** Bytes that Apex takes as a response: the heap of a synchronous transaction. */
const MAX_RESPONSE_BYTES = 6_000_000;

/** The platform's callouts as the Apex library asks for them. */
export function calloutPort(
    callout: (request: CalloutRequest, context: { readonly userId: string }) => CalloutResponse
): OrgPlatform {
    return {
        callout(request, context) {
            try {
                const response = callout(toRequest(request), context);
                return {
                    statusCode: response.status,
                    status: response.reason,
                    headers: joined(response.headers),
                    body: response.body
                };
            } catch (error) {
                throw error instanceof CalloutError ? new CalloutFailure(error.message) : error;
            }
        }
    };
}

function toRequest(request: ApexRequest): CalloutRequest {
    if (request.isCompressed || request.clientCertificateName !== null) {
        const feature = request.isCompressed ? 'setCompressed' : 'setClientCertificateName';
        throw new CalloutFailure(`The local org does not support HttpRequest.${feature}.`);
    }
    return {
        method: request.method,
        endpoint: request.endpoint,
        headers: [...request.headers],
        body: request.body.length === 0 ? null : request.body,
        timeoutMs: request.timeoutMs,
        maxResponseBytes: MAX_RESPONSE_BYTES
    };
}

/** Headers that come several times are one, as HTTP lets them be. */
function joined(headers: CalloutResponse['headers']): ReadonlyMap<string, string> {
    const result = new Map<string, string>();
    for (const [name, value] of headers) {
        const known = [...result.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
        const before = result.get(known ?? name);
        result.set(known ?? name, before === undefined ? value : `${before}, ${value}`);
    }
    return result;
}
