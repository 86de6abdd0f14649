import { systemException } from '../../values/exception.ts';

/** A part of a Java replacement text: plain text, or a group by number or name. */
export type ReplacementPart =
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'group'; readonly group: number | string };

/** Splits `$1`, `${name}` and backslash escapes; IllegalArgumentException when malformed. */
export function parseReplacement(
    replacement: string,
    groupCount: number
): readonly ReplacementPart[] {
    const parts: ReplacementPart[] = [];
    let index = 0;
    while (index < replacement.length) {
        const taken = nextPart(replacement, index, groupCount);
        parts.push(taken.part);
        index = taken.end;
    }
    return parts;
}

function nextPart(
    text: string,
    start: number,
    groupCount: number
): { readonly part: ReplacementPart; readonly end: number } {
    const point = text.charAt(start);
    if (point === '\\') {
        const escaped = text.charAt(start + 1);
        if (escaped === '') {
            throw illegal('character to be escaped is missing');
        }
        return { part: { kind: 'text', text: escaped }, end: start + 2 };
    }
    if (point !== '$') {
        return { part: { kind: 'text', text: point }, end: start + 1 };
    }
    return groupPart(text, start + 1, groupCount);
}

function groupPart(
    text: string,
    start: number,
    groupCount: number
): { readonly part: ReplacementPart; readonly end: number } {
    const name = /^\{([a-zA-Z]\w*)\}/.exec(text.slice(start));
    if (name?.[1] !== undefined) {
        return { part: { kind: 'group', group: name[1] }, end: start + name[0].length };
    }
    const digits = /^\d+/.exec(text.slice(start))?.[0];
    if (digits === undefined) {
        throw illegal('Illegal group reference');
    }
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) > groupCount) {
        length -= 1;
    }
    const group = Number(digits.slice(0, length));
    return { part: { kind: 'group', group }, end: start + length };
}

function illegal(message: string): Error {
    return systemException('StringException', message);
}
