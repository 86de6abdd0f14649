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

/**
 * Each element of the answer is judged by the example's first element of its kind. Empty inner lists
 * are accepted when another element shows how they look.
 */
function compareLists(
    example: readonly Json[],
    actual: readonly Json[],
    property: string
): Difference[] {
    const inner = `${property}[]`;
    if (!isObject(example[0])) {
        return [];
    }
    if (actual.length === 0) {
        return [{ property: inner, problem: EMPTY }];
    }
    const found = actual.map((item) => {
        const shown = shownFor(example, item, property);
        return shown === undefined ? null : compare(shown, item, inner);
    });
    const judged = found.filter((differences) => differences !== null);
    const all = judged.flat();
    const isEverywhere = ({ property: name }: Difference) =>
        judged.every((differences) => differences.some((other) => other.property === name));
    const kept = all.filter(
        (difference) => difference.problem !== EMPTY || isEverywhere(difference)
    );
    return [
        ...new Map(kept.map((difference) => [JSON.stringify(difference), difference])).values()
    ];
}

const EMPTY = 'is empty, so nothing can be compared';

/** Lists whose elements are of several kinds, and the property that tells them apart. */
const KINDS: readonly (readonly [RegExp, string])[] = [
    [/(^|\.)(child_)?events$/, 'type'],
    [/^results$/, 'result_type']
];

function shownFor(example: readonly Json[], item: Json, property: string): Json | undefined {
    const kind = KINDS.find(([list]) => list.test(property))?.[1];
    if (kind === undefined || !isObject(item)) {
        return example[0];
    }
    return example.find((shown) => isObject(shown) && shown[kind] === item[kind]);
}
