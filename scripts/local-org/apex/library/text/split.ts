import type { CompiledRegex } from './javaRegex.ts';

/**
 * `String.split`: with limit 0 empty texts at the end are dropped, with a positive limit the last
 * piece holds the rest, with a negative one all pieces stay. A match without width at the very
 * beginning makes no empty first piece.
 */
export function splitByRegex(input: string, compiled: CompiledRegex, limit: number): string[] {
    const pieces: string[] = [];
    let last = 0;
    for (const match of input.matchAll(compiled.regexp('g'))) {
        if (limit > 0 && pieces.length === limit - 1) {
            break;
        }
        const end = match.index + match[0].length;
        if (end === 0 || (match[0] === '' && match.index >= input.length)) {
            continue;
        }
        pieces.push(input.slice(last, match.index));
        last = end;
    }
    if (pieces.length === 0) {
        return [input];
    }
    pieces.push(input.slice(last));
    return limit === 0 ? withoutEmptyEnd(pieces) : pieces;
}

function withoutEmptyEnd(pieces: readonly string[]): string[] {
    let length = pieces.length;
    while (length > 0 && pieces[length - 1] === '') {
        length -= 1;
    }
    return pieces.slice(0, length);
}
