import { propertyClass, SHORTHANDS } from './javaRegexClasses.ts';
import { literal, readCharacterEscape } from './regexReader.ts';
import type { RegexReader } from './regexReader.ts';

/** Reads a character class after its `[`, unions and intersections included. */
export function readClass(reader: RegexReader, ignoreCase: boolean): string {
    const negation = reader.accept('^') ? '^' : '';
    const operands: string[] = [];
    do {
        operands.push(readUnion(reader, ignoreCase, operands.length === 0));
    } while (reader.accept('&&'));
    reader.expect(']', 'Unclosed character class');
    const body = operands.length === 1 ? operands[0] : operands.map((o) => `[${o}]`).join('&&');
    return `[${negation}${body ?? ''}]`;
}

function readUnion(reader: RegexReader, ignoreCase: boolean, isFirst: boolean): string {
    let members = '';
    let canClose = !isFirst;
    while (!reader.atEnd && !(reader.peek() === ']' && canClose) && !isIntersection(reader)) {
        members += readMember(reader, ignoreCase);
        canClose = true;
    }
    return members;
}

function readMember(reader: RegexReader, ignoreCase: boolean): string {
    if (reader.accept('[')) {
        return readClass(reader, ignoreCase);
    }
    const first = readPoint(reader);
    if (typeof first !== 'string') {
        return first.join('');
    }
    if (reader.peek() !== '-' || [']', '['].includes(reader.peek(1)) || reader.peek(1) === '') {
        return inBothCases(first, ignoreCase);
    }
    reader.next();
    const to = readPoint(reader);
    return typeof to === 'string'
        ? rangeInBothCases(first, to, ignoreCase)
        : `${inBothCases(first, ignoreCase)}\\x2d${to.join('')}`;
}

/** One character, or the members of a shorthand class as a list of one. */
function readPoint(reader: RegexReader): string | readonly string[] {
    if (!reader.accept('\\')) {
        return reader.next();
    }
    if (reader.accept('Q')) {
        return [[...reader.takeUntil('\\E')].map((point) => literal(point)).join('')];
    }
    const character = readCharacterEscape(reader);
    return character ?? [readClassEscape(reader)];
}

/** `\d`, `\S`, `\p{L}`… after the backslash, as members of a class. */
export function readClassEscape(reader: RegexReader): string {
    const letter = reader.next();
    if (letter === 'p' || letter === 'P') {
        return readProperty(reader, letter === 'P');
    }
    const members = SHORTHANDS[letter.toLowerCase()];
    if (members === undefined) {
        return reader.fail('Illegal/unsupported escape sequence');
    }
    return letter === letter.toLowerCase() ? members : `[^${members}]`;
}

function readProperty(reader: RegexReader, isNegated: boolean): string {
    const name = reader.accept('{') ? reader.takeUntil('}') : reader.next();
    const members = propertyClass(name);
    if (members === null) {
        return reader.fail(`Unknown character property name {${name}}`);
    }
    return isNegated ? `[^${members}]` : members;
}

function isIntersection(reader: RegexReader): boolean {
    return reader.peek() === '&' && reader.peek(1) === '&';
}

/** A character as members of a class, in either case when case is ignored. */
export function inBothCases(point: string, ignoreCase: boolean): string {
    if (!ignoreCase || !/^[a-zA-Z]$/.test(point)) {
        return literal(point);
    }
    return point.toLowerCase() + point.toUpperCase();
}

function rangeInBothCases(from: string, to: string, ignoreCase: boolean): string {
    const range = `${literal(from)}-${literal(to)}`;
    const isLetters = /^[a-zA-Z]$/.test(from) && /^[a-zA-Z]$/.test(to);
    return ignoreCase && isLetters
        ? `${from.toLowerCase()}-${to.toLowerCase()}${from.toUpperCase()}-${to.toUpperCase()}`
        : range;
}
