import { QueryError } from '../errors.ts';
import type { BindValue, FieldPath } from './ast.ts';
import { tokenize, type Token } from './tokens.ts';

/** Gives the key of a bind written `:name`, `:record.Id`. */
export type BindKey = (written: string) => string;

/** A reading position in the tokens of a query. Words compare without case. */
export class Cursor {
    readonly #tokens: readonly Token[];
    readonly #bindKey: BindKey;
    #at = 0;

    constructor(text: string, bindKey: BindKey) {
        this.#tokens = tokenize(text);
        this.#bindKey = bindKey;
    }

    peek(ahead = 0): Token {
        return this.#tokens[this.#at + ahead] ?? { kind: 'end', text: '<EOF>' };
    }

    next(): Token {
        const token = this.peek();
        this.#at += 1;
        return token;
    }

    /** True when the next tokens are these words or symbols. */
    sees(...words: readonly string[]): boolean {
        return words.every((word, ahead) => this.peek(ahead).text.toUpperCase() === word);
    }

    /** Steps over these words or symbols when they come next. */
    accept(...words: readonly string[]): boolean {
        const found = this.sees(...words);
        this.#at += found ? words.length : 0;
        return found;
    }

    expect(...words: readonly string[]): void {
        for (const word of words) {
            if (!this.accept(word)) {
                throw this.unexpected();
            }
        }
    }

    word(): string {
        if (this.peek().kind !== 'word') {
            throw this.unexpected();
        }
        return this.next().text;
    }

    path(): FieldPath {
        const path = [this.word()];
        while (this.accept('.')) {
            path.push(this.word());
        }
        return path;
    }

    /** The bind after a colon. */
    bind(): BindValue {
        this.expect(':');
        if (this.peek().kind === 'string' || this.peek().kind === 'number') {
            const message = 'Only variable references are allowed in dynamic SOQL/SOSL.';
            throw new QueryError('MALFORMED_QUERY', message);
        }
        return { kind: 'bind', key: this.#bindKey(this.path().join('.')) };
    }

    /** Items with commas between. */
    list<T>(item: () => T): readonly T[] {
        const items = [item()];
        while (this.accept(',')) {
            items.push(item());
        }
        return items;
    }

    /** What an opening parenthesis starts, up to its closing one. */
    parenthesized<T>(content: () => T): T {
        this.expect('(');
        const result = content();
        this.expect(')');
        return result;
    }

    end(): void {
        if (this.peek().kind !== 'end') {
            throw this.unexpected();
        }
    }

    unexpected(): QueryError {
        return new QueryError('MALFORMED_QUERY', `unexpected token: '${this.peek().text}'`);
    }
}
