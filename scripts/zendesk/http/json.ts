import { ApiError } from './errors.ts';

/** A JSON value as it travels. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isArray(value: unknown): value is readonly Json[] {
    return Array.isArray(value);
}

export function text(value: Json | undefined): string | null {
    if (typeof value === 'string') {
        return value;
    }
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Zendesk accepts ids as numbers and as strings of digits. */
export function idOf(value: Json | undefined): number | null {
    if (typeof value === 'number' && Number.isSafeInteger(value)) {
        return value;
    }
    return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

export function flag(value: Json | undefined): boolean | null {
    if (typeof value === 'boolean') {
        return value;
    }
    if (value === 'true' || value === '1' || value === 1) {
        return true;
    }
    return value === 'false' || value === '0' || value === 0 ? false : null;
}

/** A tag never has a blank: what has one is several. */
export const tagList = (value: Json | undefined): string[] => [
    ...new Set(texts(value).flatMap((item) => item.split(/\s+/).filter((tag) => tag !== '')))
];

/** Texts of an array, or of a string separated by commas or blanks, as Zendesk reads tags. */
export function texts(value: Json | undefined): string[] {
    if (isArray(value)) {
        return value.flatMap((item) => text(item) ?? []);
    }
    return typeof value === 'string' ? value.split(/[\s,]+/).filter((item) => item !== '') : [];
}

export function ids(value: Json | undefined): number[] {
    return isArray(value) ? value.flatMap((item) => idOf(item) ?? []) : [];
}

export function objects(value: Json | undefined): JsonObject[] {
    return isArray(value) ? value.filter(isObject) : [];
}

/**
 * The object under `key` of a request body.
 * @throws ApiError 422 for unreadable JSON, 400 when the key is missing
 */
export function envelope(body: Json | undefined, key: string): JsonObject {
    const inner = isObject(body) ? body[key] : undefined;
    if (!isObject(inner)) {
        throw ApiError.parameterRequired(key);
    }
    return inner;
}
