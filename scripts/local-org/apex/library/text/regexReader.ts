import { systemException } from '../../values/exception.ts';

/** Inline flags in force at a place in a pattern. */
export interface RegexFlags {
    readonly ignoreCase: boolean;
    readonly multiline: boolean;
    readonly dotAll: boolean;
    readonly comments: boolean;
}

export const NO_FLAGS: RegexFlags = {
    ignoreCase: false,
    multiline: false,
    dotAll: false,
    comments: false
};

/** Walks a pattern by code points. */
export class RegexReader {
    readonly source: string;
    private readonly points: readonly string[];
    private position = 0;

    constructor(source: string) {
        this.source = source;
        this.points = [...source];
    }

    get atEnd(): boolean {
        return this.position >= this.points.length;
    }

    peek(ahead = 0): string {
        return this.points[this.position + ahead] ?? '';
    }

    next(): string {
        const point = this.peek();
        this.position += 1;
        return point;
    }

    /** Takes a text if it is next. */
    accept(text: string): boolean {
        const found = [...text].every((point, index) => this.peek(index) === point);
        if (found) {
            this.position += [...text].length;
        }
        return found;
    }

    expect(text: string, failure: string): void {
        if (!this.accept(text)) {
            this.fail(failure);
        }
    }

    /** Takes what matches, one code point after the other. */
    takeWhile(isPart: (point: string) => boolean, limit = Infinity): string {
        let taken = '';
        while (!this.atEnd && isPart(this.peek()) && [...taken].length < limit) {
            taken += this.next();
        }
        return taken;
    }

    /** Takes up to a closing text, which is taken too; to the end when there is none. */
    takeUntil(closing: string): string {
        let taken = '';
        while (!this.atEnd && !this.accept(closing)) {
            taken += this.next();
        }
        return taken;
    }

    /** As the platform words a PatternSyntaxException. */
    fail(description: string): never {
        throw systemException(
            'StringException',
            `Invalid regex: ${description} near index ${Math.max(0, this.position - 1)}\n${this.source}`
        );
    }
}

/** A literal character, safe anywhere in a JavaScript pattern with flag `v`. */
export function literal(point: string): string {
    if (/[a-zA-Z0-9_]/.test(point) || point > '\x7F') {
        return point;
    }
    return `\\x${point.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

const CONTROL_ESCAPES: Readonly<Record<string, string>> = {
    t: '\t',
    n: '\n',
    r: '\r',
    f: '\f',
    a: '\x07',
    e: '\x1b'
};

/** The character that an escape (after its backslash) stands for; null when it is no character. */
export function readCharacterEscape(reader: RegexReader): string | null {
    const letter = reader.peek();
    const control = CONTROL_ESCAPES[letter];
    if (control !== undefined) {
        reader.next();
        return control;
    }
    switch (letter) {
        case 'x':
            reader.next();
            return reader.accept('{')
                ? fromHex(reader, reader.takeUntil('}'))
                : fromHex(reader, reader.takeWhile(isHex, 2));
        case 'u':
            reader.next();
            return fromHex(reader, reader.takeWhile(isHex, 4));
        case '0':
            reader.next();
            return String.fromCodePoint(
                parseInt(
                    reader.takeWhile((c) => /[0-7]/.test(c), 3),
                    8
                )
            );
        case 'c':
            reader.next();
            return String.fromCharCode(reader.next().charCodeAt(0) ^ 64);
        default:
            return /[a-zA-Z0-9]/.test(letter) ? null : reader.next();
    }
}

function fromHex(reader: RegexReader, digits: string): string {
    const code = parseInt(digits, 16);
    return Number.isNaN(code)
        ? reader.fail('Illegal hexadecimal escape sequence')
        : String.fromCodePoint(code);
}

function isHex(point: string): boolean {
    return /[0-9a-fA-F]/.test(point);
}
