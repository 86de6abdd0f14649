import { QueryError } from '../errors.ts';

/** What a FIND clause looks for. */
export type SearchTerm =
    | { readonly kind: 'words'; readonly words: readonly RegExp[] }
    | { readonly kind: 'and' | 'or'; readonly terms: readonly SearchTerm[] }
    | { readonly kind: 'not'; readonly term: SearchTerm };

const TOKEN = /"[^"]*"|\(|\)|[^\s()"]+/g;

const parsed = new Map<string, SearchTerm>();

/**
 * Reads FIND text: words that must all occur, `"phrases"`, `*` and `?`, AND, OR, AND NOT and
 * parentheses. A word matches whole words, as the platform's index does.
 */
export function parseSearchText(text: string): SearchTerm {
    const known = parsed.get(text);
    if (known !== undefined) {
        return known;
    }
    const reader = new TermReader(text.match(TOKEN) ?? []);
    const term = reader.whole();
    parsed.set(text, term);
    return term;
}

/** True when the term is found in the fields of a record. */
export function matches(term: SearchTerm, text: string): boolean {
    switch (term.kind) {
        case 'words':
            return term.words.every((word) => word.test(text));
        case 'and':
            return term.terms.every((part) => matches(part, text));
        case 'or':
            return term.terms.some((part) => matches(part, text));
        case 'not':
            return !matches(term.term, text);
    }
}

class TermReader {
    readonly #tokens: readonly string[];
    #at = 0;

    constructor(tokens: readonly string[]) {
        this.#tokens = tokens;
    }

    whole(): SearchTerm {
        const term = this.#or();
        if (this.#peek() !== undefined) {
            throw this.#unexpected();
        }
        return term;
    }

    #peek(): string | undefined {
        return this.#tokens[this.#at];
    }

    #accept(word: string): boolean {
        const found = this.#peek()?.toUpperCase() === word;
        this.#at += found ? 1 : 0;
        return found;
    }

    #or(): SearchTerm {
        const terms = [this.#and()];
        while (this.#accept('OR')) {
            terms.push(this.#and());
        }
        return terms.length === 1 && terms[0] !== undefined ? terms[0] : { kind: 'or', terms };
    }

    #and(): SearchTerm {
        const terms = [this.#operand()];
        while (this.#peek() !== undefined && this.#peek() !== ')' && !this.#isOr()) {
            this.#accept('AND');
            const negated = this.#accept('NOT');
            const term = this.#operand();
            terms.push(negated ? { kind: 'not', term } : term);
        }
        return terms.length === 1 && terms[0] !== undefined ? terms[0] : { kind: 'and', terms };
    }

    #isOr(): boolean {
        return this.#peek()?.toUpperCase() === 'OR';
    }

    #operand(): SearchTerm {
        if (this.#accept('(')) {
            const term = this.#or();
            if (!this.#accept(')')) {
                throw this.#unexpected();
            }
            return term;
        }
        const token = this.#peek();
        if (token === undefined) {
            throw this.#unexpected();
        }
        this.#at += 1;
        return { kind: 'words', words: [pattern(token.replace(/^"|"$/g, ''))] };
    }

    #unexpected(): QueryError {
        return new QueryError('MALFORMED_QUERY', `unexpected token: '${this.#peek() ?? '<EOF>'}'`);
    }
}

function pattern(word: string): RegExp {
    const plain = word.replace(/\\(.)/g, '$1').replace(/[.+^${}()|[\]\\]/g, '\\$&');
    const source = plain.replace(/\*/g, '[\\p{L}\\p{N}_]*').replace(/\?/g, '[\\p{L}\\p{N}_]');
    return new RegExp(`(?<![\\p{L}\\p{N}_])${source}(?![\\p{L}\\p{N}_])`, 'iu');
}
