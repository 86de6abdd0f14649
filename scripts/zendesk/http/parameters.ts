import { ApiError } from './errors.ts';
import type { Context } from './exchange.ts';
import { placeOf } from './places.ts';

/**
 * A number out of the path.
 * @throws ApiError 400 "Invalid attribute" when it is none, 404 when no record can have it
 */
export function idParam(context: Context, name = 'id'): number {
    const raw = context.params[name] ?? '';
    if (!/^-?\d+$/.test(raw)) {
        throw invalidAttribute(context, 'id', 'must be an integer');
    }
    return existing(Number.isSafeInteger(Number(raw)) ? Number(raw) : null);
}

/**
 * The ids of a list in the query, `ids=1,2` or `ids[]=1&ids[]=2`, each once.
 * @throws ApiError 400 when one is no number or there are more than `limit`
 */
export function idsParam(context: Context, name = 'ids', limit = 100): number[] {
    const values = context.query.list(name).map((item) => item.trim());
    if (values.length > limit) {
        throw ApiError.tooMany(limit);
    }
    if (!values.every((value) => /^-?\d+$/.test(value))) {
        throw invalidAttribute(context, name, 'must be an integer');
    }
    return [...new Set(values.map(Number))];
}

/** A parameter or an attribute that has the wrong type. */
export const invalidAttribute = (context: Context, name: string, rule: string): ApiError =>
    ApiError.invalidAttribute(name, rule, placeOf(context));

/** @throws ApiError 404 RecordNotFound */
export function existing<T>(row: T | null | undefined): T {
    if (row === null || row === undefined) {
        throw ApiError.notFound();
    }
    return row;
}

/** The user who asks. @throws ApiError 401 for a visitor */
export function signedIn(context: Context) {
    const { user } = context.actor;
    if (user === null) {
        throw ApiError.unauthenticated();
    }
    return user;
}

/** @throws ApiError 403 unless an admin asks */
export function demandAdmin(context: Context): void {
    if (context.actor.user?.role !== 'admin') {
        throw ApiError.forbidden();
    }
}
