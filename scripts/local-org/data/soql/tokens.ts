import { QueryError } from '../errors.ts';

export type TokenKind =
    'word' | 'string' | 'number' | 'date' | 'datetime' | 'time' | 'braces' | 'symbol' | 'end';

/** A piece of query text; `text` is as written, quotes and all. */
export interface Token {
    readonly kind: TokenKind;
    readonly text: string;
}

const PATTERNS: readonly (readonly [TokenKind | 'skip', RegExp])[] = [
    ['skip', /(?:\s+|\/\*[\s\S]*?\*\/|\/\/[^\n]*)+/y],
    ['string', /'''[\s\S]*?'''|'(?:[^'\\]|\\[\s\S])*'/y],
    ['datetime', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})/iy],
    ['date', /\d{4}-\d{2}-\d{2}(?![\w:])/y],
    ['time', /\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?/iy],
    ['number', /\d+(?:\.\d*)?(?:e[+-]?\d+)?(?!\w)|\.\d+/iy],
    ['word', /[\p{L}_]\w*|\d\w*/uy],
    ['braces', /\{(?:[^}\\]|\\[\s\S])*\}/y],
    ['symbol', /<=|>=|<>|!=|[\s\S]/y]
];

/**
 * Cuts query text into tokens, the last of kind `end`. Comments count as space.
 * @throws QueryError where a string literal is not closed.
 */
export function tokenize(text: string): readonly Token[] {
    const tokens: Token[] = [];
    let at = 0;
    while (at < text.length) {
        const [kind, found] = match(text, at);
        at += found.length;
        if (kind === 'symbol' && found === "'") {
            throw unclosed(text);
        }
        if (kind !== 'skip') {
            tokens.push({ kind, text: found });
        }
    }
    return [...tokens, { kind: 'end', text: '<EOF>' }];
}

function match(text: string, at: number): readonly [TokenKind | 'skip', string] {
    for (const [kind, pattern] of PATTERNS) {
        pattern.lastIndex = at;
        const found = pattern.exec(text);
        if (found !== null) {
            return [kind, found[0]];
        }
    }
    throw new RangeError('The last pattern takes any character');
}

function unclosed(text: string): QueryError {
    const message = `line 1:${text.length} mismatched character '<EOF>' expecting '''`;
    return new QueryError('MALFORMED_QUERY', message);
}
