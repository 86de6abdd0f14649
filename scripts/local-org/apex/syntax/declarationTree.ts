import type { Position, TypeName } from './expressionTree.ts';
import type { Block, Declarator } from './statementTree.ts';

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
