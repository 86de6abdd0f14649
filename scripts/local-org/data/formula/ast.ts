/** A formula as a tree. Paths are as written; `$User.Id` has the path `['$User', 'Id']`. */
export type Formula =
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    | ReferenceFormula
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] }
    | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: Formula }
    | {
          readonly kind: 'binary';
          readonly operator: BinaryOperator;
          readonly left: Formula;
          readonly right: Formula;
      };

export interface ReferenceFormula {
    readonly kind: 'reference';
    readonly path: readonly string[];
}

export type BinaryOperator =
    '+' | '-' | '*' | '/' | '^' | '&' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';

/** Every field and global that a formula mentions, each path once. */
export function references(formula: Formula): readonly (readonly string[])[] {
    const found = new Map<string, readonly string[]>();
    collect(formula, found);
    return [...found.values()];
}

function collect(formula: Formula, found: Map<string, readonly string[]>): void {
    switch (formula.kind) {
        case 'literal':
            return;
        case 'reference':
            found.set(formula.path.join('.').toLowerCase(), formula.path);
            return;
        case 'call':
            formula.args.forEach((argument) => collect(argument, found));
            return;
        case 'unary':
            collect(formula.operand, found);
            return;
        case 'binary':
            collect(formula.left, found);
            collect(formula.right, found);
    }
}
