import type { Wire } from '../callout/wire.ts';
import type { CalloutResponse } from '../callout/types.ts';
import type { RequestParameters } from '../credentials/definitions.ts';
import type { StoredToken } from '../credentials/credentialStore.ts';

export interface TokenRequest {
    readonly tokenUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** Where the client's secret stands. */
    readonly clientAuthentication: 'body' | 'basic';
    readonly parameters: RequestParameters;
    readonly headers: RequestParameters;
}

/** The token endpoint said no, in OAuth's own words (RFC 6749, 5.2). */
export class TokenError extends Error {
    readonly error: string;
    readonly description: string;

    constructor(error: string, description: string) {
        super(`${error}: ${description}`);
        this.name = 'TokenError';
        this.error = error;
        this.description = description;
    }
}

export interface TokenContext {
    readonly wire: Wire;
    /** Epoch milliseconds. */
    readonly clock: () => number;
    readonly userId: string;
}

interface TokenAnswer {
    readonly access_token?: unknown;
    readonly token_type?: unknown;
    readonly refresh_token?: unknown;
    readonly expires_in?: unknown;
    readonly scope?: unknown;
    readonly error?: unknown;
    readonly error_description?: unknown;
}

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 1_000_000;

/** Asks a token endpoint, form-encoded as Salesforce does; throws TokenError or CalloutError. */
export function requestToken(request: TokenRequest, context: TokenContext): StoredToken {
    const response = context.wire.send(
        'oauth',
        {
            method: 'POST',
            endpoint: request.tokenUrl,
            headers: requestHeaders(request),
            body: new TextEncoder().encode(formBody(request)),
            timeoutMs: TIMEOUT_MS,
            maxResponseBytes: MAX_ANSWER_BYTES
        },
        context.userId
    );
    return storedToken(readAnswer(response), context.clock());
}

function requestHeaders(request: TokenRequest): RequestParameters {
    const basic = Buffer.from(
        `${encodeURIComponent(request.clientId)}:${encodeURIComponent(request.clientSecret)}`
    ).toString('base64');
    return [
        ['Content-Type', 'application/x-www-form-urlencoded'],
        ['Accept', 'application/json'],
        ...(request.clientAuthentication === 'basic'
            ? [['Authorization', `Basic ${basic}`] as const]
            : []),
        ...request.headers
    ];
}

function formBody(request: TokenRequest): string {
    const body = new URLSearchParams(
        request.parameters.map(([name, value]): [string, string] => [name, value])
    );
    if (request.clientAuthentication === 'body') {
        body.set('client_id', request.clientId);
        // A public client has no secret.
        if (request.clientSecret !== '') {
            body.set('client_secret', request.clientSecret);
        }
    }
    return body.toString();
}

function readAnswer(response: CalloutResponse): TokenAnswer {
    const answer = parseAnswer(new TextDecoder().decode(response.body));
    if (
        response.status >= 200 &&
        response.status < 300 &&
        typeof answer.access_token === 'string'
    ) {
        return answer;
    }
    throw new TokenError(text(answer.error), text(answer.error_description));
}

function parseAnswer(body: string): TokenAnswer {
    try {
        const answer: unknown = JSON.parse(body);
        return typeof answer === 'object' && answer !== null ? answer : {};
    } catch {
        // Not JSON: neither a token nor an error of OAuth. Salesforce then shows both parts empty.
        return {};
    }
}

function storedToken(answer: TokenAnswer, now: number): StoredToken {
    const seconds = Number(answer.expires_in ?? Number.NaN);
    return {
        accessToken: text(answer.access_token),
        tokenType: text(answer.token_type) || 'Bearer',
        refreshToken: text(answer.refresh_token) || null,
        expiresAt: Number.isFinite(seconds) ? now + seconds * 1000 : null,
        scope: text(answer.scope) || null
    };
}

function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}
