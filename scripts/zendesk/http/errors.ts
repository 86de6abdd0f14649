import type { Json, JsonObject } from './json.ts';

/** One entry of a 422 `details` list. */
export interface Violation {
    readonly field: string;
    readonly description: string;
    readonly error: string | null;
    readonly extra?: JsonObject;
}

/**
 * An answer that is an error. Zendesk uses several envelopes, and which one depends on the
 * endpoint, so every factory here names the case and owns its shape.
 */
export class ApiError extends Error {
    readonly status: number;
    readonly body: Json;
    readonly headers: Readonly<Record<string, string>>;

    constructor(status: number, body: Json, headers: Readonly<Record<string, string>> = {}) {
        super(`${status} ${typeof body === 'string' ? body : JSON.stringify(body)}`);
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    static coded(status: number, error: string, description: string, extra: JsonObject = {}) {
        return new ApiError(status, { error, description, ...extra });
    }

    static titled(status: number, title: string, message: string) {
        return new ApiError(status, { error: { title, message } });
    }

    static listed(status: number, code: string, title: string) {
        return new ApiError(status, { errors: [{ code, title }] });
    }

    static notFound() {
        return ApiError.coded(404, 'RecordNotFound', 'Not found');
    }

    static invalidEndpoint() {
        return ApiError.coded(404, 'InvalidEndpoint', 'Not found');
    }

    static unauthenticated() {
        return new ApiError(401, { error: "Couldn't authenticate you" });
    }

    static invalidToken() {
        return new ApiError(
            401,
            {
                error: 'invalid_token',
                error_description:
                    'The access token provided is expired, revoked, malformed or invalid for other reasons.'
            },
            { 'www-authenticate': 'Bearer realm="Zendesk", error="invalid_token"' }
        );
    }

    static missingScope(scopes: readonly string[]) {
        const list = scopes.join(', ');
        return ApiError.coded(
            403,
            'Forbidden',
            `You are missing the following required scopes: ${list}`
        );
    }

    static forbidden() {
        return ApiError.titled(
            403,
            'Forbidden',
            'You do not have access to this page. Please contact the account owner of this help desk for further help.'
        );
    }

    /** An id or a parameter that has the wrong type. `where` is controller and action. */
    static invalidAttribute(name: string, rule: string, where: string) {
        return ApiError.titled(
            400,
            'Invalid attribute',
            `You passed an invalid value for the ${name} attribute. Invalid parameter: ${name} ${rule} from api/v2/${where}`
        );
    }

    static parameterRequired(name: string) {
        return ApiError.titled(400, 'Invalid attribute', `Parameter ${name} is required`);
    }

    static unreadableBody() {
        return ApiError.titled(422, 'Unprocessable Entity', 'Server could not parse JSON');
    }

    /** Two blanks after "Parameter": that is how tickets and organizations answer. */
    static tooMany(limit: number) {
        return ApiError.coded(
            400,
            'TooManyValues',
            `Parameter  cannot specify more than ${limit} values`,
            { max_count: limit }
        );
    }

    static invalidPage(title: string) {
        return ApiError.listed(400, 'InvalidPaginationParameter', title);
    }

    static invalidRecord(violations: readonly Violation[]) {
        const details: Record<string, Json[]> = {};
        for (const { field, description, error, extra } of violations) {
            (details[field] ??= []).push({ description, error, ...extra });
        }
        return ApiError.coded(422, 'RecordInvalid', 'Record validation errors', { details });
    }

    static invalidField(field: string, description: string, error: string | null) {
        return ApiError.invalidRecord([{ field, description, error }]);
    }

    static updateConflict() {
        return ApiError.coded(
            409,
            'UpdateConflict',
            'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.'
        );
    }

    /** A plain text, so that nobody parses it. */
    static tooManyRequests(retryAfterSeconds: number) {
        return new ApiError(429, 'Number of allowed API requests per minute exceeded', {
            'retry-after': String(retryAfterSeconds)
        });
    }

    /** The limit of updating one record. */
    static tooManyUpdates(retryAfterSeconds: number) {
        return new ApiError(
            429,
            { errors: [{ code: 'TooManyRequests', title: 'Too many requests to update' }] },
            { 'retry-after': String(retryAfterSeconds) }
        );
    }
}
