import { isArray, isObject, type Json, type JsonObject } from './json.ts';

/** What an attribute may be sent as; `any` is for those whose domain has rules of its own. */
export type Kind =
    | 'any'
    | 'array'
    | 'boolean'
    | 'collection'
    | 'hash'
    | 'integer'
    | 'list'
    | 'string'
    | 'text'
    | 'time';

/** The attributes that may be written, with their kinds; the attributes of a hash may be named. */
export interface Attributes {
    readonly [name: string]: Kind | Attributes;
}

export interface Misfit {
    /** With the names of the hashes around it: `trigger.conditions`. */
    readonly name: string;
    readonly rule: string;
}

interface KindRule {
    readonly fits: (value: Json) => boolean;
    readonly rule: string;
}

const isScalar = (value: Json): boolean => typeof value !== 'object' || value === null;

/** A number in a text is a number, for a form has nothing but texts. An empty text means null. */
const KINDS: Readonly<Record<Kind, KindRule>> = {
    any: { fits: () => true, rule: '' },
    array: { fits: isArray, rule: 'must be an array' },
    boolean: {
        fits: (value) =>
            typeof value !== 'object' && ['', 'true', 'false', '0', '1'].includes(String(value)),
        rule: 'must be either true or false'
    },
    collection: {
        fits: (value) => isArray(value) || isObject(value),
        rule: 'must be an array'
    },
    hash: { fits: isObject, rule: 'must be a hash' },
    integer: {
        fits: (value) => isScalar(value) && /^(-?\d+)?$/.test(String(value)),
        rule: 'must be an integer'
    },
    list: {
        fits: (value) => isArray(value) || typeof value === 'string',
        rule: 'must be an array'
    },
    string: { fits: isScalar, rule: 'must be a string' },
    text: { fits: (value) => typeof value === 'string', rule: 'must be a string' },
    time: {
        fits: (value) =>
            value === '' || (isScalar(value) && !Number.isNaN(Date.parse(String(value)))),
        rule: 'must be a date'
    }
};

/**
 * The first attribute with a value of the wrong type; null fits every kind.
 * @param within the name of the hash that holds the values
 */
export function misfit(within: string, values: JsonObject, attributes: Attributes): Misfit | null {
    for (const [name, value] of Object.entries(values)) {
        const kind = Object.hasOwn(attributes, name) ? attributes[name] : 'any';
        const found = misfitOf(`${within}.${name}`, value ?? null, kind ?? 'any');
        if (found !== null) {
            return found;
        }
    }
    return null;
}

function misfitOf(name: string, value: Json, kind: Kind | Attributes): Misfit | null {
    if (value === null) {
        return null;
    }
    if (typeof kind === 'object') {
        return isObject(value) ? misfit(name, value, kind) : { name, rule: KINDS.hash.rule };
    }
    return KINDS[kind].fits(value) ? null : { name, rule: KINDS[kind].rule };
}

/** The kind that a value has which stands for an attribute nobody sent. */
export function kindOf(value: Json): Kind {
    if (isArray(value)) {
        return 'array';
    }
    switch (typeof value) {
        case 'boolean':
            return 'boolean';
        case 'number':
            return 'integer';
        case 'string':
            return 'string';
        default:
            return value === null ? 'any' : 'hash';
    }
}
