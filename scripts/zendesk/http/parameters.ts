import { ApiError } from './errors.ts';
import type { Context } from './exchange.ts';

const ACTIONS: Readonly<Record<string, string>> = {
    GET: 'show',
    PUT: 'update',
    PATCH: 'update',
    DELETE: 'destroy',
    POST: 'create'
};

/**
 * A number out of the path.
 * @throws ApiError 400 "Invalid attribute" when it is none
 */
export function idParam(context: Context, name = 'id'): number {
    const raw = context.params[name] ?? '';
    if (!/^\d{1,15}$/.test(raw)) {
        const resource = context.route?.path.split('/')[3] ?? '';
        const action = ACTIONS[context.method] ?? 'show';
        throw ApiError.invalidAttribute('id', 'must be an integer', `${resource}/${action}`);
    }
    return Number(raw);
}

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
