import { escapeHtml } from '../pages/markup.ts';
import { unsupported, VisualforceProblem } from './problem.ts';

/** What merge fields can name. */
export interface MergeValues {
    /** Query parameters of the page's URL. */
    readonly parameters: URLSearchParams;
    /** Texts of custom labels in the user's language. */
    readonly labels: Readonly<Record<string, string>>;
}

/** Where a merge field stands, which decides how its value is made safe. */
export type MergePlace = 'markup' | 'script';

const FIELD = /\{!([^}]*)\}/g;
const LABEL = /\$Label\.(?:c\.)?(\w+)/gi;

/** Names of the labels that a text refers to. */
export function labelNames(text: string): readonly string[] {
    return [...text.matchAll(LABEL)].map(([, name = '']) => name);
}

/**
 * Fills in the merge fields of a text. In markup a value is encoded as HTML. In a script the platform
 * encodes nothing by itself, so one that is not passed through JSENCODE is refused here.
 */
export function fillIn(text: string, place: MergePlace, values: MergeValues): string {
    return text.replace(FIELD, (_, expression: string) => {
        const { value, isEncoded } = evaluate(expression.trim(), values);
        if (place === 'script' && !isEncoded) {
            throw new VisualforceProblem(
                `{!${expression}} stands in a script without JSENCODE: its value could run there.`
            );
        }
        return isEncoded ? value : escapeHtml(value);
    });
}

interface Evaluated {
    readonly value: string;
    readonly isEncoded: boolean;
}

const ENCODERS: Readonly<Record<string, (value: string) => string>> = {
    HTMLENCODE: escapeHtml,
    JSENCODE: encodeForScript,
    URLENCODE: encodeURIComponent
};

function evaluate(expression: string, values: MergeValues): Evaluated {
    const [, encoder = '', inner = ''] = /^(\w+)\s*\((.*)\)$/s.exec(expression) ?? [];
    const encode = ENCODERS[encoder.toUpperCase()];
    if (encode) return { value: encode(evaluate(inner.trim(), values).value), isEncoded: true };
    return { value: valueOf(expression, values), isEncoded: false };
}

function valueOf(expression: string, { parameters, labels }: MergeValues): string {
    const [, parameter] = /^\$CurrentPage\.parameters\.(\w+)$/i.exec(expression) ?? [];
    if (parameter !== undefined) return parameters.get(parameter) ?? '';
    const [, label] = /^\$Label\.(?:c\.)?(\w+)$/i.exec(expression) ?? [];
    if (label === undefined) throw unsupported(`the expression {!${expression}}`);
    const text = labels[label];
    if (text === undefined) throw new VisualforceProblem(`There is no label named ${label}.`);
    return text;
}

const ESCAPES: Readonly<Record<string, string>> = {
    '\n': '\\n',
    '\r': '\\r',
    '"': '\\"',
    "'": "\\'",
    '/': '\\/',
    '\\': '\\\\'
};

/** Safe between quotes of a script, inside a page too. */
function encodeForScript(value: string): string {
    return value.replace(
        /[\n\r"'/\\<>\u2028\u2029]/g,
        (character) =>
            ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    );
}
