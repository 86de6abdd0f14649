import { ApiError } from './errors.ts';
import type { Context } from './exchange.ts';
import { idsParam } from './parameters.ts';
import { isArray, isObject, type JsonObject } from './json.ts';

const LIMIT = 100;

/**
 * The list of a bulk request.
 * @throws ApiError 400 when it is missing or longer than 100
 */
export function bulkItems(context: Context, key: string, noun: string | null = null): JsonObject[] {
    const body = context.body();
    const list = isObject(body) ? body[key] : undefined;
    if (!isArray(list)) {
        throw ApiError.parameterRequired(key);
    }
    if (list.length > LIMIT) {
        throw noun === null
            ? ApiError.tooMany(LIMIT)
            : ApiError.coded(
                  400,
                  'TooManyValues',
                  `Maximum ${LIMIT} ${noun} may be created per call`
              );
    }
    return list.map((item) => (isObject(item) ? item : {}));
}

/** `ids=1,2,3` of a bulk request. @throws ApiError 400 when it is missing or longer than 100 */
export function bulkIds(context: Context): number[] {
    if (!context.query.has('ids') && !context.query.has('ids[]')) {
        throw ApiError.parameterRequired('ids');
    }
    return idsParam(context, 'ids', LIMIT);
}
