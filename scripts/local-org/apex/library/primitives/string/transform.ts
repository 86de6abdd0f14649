import { systemException } from '../../../values/exception.ts';
import { compileJavaRegex } from '../../text/javaRegex.ts';
import { Matcher, Pattern } from '../../text/matcher.ts';

const after = (text: string, at: number, width: number): string =>
    at === -1 ? '' : text.slice(at + width);

const without = (text: string, start: number, length: number): string =>
    text.slice(0, start) + text.slice(start + length);

/** Methods that make another text: parts, replacements, letters' case. */
export const transformation = {
    capitalize: (text: string): string => text.charAt(0).toUpperCase() + text.slice(1),
    uncapitalize: (text: string): string => text.charAt(0).toLowerCase() + text.slice(1),
    deleteWhitespace: (text: string): string => text.replace(/\s/g, ''),
    normalizeSpace: (text: string): string => text.trim().replace(/\s+/g, ' '),
    remove: (text: string, part: string): string =>
        part === '' ? text : text.replaceAll(part, ''),
    removeEnd: (text: string, end: string): string =>
        text.endsWith(end) ? text.slice(0, text.length - end.length) : text,
    removeEndIgnoreCase: (text: string, end: string): string =>
        text.toLowerCase().endsWith(end.toLowerCase())
            ? text.slice(0, text.length - end.length)
            : text,
    removeStart: (text: string, start: string): string =>
        text.startsWith(start) ? without(text, 0, start.length) : text,
    removeStartIgnoreCase: (text: string, start: string): string =>
        text.toLowerCase().startsWith(start.toLowerCase()) ? without(text, 0, start.length) : text,
    replace: (text: string, part: string, by: string): string => text.split(part).join(by),
    replaceAll: (text: string, regex: string, by: string): string =>
        matcherOf(text, regex).replaceAll(by),
    replaceFirst: (text: string, regex: string, by: string): string =>
        matcherOf(text, regex).replaceFirst(by),
    reverse: (text: string): string => [...text].reverse().join(''),
    stripHtmlTags: (text: string): string => text.replace(/<[^>]*>/g, ''),
    substring: (text: string, start: number, end = text.length): string => {
        if (start < 0 || end > text.length || start > end) {
            throw systemException(
                'StringException',
                start < 0 || start > text.length
                    ? `Starting position out of bounds: ${start}`
                    : `Ending position out of bounds: ${end}`
            );
        }
        return text.slice(start, end);
    },
    swapCase: (text: string): string =>
        [...text]
            .map((point) =>
                point === point.toUpperCase() ? point.toLowerCase() : point.toUpperCase()
            )
            .join(''),
    toLowerCase: (text: string, locale?: string): string =>
        locale === undefined
            ? text.toLowerCase()
            : text.toLocaleLowerCase(locale.replaceAll('_', '-')),
    toUpperCase: (text: string, locale?: string): string =>
        locale === undefined
            ? text.toUpperCase()
            : text.toLocaleUpperCase(locale.replaceAll('_', '-')),
    trim: (text: string): string => text.replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, '')
};

/** Methods of Apache Commons that take null for "no such part". */
export const nullTolerantParts = {
    difference: (text: string, other: string | null): string => {
        const at = [...Array(text.length).keys()].find((index) => text[index] !== other?.[index]);
        return other === null ? text : other.slice(at ?? text.length);
    },
    substringAfter: (text: string, separator: string | null): string =>
        separator === null ? '' : after(text, text.indexOf(separator), separator.length),
    substringAfterLast: (text: string, separator: string | null): string =>
        separator === null || separator === ''
            ? ''
            : after(text, text.lastIndexOf(separator), separator.length),
    substringBefore: (text: string, separator: string | null): string =>
        separator === null || !text.includes(separator)
            ? text
            : text.slice(0, text.indexOf(separator)),
    substringBeforeLast: (text: string, separator: string | null): string =>
        separator === null || separator === '' || !text.includes(separator)
            ? text
            : text.slice(0, text.lastIndexOf(separator)),
    substringBetween: (text: string, open: string | null, close = open): string | null => {
        const start = open === null ? -1 : text.indexOf(open);
        if (open === null || close === null || start === -1) {
            return null;
        }
        const end = text.indexOf(close, start + open.length);
        return end === -1 ? null : text.slice(start + open.length, end);
    },
    equals: (text: string, other: unknown): boolean => text === other,
    equalsIgnoreCase: (text: string, other: string | null): boolean =>
        other !== null && text.toLowerCase() === other.toLowerCase()
};

function matcherOf(text: string, regex: string): Matcher {
    return new Matcher(new Pattern(compileJavaRegex(regex)), text);
}
