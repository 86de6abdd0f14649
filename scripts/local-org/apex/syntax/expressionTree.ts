import type { SoqlQuery, SoslQuery } from '../../data/soql/ast.ts';

/** A place in the source; lines and columns count from 1. */
export interface Position {
    readonly line: number;
    readonly column: number;
}

/** A type as written: `Map<String, Schema.SObjectType>`; `X[]` is `List<X>`. */
export interface TypeName extends Position {
    readonly name: string;
    readonly args: readonly TypeName[];
}

export type LiteralType = 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'null';

export interface Literal extends Position {
    readonly kind: 'literal';
    readonly type: LiteralType;
    /** Numbers as text without suffix, strings with escapes resolved. */
    readonly value: string | boolean | null;
}

export interface Name extends Position {
    readonly kind: 'name';
    readonly name: string;
}

export interface FieldAccess extends Position {
    readonly kind: 'field';
    readonly target: Expression;
    readonly name: string;
    /** `?.` */
    readonly safe: boolean;
}

export interface Call extends Position {
    readonly kind: 'call';
    readonly target: Expression | null;
    readonly name: string;
    readonly args: readonly Expression[];
    readonly safe: boolean;
}

/** `this(…)` or `super(…)`, the first statement of a constructor. */
export interface ConstructorCall extends Position {
    readonly kind: 'constructorCall';
    readonly which: 'this' | 'super';
    readonly args: readonly Expression[];
}

export interface Index extends Position {
    readonly kind: 'index';
    readonly target: Expression;
    readonly index: Expression;
}

export interface New extends Position {
    readonly kind: 'new';
    readonly type: TypeName;
    readonly args: readonly Expression[];
}

/** `new List<X>{…}`, `new X[]{…}`, `new Set<X>{…}`, and `new X{}` of an empty initialiser. */
export interface NewElements extends Position {
    readonly kind: 'newElements';
    readonly type: TypeName;
    readonly elements: readonly Expression[];
}

/** `new Integer[n]`. */
export interface NewArray extends Position {
    readonly kind: 'newArray';
    readonly type: TypeName;
    readonly size: Expression;
}

export interface NewMap extends Position {
    readonly kind: 'newMap';
    readonly type: TypeName;
    readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}

export type UnaryOperator = '+' | '-' | '!' | '~';

export interface Unary extends Position {
    readonly kind: 'unary';
    readonly operator: UnaryOperator;
    readonly operand: Expression;
}

export interface Step extends Position {
    readonly kind: 'step';
    readonly operator: '++' | '--';
    readonly prefix: boolean;
    readonly operand: Expression;
}

export type BinaryOperator =
    | '+'
    | '-'
    | '*'
    | '/'
    | '<<'
    | '>>'
    | '>>>'
    | '&'
    | '|'
    | '^'
    | '&&'
    | '||'
    | '<'
    | '>'
    | '<='
    | '>='
    | '=='
    | '!='
    | '==='
    | '!==';

export interface Binary extends Position {
    readonly kind: 'binary';
    readonly operator: BinaryOperator;
    readonly left: Expression;
    readonly right: Expression;
}

export interface Coalesce extends Position {
    readonly kind: 'coalesce';
    readonly left: Expression;
    readonly right: Expression;
}

export interface Assign extends Position {
    readonly kind: 'assign';
    /** Null for plain `=`. */
    readonly operator: BinaryOperator | null;
    readonly target: Expression;
    readonly value: Expression;
}

export interface Conditional extends Position {
    readonly kind: 'conditional';
    readonly condition: Expression;
    readonly then: Expression;
    readonly otherwise: Expression;
}

export interface Cast extends Position {
    readonly kind: 'cast';
    readonly type: TypeName;
    readonly operand: Expression;
}

export interface InstanceOf extends Position {
    readonly kind: 'instanceof';
    readonly operand: Expression;
    readonly type: TypeName;
}

export interface This extends Position {
    readonly kind: 'this' | 'super';
}

/** `Account.class` */
export interface ClassLiteral extends Position {
    readonly kind: 'classLiteral';
    readonly type: TypeName;
}

export interface Soql extends Position {
    readonly kind: 'soql';
    readonly query: SoqlQuery;
    readonly binds: readonly Expression[];
}

export interface Sosl extends Position {
    readonly kind: 'sosl';
    readonly query: SoslQuery;
    readonly binds: readonly Expression[];
}

/** Stands where a part could not be read; compiles to an error. */
export interface Unsupported extends Position {
    readonly kind: 'unsupported';
    readonly construct: string;
}

export type Expression =
    | Literal
    | Name
    | FieldAccess
    | Call
    | ConstructorCall
    | Index
    | New
    | NewElements
    | NewArray
    | NewMap
    | Unary
    | Step
    | Binary
    | Coalesce
    | Assign
    | Conditional
    | Cast
    | InstanceOf
    | This
    | ClassLiteral
    | Soql
    | Sosl
    | Unsupported;
