import { isArray, isObject, type Json } from '../http/json.ts';

/** Something that the description shows and the answer has not, or has of another type. */
export interface Difference {
    /** As in `tickets[].via.source`. */
    readonly property: string;
    readonly problem: string;
}

/** Objects whose keys are the account's own names. */
const FREE_FORM = /(^|\.)(organization_fields|user_fields|custom|system|metadata|custom_headers)$/;

const typeOf = (value: Json): string =>
    value === null ? 'null' : isArray(value) ? 'list' : typeof value;

/**
 * Every property that the example shows must be in the answer and of its type. `null` on either
 * side says nothing about the type; extra properties are welcome.
 */
export function compare(example: Json, actual: Json | undefined, property = ''): Difference[] {
    if (actual === undefined) {
        return [{ property, problem: 'is missing' }];
    }
    if (example === null || actual === null || FREE_FORM.test(property)) {
        return [];
    }
    if (typeOf(example) !== typeOf(actual)) {
        return [{ property, problem: `is ${typeOf(actual)}, not ${typeOf(example)}` }];
    }
    if (isArray(example) && isArray(actual)) {
        return compareLists(example, actual, property);
    }
    if (isObject(example) && isObject(actual)) {
        return Object.entries(example).flatMap(([name, value]) =>
            compare(value ?? null, actual[name], property === '' ? name : `${property}.${name}`)
        );
    }
    return [];
}

/** Each element of the answer is judged by the first element of its kind that the example shows. */
function compareLists(
    example: readonly Json[],
    actual: readonly Json[],
    property: string
): Difference[] {
    const [shown] = example;
    if (shown === undefined || !isObject(shown)) {
        return [];
    }
    if (actual.length === 0) {
        return [{ property: `${property}[]`, problem: 'is empty, so nothing can be compared' }];
    }
    const found = actual.flatMap((item) => compare(shown, item, `${property}[]`));
    const seen = new Map(found.map((difference) => [JSON.stringify(difference), difference]));
    return [...seen.values()];
}
