import { systemException } from '../../../values/exception.ts';

const lower = (text: string): string => text.toLowerCase();
const every = (text: string, allowed: RegExp): boolean => text !== '' && allowed.test(text);

/** Methods that look into a text: tests, positions, distances. */
export const inspection = {
    length: (text: string): number => text.length,
    charAt: (text: string, index: number): number => codeUnit(text, index),
    codePointAt: (text: string, index: number): number => {
        codeUnit(text, index);
        return text.codePointAt(index) ?? 0;
    },
    codePointBefore: (text: string, index: number): number => {
        codeUnit(text, index - 1);
        return [...text.slice(0, index)].at(-1)?.codePointAt(0) ?? 0;
    },
    codePointCount: (text: string, from: number, to: number): number =>
        [...text.slice(from, to)].length,
    offsetByCodePoints: (text: string, index: number, count: number): number =>
        count >= 0
            ? index + [...text.slice(index)].slice(0, count).join('').length
            : index - [...text.slice(0, index)].slice(count).join('').length,
    compareTo: (text: string, other: string): number => compareUnits(text, other),
    contains: (text: string, part: string): boolean => text.includes(part),
    containsAny: (text: string, characters: string): boolean =>
        [...characters].some((point) => text.includes(point)),
    containsIgnoreCase: (text: string, part: string): boolean => lower(text).includes(lower(part)),
    containsNone: (text: string, characters: string): boolean =>
        ![...characters].some((point) => text.includes(point)),
    containsOnly: (text: string, characters: string): boolean =>
        [...text].every((point) => characters.includes(point)),
    containsWhitespace: (text: string): boolean => /\s/.test(text),
    countMatches: (text: string, part: string): number =>
        part === '' ? 0 : text.split(part).length - 1,
    startsWith: (text: string, prefix: string): boolean => text.startsWith(prefix),
    startsWithIgnoreCase: (text: string, prefix: string): boolean =>
        lower(text).startsWith(lower(prefix)),
    endsWith: (text: string, suffix: string): boolean => text.endsWith(suffix),
    endsWithIgnoreCase: (text: string, suffix: string): boolean =>
        lower(text).endsWith(lower(suffix)),
    indexOf: (text: string, part: string, from = 0): number => text.indexOf(part, from),
    indexOfIgnoreCase: (text: string, part: string, from = 0): number =>
        lower(text).indexOf(lower(part), from),
    indexOfAny: (text: string, characters: string): number =>
        firstUnit(text, (unit) => characters.includes(unit)),
    indexOfAnyBut: (text: string, characters: string): number =>
        firstUnit(text, (unit) => !characters.includes(unit)),
    indexOfChar: (text: string, code: number, from = 0): number =>
        text.indexOf(String.fromCodePoint(code), from),
    indexOfDifference: (text: string, other: string): number => {
        if (text === other) {
            return -1;
        }
        const at = firstUnit(text, (unit, index) => other.charAt(index) !== unit);
        return at === -1 ? text.length : at;
    },
    lastIndexOf: (text: string, part: string, from = Infinity): number =>
        from < 0 ? -1 : text.lastIndexOf(part, from),
    lastIndexOfIgnoreCase: (text: string, part: string, from = Infinity): number =>
        from < 0 ? -1 : lower(text).lastIndexOf(lower(part), from),
    lastIndexOfChar: (text: string, code: number, from = Infinity): number =>
        from < 0 ? -1 : text.lastIndexOf(String.fromCodePoint(code), from),
    getLevenshteinDistance: (text: string, other: string, threshold?: number): number => {
        const distance = levenshtein(text, other);
        return threshold !== undefined && distance > threshold ? -1 : distance;
    },
    isAllLowerCase: (text: string): boolean => every(text, /^\p{Ll}+$/u),
    isAllUpperCase: (text: string): boolean => every(text, /^\p{Lu}+$/u),
    isAlpha: (text: string): boolean => every(text, /^\p{L}+$/u),
    isAlphaSpace: (text: string): boolean => /^[\p{L} ]*$/u.test(text),
    isAlphanumeric: (text: string): boolean => every(text, /^[\p{L}\p{Nd}]+$/u),
    isAlphanumericSpace: (text: string): boolean => /^[\p{L}\p{Nd} ]*$/u.test(text),
    isAsciiPrintable: (text: string): boolean => /^[\x20-\x7e]*$/.test(text),
    isNumeric: (text: string): boolean => every(text, /^\p{Nd}+$/u),
    isNumericSpace: (text: string): boolean => /^[\p{Nd} ]*$/u.test(text),
    isWhitespace: (text: string): boolean => /^\s*$/.test(text)
};

/** Java's compareTo: the difference of the first differing characters, else of the lengths. */
function compareUnits(a: string, b: string): number {
    const at = firstUnit(a, (unit, index) => index >= b.length || unit !== b.charAt(index));
    return at === -1 || at >= b.length ? a.length - b.length : a.charCodeAt(at) - b.charCodeAt(at);
}

function firstUnit(text: string, accept: (unit: string, index: number) => boolean): number {
    for (let index = 0; index < text.length; index += 1) {
        if (accept(text.charAt(index), index)) {
            return index;
        }
    }
    return -1;
}

function codeUnit(text: string, index: number): number {
    if (index < 0 || index >= text.length) {
        throw systemException('StringException', `String index out of range: ${index}`);
    }
    return text.charCodeAt(index);
}

function levenshtein(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const substitution = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
            next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}
