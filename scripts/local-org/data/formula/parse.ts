import type { BinaryOperator, Formula } from './ast.ts';

/** A formula that can't be read or computed. */
export class FormulaError extends Error {
    override readonly name = 'FormulaError';
}

const TOKEN =
    /\s+|\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+|[$A-Za-z_][\w$]*(?::\w+)?(?:\s*\.\s*[A-Za-z_]\w*(?::\w+)?)*|&&|\|\||<>|!=|==|<=|>=|[\s\S]/g;

/** Operators by binding strength, weakest first. */
const LEVELS: readonly (readonly string[])[] = [
    ['||'],
    ['&&'],
    ['=', '==', '!=', '<>', '<', '<=', '>', '>='],
    ['+', '-', '&'],
    ['*', '/'],
    ['^']
];

const CANONICAL: Readonly<Record<string, BinaryOperator>> = { '==': '=', '<>': '!=' };

const parsed = new Map<string, Formula>();

/**
 * The tree of a formula's text.
 * @throws FormulaError where it is malformed.
 */
export function parseFormula(text: string): Formula {
    const known = parsed.get(text);
    if (known !== undefined) {
        return known;
    }
    const reader = new FormulaReader(text);
    const formula = reader.whole();
    parsed.set(text, formula);
    return formula;
}

class FormulaReader {
    readonly #tokens: readonly string[];
    #at = 0;

    constructor(text: string) {
        const tokens = text.match(TOKEN) ?? [];
        this.#tokens = tokens.filter((token) => !/^(?:\s|\/\*)/.test(token));
    }

    whole(): Formula {
        const formula = this.#binary(0);
        if (this.#peek() !== '') {
            throw this.#unexpected();
        }
        return formula;
    }

    #peek(): string {
        return this.#tokens[this.#at] ?? '';
    }

    #next(): string {
        const token = this.#peek();
        this.#at += 1;
        return token;
    }

    #expect(token: string): void {
        if (this.#next() !== token) {
            this.#at -= 1;
            throw this.#unexpected();
        }
    }

    #binary(level: number): Formula {
        const operators = LEVELS[level];
        if (operators === undefined) {
            return this.#unary();
        }
        let left = this.#binary(level + 1);
        while (operators.includes(this.#peek())) {
            const token = this.#next();
            const operator = CANONICAL[token] ?? (token as BinaryOperator);
            left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
        }
        return left;
    }

    #unary(): Formula {
        const token = this.#peek();
        if (token === '-' || token === '!') {
            this.#next();
            return { kind: 'unary', operator: token, operand: this.#unary() };
        }
        if (token === '+') {
            this.#next();
            return this.#unary();
        }
        return this.#primary();
    }

    #primary(): Formula {
        const token = this.#next();
        if (token === '(') {
            const inner = this.#binary(0);
            this.#expect(')');
            return inner;
        }
        if (/^["']/.test(token)) {
            return { kind: 'literal', value: unquoted(token) };
        }
        if (/^[\d.]/.test(token)) {
            return { kind: 'literal', value: Number(token) };
        }
        if (/^[$A-Za-z_]/.test(token)) {
            return this.#peek() === '(' ? this.#call(token) : word(token);
        }
        this.#at -= 1;
        throw this.#unexpected();
    }

    #call(name: string): Formula {
        this.#expect('(');
        const args: Formula[] = [];
        while (this.#peek() !== ')') {
            if (args.length > 0) {
                this.#expect(',');
            }
            args.push(this.#binary(0));
        }
        this.#expect(')');
        return { kind: 'call', name: name.toUpperCase(), args };
    }

    #unexpected(): FormulaError {
        return new FormulaError(`Syntax error. Found '${this.#peek()}'`);
    }
}

function word(token: string): Formula {
    switch (token.toUpperCase()) {
        case 'TRUE':
            return { kind: 'literal', value: true };
        case 'FALSE':
            return { kind: 'literal', value: false };
        case 'NULL':
            return { kind: 'literal', value: null };
        default:
            // `Owner:User.Email` names the object that a polymorphic lookup is meant to hold.
            return { kind: 'reference', path: token.replace(/:\w+/g, '').split(/\s*\.\s*/) };
    }
}

function unquoted(token: string): string {
    return token.slice(1, -1).replace(/\\([\s\S])/g, (_, letter: string) => {
        return { n: '\n', r: '\r', t: '\t' }[letter] ?? letter;
    });
}
