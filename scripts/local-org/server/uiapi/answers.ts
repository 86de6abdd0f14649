import type { HttpResponse } from '../http/response.ts';
import { json, restErrors } from '../http/response.ts';
import type { RestError } from '../orgClient.ts';
import type { Failure, Outcome } from './records.ts';

export function answer(outcome: Outcome<unknown>, status = 200): HttpResponse {
    return 'failure' in outcome ? failed(outcome.failure) : json(outcome.value, status);
}

export function failed({ status, error }: Failure): HttpResponse {
    return restErrors(status, [error]);
}

/** The UI API groups the errors of a save by field, beside those of the record. */
export function saveFailed(status: number, errors: readonly RestError[]): HttpResponse {
    const entries = errors.flatMap(({ errorCode, message, fields }) =>
        (fields ?? []).map((field) => ({ errorCode, message, field }))
    );
    const general = errors.filter(({ fields }) => (fields ?? []).length === 0);
    const output = {
        errors: general.map(({ errorCode, message }) => ({ errorCode, message })),
        fieldErrors: Object.fromEntries(Map.groupBy(entries, ({ field }) => field))
    };
    const message = 'An error occurred while trying to update the record. Please try again.';
    return json({ statusCode: status, enhancedErrorType: 'RecordError', message, output }, status);
}
