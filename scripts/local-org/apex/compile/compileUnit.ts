import type {
    AnonymousBlock,
    ClassDeclaration,
    CompilationUnit,
    Member,
    MethodDeclaration,
    Modifiers,
    TriggerDeclaration
} from '../syntax/ast.ts';
import type { TypeDecl } from '../types/declaration.ts';
import type { UserDecl } from '../types/userDecl.ts';
import type { World } from '../types/world.ts';
import { checkDeclaration } from './checks.ts';
import { ClassWriter } from './classes.ts';
import { classTag, staticsName, text } from './names.ts';
import type { Diagnostic } from './problems.ts';
import { UnitContext, type PlatformUse } from './unitContext.ts';
import { Writer } from './writer.ts';

/** One script of generated JavaScript; plain JSON. */
export interface CompiledUnit {
    /** A function expression of the kernel and the unit's coverage counters. */
    readonly js: string;
    readonly problems: readonly Diagnostic[];
    readonly uses: readonly PlatformUse[];
    /** Lines with statements, when compiled for coverage. */
    readonly coveredLines: readonly number[];
}

export interface CompileOptions {
    readonly world: World;
    readonly name: string;
    readonly path: string;
    readonly coverage: boolean;
}

/** The method that holds the statements of a trigger or an anonymous block. */
export const SCRIPT_METHOD = '$run';

/** Compiles a class, interface or enum that the world has declared. */
export function compileClass(decl: UserDecl, options: CompileOptions): CompiledUnit {
    return compile(decl, options, null);
}

/** Compiles a trigger or an anonymous block from the declaration that `scriptDecl` made of it. */
export function compileScript(
    script: TriggerDeclaration | AnonymousBlock,
    decl: UserDecl,
    options: CompileOptions
): CompiledUnit {
    const object = script.kind === 'trigger' ? options.world.object(script.objectName) : undefined;
    return compile(decl, options, object ?? null);
}

/** A script as a class of its own: its statements become one static method. */
export function scriptDecl(
    script: TriggerDeclaration | AnonymousBlock,
    { world, name }: Pick<CompileOptions, 'world' | 'name'>
): UserDecl {
    return world.declareLocal(scriptClass(script, name), name, null);
}

function compile(decl: UserDecl, options: CompileOptions, object: TypeDecl | null): CompiledUnit {
    const ownTypes = new Set<TypeDecl>([decl, ...decl.inners()]);
    const triggerObject = object?.type ?? null;
    const unit = new UnitContext({ ...options, ownTypes, triggerObject });
    for (const own of [decl, ...decl.inners()]) checkDeclaration(own, unit);
    const out = new Writer();
    writeDeclaration(decl, unit, out);
    const { problems, uses, coveredLines } = unit;
    return { js: script(unit, decl, out), problems, uses, coveredLines: [...coveredLines] };
}

function script(unit: UnitContext, decl: UserDecl, out: Writer): string {
    const own = [decl, ...decl.inners()];
    const names = own.map(classTag).join(', ');
    const statics = own.map(
        (item) => `const ${staticsName(item)} = $.statics(${text(item.name)});`
    );
    return `(($, $c) => { "use strict"; let ${names}; ${unit.head()} ${statics.join(' ')} ${out.toString()} })`;
}

function writeDeclaration(decl: UserDecl, unit: UnitContext, out: Writer): void {
    const { tree } = decl;
    if (tree.kind === 'class') {
        out.at(tree.line).write(`${classTag(decl)} = $.define(${text(decl.name)}, `);
        new ClassWriter(unit, decl, tree, out).write((inner) => {
            out.at(inner.tree.line).write(`static $make$${classTag(inner)}() { return `);
            if (inner.tree.kind === 'class')
                new ClassWriter(unit, inner, inner.tree, out).write(() => {});
            out.write('; } ');
        });
        out.write('); ');
    }
    for (const own of inDefinitionOrder(decl)) out.write(definition(own, decl));
}

function definition(own: UserDecl, outer: UserDecl): string {
    const tag = classTag(own);
    if (own.tree.kind === 'class')
        return `${tag} = $.define(${text(own.name)}, ${classTag(outer)}.$make$${tag}()); `;
    if (own.tree.kind === 'interface') return '';
    return `${tag} = $.defineEnum(${text(own.name)}); `;
}

/** Enums first, then classes after the classes of the same script that they extend. */
function inDefinitionOrder(decl: UserDecl): UserDecl[] {
    const inners = decl.inners();
    const ordered: UserDecl[] = decl.tree.kind === 'enum' ? [decl] : [];
    const add = (item: UserDecl): void => {
        if (ordered.includes(item)) return;
        const base = inners.find((other) => other === item.superclass()?.decl);
        if (base && base !== item) add(base);
        if (!ordered.includes(item)) ordered.push(item);
    };
    for (const inner of inners.filter(({ tree }) => tree.kind === 'enum')) add(inner);
    for (const inner of inners) add(inner);
    return ordered;
}

const NO_MODIFIERS: Modifiers = { words: [], annotations: [] };
const STATIC: Modifiers = { words: ['static', 'public'], annotations: [] };

function scriptClass(script: TriggerDeclaration | AnonymousBlock, name: string): ClassDeclaration {
    const run: MethodDeclaration = {
        kind: 'method',
        line: script.line,
        column: 0,
        name: SCRIPT_METHOD,
        modifiers: STATIC,
        returns: null,
        parameters: [],
        body: script.body,
        endLine: script.endLine
    };
    return {
        kind: 'class',
        line: script.line,
        column: script.column,
        name,
        modifiers: NO_MODIFIERS,
        superclass: null,
        interfaces: [],
        // The body goes last: whatever it starts with, its lines follow those of the declarations.
        members: inLineOrder([...script.members.map(asStatic), run]),
        endLine: script.endLine
    };
}

function inLineOrder(members: readonly Member[]): Member[] {
    return [...members].sort((a, b) => a.line - b.line);
}

/** Methods of a script belong to nobody's instance. */
function asStatic(member: Member): Member {
    if (member.kind !== 'method') return member;
    return {
        ...member,
        modifiers: { ...member.modifiers, words: [...member.modifiers.words, 'static'] }
    };
}

export function isScript(unit: CompilationUnit): unit is TriggerDeclaration | AnonymousBlock {
    return unit.kind === 'trigger' || unit.kind === 'anonymous';
}
