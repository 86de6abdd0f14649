import { systemException } from '../../values/exception.ts';
import type { JsonPlace } from './tree.ts';

/** System.JSONToken, by name. */
export type TokenKind =
    | 'START_OBJECT'
    | 'END_OBJECT'
    | 'START_ARRAY'
    | 'END_ARRAY'
    | 'FIELD_NAME'
    | 'VALUE_STRING'
    | 'VALUE_NUMBER_INT'
    | 'VALUE_NUMBER_FLOAT'
    | 'VALUE_TRUE'
    | 'VALUE_FALSE'
    | 'VALUE_NULL';

export interface JsonTokenAt {
    readonly kind: TokenKind;
    readonly text: string;
    readonly at: JsonPlace;
}

const ESCAPES: Readonly<Record<string, string>> = {
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    '"': '"',
    '\\': '\\',
    '/': '/'
};

type Expectation = 'value' | 'firstItem' | 'firstName' | 'name' | 'commaOrEnd';

/** Reads a JSON text token by token, in the words of the platform's parser when it is malformed. */
export class TokenReader {
    private readonly text: string;
    private position = 0;
    private line = 1;
    private lineStart = 0;
    private lineEnd: number;
    private readonly open: ('{' | '[')[] = [];
    private expected: Expectation | 'nothing' = 'value';

    constructor(text: string) {
        this.text = text;
        this.lineEnd = this.endOfLine(0);
    }

    /** Null at the end of the text. */
    next(): JsonTokenAt | null {
        this.skipSpace();
        if (this.position >= this.text.length) {
            return this.end();
        }
        if (this.expected === 'nothing') {
            return null;
        }
        if (this.expected === 'commaOrEnd') {
            return this.afterValue();
        }
        const point = this.text.charAt(this.position);
        if (this.expected === 'firstName' || this.expected === 'name') {
            return this.name(point);
        }
        return this.expected === 'firstItem' && point === ']' ? this.close(']') : this.value(point);
    }

    private end(): null {
        const last = this.open.at(-1);
        if (last !== undefined) {
            const kind = last === '{' ? 'OBJECT' : 'ARRAY';
            throw this.failure(`Unexpected end-of-input: expected close marker for ${kind}`);
        }
        if (this.expected === 'value') {
            throw systemException(
                'JSONException',
                'No content to map to Object due to end of input'
            );
        }
        return null;
    }

    private afterValue(): JsonTokenAt | null {
        const point = this.text.charAt(this.position);
        const isObject = this.open.at(-1) === '{';
        if (point === (isObject ? '}' : ']')) {
            return this.close(point);
        }
        if (point !== ',') {
            const kind = isObject ? 'OBJECT' : 'ARRAY';
            throw this.unexpected(`was expecting comma to separate ${kind} entries`);
        }
        this.position += 1;
        this.expected = isObject ? 'name' : 'value';
        return this.next();
    }

    private name(point: string): JsonTokenAt {
        if (point === '}' && this.expected === 'firstName') {
            return this.close('}');
        }
        if (point !== '"') {
            throw this.unexpected('was expecting double-quote to start field name');
        }
        const at = this.place();
        const text = this.string();
        this.skipSpace();
        if (this.text.charAt(this.position) !== ':') {
            throw this.unexpected('was expecting a colon to separate field name and value');
        }
        this.position += 1;
        this.expected = 'value';
        return { kind: 'FIELD_NAME', text, at };
    }

    private value(point: string): JsonTokenAt {
        const at = this.place();
        if (point === '{' || point === '[') {
            this.position += 1;
            this.open.push(point);
            this.expected = point === '{' ? 'firstName' : 'firstItem';
            return { kind: point === '{' ? 'START_OBJECT' : 'START_ARRAY', text: point, at };
        }
        const token = point === '"' ? this.stringToken(at) : (this.number(at) ?? this.word(at));
        this.expected = this.open.length === 0 ? 'nothing' : 'commaOrEnd';
        return token;
    }

    private stringToken(at: JsonPlace): JsonTokenAt {
        return { kind: 'VALUE_STRING', text: this.string(), at };
    }

    private close(point: string): JsonTokenAt {
        const at = this.place();
        this.position += 1;
        this.open.pop();
        this.expected = this.open.length === 0 ? 'nothing' : 'commaOrEnd';
        return { kind: point === '}' ? 'END_OBJECT' : 'END_ARRAY', text: point, at };
    }

    private number(at: JsonPlace): JsonTokenAt | null {
        const pattern = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
        pattern.lastIndex = this.position;
        const found = pattern.exec(this.text);
        if (!found) {
            return null;
        }
        this.position += found[0].length;
        const isFloat = found[1] !== undefined || found[2] !== undefined;
        return { kind: isFloat ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT', text: found[0], at };
    }

    private word(at: JsonPlace): JsonTokenAt {
        const words = { true: 'VALUE_TRUE', false: 'VALUE_FALSE', null: 'VALUE_NULL' } as const;
        const found = /[A-Za-z]+/y;
        found.lastIndex = this.position;
        const text = found.exec(this.text)?.[0];
        if (text === undefined) {
            throw this.unexpected('expected a value');
        }
        const kind = text in words ? words[text as keyof typeof words] : undefined;
        if (kind === undefined) {
            throw this.failure(`Unrecognized token '${text}': was expecting 'null'`);
        }
        this.position += text.length;
        return { kind, text, at };
    }

    private string(): string {
        let output = '';
        this.position += 1;
        for (;;) {
            const point = this.text.charAt(this.position);
            if (point === '') {
                throw this.failure('Unexpected end-of-input in VALUE_STRING');
            }
            if (point === '"') {
                this.position += 1;
                return output;
            }
            if (point < ' ') {
                throw this.failure(
                    `Illegal unquoted character ((CTRL-CHAR, code ${point.charCodeAt(0)})): has to ` +
                        'be escaped using backslash to be included in string value'
                );
            }
            output += point === '\\' ? this.escape() : point;
            this.position += 1;
        }
    }

    private escape(): string {
        this.position += 1;
        const letter = this.text.charAt(this.position);
        if (letter === 'u') {
            const hex = this.text.slice(this.position + 1, this.position + 5);
            this.position += 4;
            return String.fromCharCode(parseInt(hex, 16));
        }
        const known = ESCAPES[letter];
        if (known === undefined) {
            throw this.failure(`Unrecognized character escape '${letter}'`);
        }
        return known;
    }

    private skipSpace(): void {
        while (/\s/.test(this.text.charAt(this.position)) && this.position < this.text.length) {
            this.position += 1;
        }
    }

    /** Counts on from the line of the last place, so that a long text is gone through once. */
    private place(): JsonPlace {
        while (this.lineEnd < this.position) {
            this.line += 1;
            this.lineStart = this.lineEnd + 1;
            this.lineEnd = this.endOfLine(this.lineStart);
        }
        return { line: this.line, column: this.position - this.lineStart + 1 };
    }

    private endOfLine(start: number): number {
        const end = this.text.indexOf('\n', start);
        return end === -1 ? Infinity : end;
    }

    private unexpected(reason: string): Error {
        const point = this.text.charAt(this.position);
        return this.failure(
            `Unexpected character ('${point}' (code ${point.charCodeAt(0)})): ${reason}`
        );
    }

    private failure(message: string): Error {
        const { line, column } = this.place();
        return systemException('JSONException', `${message} at input location [${line},${column}]`);
    }
}
