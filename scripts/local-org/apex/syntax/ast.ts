import type { SoqlQuery, SoslQuery } from '../../data/soql/ast.ts';

/** The syntax tree of Apex: plain JSON, so that it can be cached on disk. Lines and columns from 1. */
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

export interface Block extends Position {
    readonly kind: 'block';
    readonly statements: readonly Statement[];
    readonly endLine: number;
}

export interface Declarator extends Position {
    readonly name: string;
    readonly value: Expression | null;
}

export interface Local extends Position {
    readonly kind: 'local';
    readonly type: TypeName;
    readonly isFinal: boolean;
    readonly declarators: readonly Declarator[];
}

export interface ExpressionStatement extends Position {
    readonly kind: 'expression';
    readonly expression: Expression;
}

export interface If extends Position {
    readonly kind: 'if';
    readonly condition: Expression;
    readonly then: Statement;
    readonly otherwise: Statement | null;
}

export type WhenValue =
    | { readonly kind: 'else' }
    | { readonly kind: 'values'; readonly values: readonly Expression[] }
    | { readonly kind: 'type'; readonly type: TypeName; readonly name: string };

export interface When extends Position {
    readonly value: WhenValue;
    readonly body: Block;
}

export interface Switch extends Position {
    readonly kind: 'switch';
    readonly subject: Expression;
    readonly whens: readonly When[];
}

export interface ForEach extends Position {
    readonly kind: 'forEach';
    readonly type: TypeName;
    readonly name: string;
    readonly source: Expression;
    readonly body: Statement | null;
}

export interface For extends Position {
    readonly kind: 'for';
    readonly init: Local | readonly Expression[];
    readonly condition: Expression | null;
    readonly update: readonly Expression[];
    readonly body: Statement | null;
}

export interface While extends Position {
    readonly kind: 'while' | 'doWhile';
    readonly condition: Expression;
    readonly body: Statement | null;
}

export interface Catch extends Position {
    readonly type: TypeName;
    readonly name: string;
    readonly body: Block;
}

export interface Try extends Position {
    readonly kind: 'try';
    readonly body: Block;
    readonly catches: readonly Catch[];
    readonly finally: Block | null;
}

export interface Return extends Position {
    readonly kind: 'return';
    readonly value: Expression | null;
}

export interface Throw extends Position {
    readonly kind: 'throw';
    readonly value: Expression;
}

export interface Jump extends Position {
    readonly kind: 'break' | 'continue';
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
export type AccessMode = 'user' | 'system';

export interface Dml extends Position {
    readonly kind: 'dml';
    readonly operation: DmlOperation;
    readonly mode: AccessMode | null;
    /** For merge: the master, then what is merged into it. */
    readonly operands: readonly Expression[];
    /** For upsert: the external id field as written, e.g. `Key__c` or `Account.Key__c`. */
    readonly externalId: string | null;
}

export interface RunAs extends Position {
    readonly kind: 'runAs';
    readonly args: readonly Expression[];
    readonly body: Block;
}

export type Statement =
    | Block
    | Local
    | ExpressionStatement
    | If
    | Switch
    | ForEach
    | For
    | While
    | Try
    | Return
    | Throw
    | Jump
    | Dml
    | RunAs;

export interface Annotation extends Position {
    readonly name: string;
    /** Keys in lower case; a lone value is under `value`. */
    readonly values: Readonly<Record<string, string | boolean | null>>;
}

export interface Modifiers {
    /** In lower case; sharing as `with sharing`, `without sharing`, `inherited sharing`. */
    readonly words: readonly string[];
    readonly annotations: readonly Annotation[];
}

export interface Parameter extends Position {
    readonly name: string;
    readonly type: TypeName;
}

export interface MethodDeclaration extends Position {
    readonly kind: 'method';
    readonly name: string;
    readonly modifiers: Modifiers;
    /** Null for void. */
    readonly returns: TypeName | null;
    readonly parameters: readonly Parameter[];
    readonly body: Block | null;
    readonly endLine: number;
}

export interface ConstructorDeclaration extends Position {
    readonly kind: 'constructor';
    readonly name: string;
    readonly modifiers: Modifiers;
    readonly parameters: readonly Parameter[];
    readonly body: Block;
    readonly endLine: number;
}

export interface FieldDeclaration extends Position {
    readonly kind: 'field';
    readonly modifiers: Modifiers;
    readonly type: TypeName;
    readonly declarators: readonly Declarator[];
    readonly endLine: number;
}

export interface Accessor extends Position {
    readonly modifiers: Modifiers;
    /** Null for an automatic accessor. */
    readonly body: Block | null;
}

export interface PropertyDeclaration extends Position {
    readonly kind: 'property';
    readonly name: string;
    readonly modifiers: Modifiers;
    readonly type: TypeName;
    readonly get: Accessor | null;
    readonly set: Accessor | null;
    readonly endLine: number;
}

export interface InitializerBlock extends Position {
    readonly kind: 'initializer';
    readonly isStatic: boolean;
    readonly body: Block;
    readonly endLine: number;
}

export type Member =
    | MethodDeclaration
    | ConstructorDeclaration
    | FieldDeclaration
    | PropertyDeclaration
    | InitializerBlock
    | TypeDeclaration;

export interface ClassDeclaration extends Position {
    readonly kind: 'class';
    readonly name: string;
    readonly modifiers: Modifiers;
    readonly superclass: TypeName | null;
    readonly interfaces: readonly TypeName[];
    readonly members: readonly Member[];
    readonly endLine: number;
}

export interface InterfaceDeclaration extends Position {
    readonly kind: 'interface';
    readonly name: string;
    readonly modifiers: Modifiers;
    readonly interfaces: readonly TypeName[];
    readonly members: readonly MethodDeclaration[];
    readonly endLine: number;
}

export interface EnumDeclaration extends Position {
    readonly kind: 'enum';
    readonly name: string;
    readonly modifiers: Modifiers;
    readonly constants: readonly (Position & { readonly name: string })[];
    readonly endLine: number;
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export type TriggerEventName =
    | 'before insert'
    | 'before update'
    | 'before delete'
    | 'after insert'
    | 'after update'
    | 'after delete'
    | 'after undelete';

/** What a block outside a class holds: statements, and declarations of its own. */
export interface Script extends Position {
    readonly members: readonly Member[];
    readonly body: Block;
    readonly endLine: number;
}

export interface TriggerDeclaration extends Script {
    readonly kind: 'trigger';
    readonly name: string;
    readonly objectName: string;
    readonly events: readonly TriggerEventName[];
}

export interface AnonymousBlock extends Script {
    readonly kind: 'anonymous';
}

export type CompilationUnit = TypeDeclaration | TriggerDeclaration | AnonymousBlock;

export interface SyntaxProblem extends Position {
    readonly message: string;
}

/** Outcome of reading one source: a unit, or what is wrong with the text. */
export type ParsedSource =
    | { readonly unit: CompilationUnit; readonly problems: readonly [] }
    | { readonly unit: null; readonly problems: readonly SyntaxProblem[] };
