import type { Expression, Position, TypeName } from './expressionTree.ts';

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
