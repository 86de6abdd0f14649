import type { RestRequest, RestResponse } from '../../server/orgClient.ts';
import type { LocalOrg } from '../localOrg.ts';

/** The browser is back from an identity provider: the code is exchanged and the page goes on. */
export function authCallback({ platform }: LocalOrg, request: RestRequest): RestResponse {
    const { state, code, error, error_description: description } = request.query;
    const outcome = platform.completeAuthorization({
        state: state ?? '',
        code: code ?? null,
        error: error ?? null,
        errorDescription: description ?? null,
        userId: request.userId
    });
    switch (outcome.kind) {
        case 'authorized':
            return redirect(outcome.returnPath);
        case 'failed':
            return outcome.returnPath === null
                ? failure(`${outcome.error}: ${outcome.description}`)
                : redirect(withError(outcome.returnPath, outcome.error));
    }
}

function withError(path: string, error: string): string {
    return `${path}${path.includes('?') ? '&' : '?'}error=${encodeURIComponent(error)}`;
}

function redirect(location: string): RestResponse {
    return { status: 302, headers: { location }, body: new Uint8Array() };
}

function failure(message: string): RestResponse {
    return {
        status: 400,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: new TextEncoder().encode(message)
    };
}
