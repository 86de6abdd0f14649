import type { Annotation } from '../syntax/ast.ts';
import type { MethodInfo } from '../types/declaration.ts';
import type { Type } from '../types/type.ts';
import { annotated, has, type UserDecl } from '../types/userDecl.ts';
import { methodName } from '../compile/names.ts';
import { systemException } from '../values/index.ts';
import type { ApexProgram } from './program.ts';

/** A method that something outside of Apex calls: a test runner, a component, a flow, a request. */
export interface EntryPoint {
    readonly className: string;
    readonly methodName: string;
    readonly parameters: readonly EntryParameter[];
    readonly returns: Type;
    /** Values of the annotation, keys in lower case: `cacheable`, `label`, `urlmapping`, `seealldata`. */
    readonly annotation: Annotation['values'];
    readonly line: number;
    /** Calls it with Apex values, in the current transaction. */
    call(args: readonly unknown[]): unknown;
}

export interface EntryParameter {
    readonly name: string;
    readonly type: Type;
}

/** Static methods with an annotation (name in lower case), in order of class and line. */
export function annotatedMethods(program: ApexProgram, annotation: string): EntryPoint[] {
    return allDecls(program).flatMap((decl) =>
        decl
            .allMethods()
            .filter((method) => method.isStatic)
            .flatMap((method) => {
                const found = method.annotations.find(({ name }) => name === annotation);
                return found ? [entryPoint(program, decl, method, found.values)] : [];
            })
    );
}

/** The method of that name with an annotation; undefined when the class has none. */
export function annotatedMethod(
    program: ApexProgram,
    className: string,
    method: string,
    annotation: string
): EntryPoint | undefined {
    const decl = program.decl(className);
    const info = decl
        ?.methods(method)
        .find((item) => item.isStatic && item.annotations.some(({ name }) => name === annotation));
    const found = info?.annotations.find(({ name }) => name === annotation);
    return decl && info && found ? entryPoint(program, decl, info, found.values) : undefined;
}

/** A class with an annotation, e.g. `@RestResource`. */
export interface AnnotatedClass {
    readonly className: string;
    /** Values of the annotation, keys in lower case. */
    readonly annotation: Annotation['values'];
}

/** Outer classes with an annotation (name in lower case). */
export function annotatedClasses(program: ApexProgram, annotation: string): AnnotatedClass[] {
    return program.world.unitDecls.flatMap((decl) => {
        const found = decl.tree.modifiers.annotations.find(({ name }) => name === annotation);
        return found ? [{ className: decl.name, annotation: found.values }] : [];
    });
}

/** A test class: set-up methods run before each of its tests. */
export interface TestClass {
    readonly className: string;
    readonly setups: readonly EntryPoint[];
    readonly tests: readonly EntryPoint[];
    readonly seesAllData: boolean;
}

/** Classes annotated `@IsTest`, with their tests; `testMethod` counts as well. */
export function testClasses(program: ApexProgram): TestClass[] {
    return allDecls(program)
        .filter(
            (decl) =>
                decl.kind === 'class' &&
                decl.outer === null &&
                annotated(decl.tree.modifiers, 'istest')
        )
        .map((decl) => testClass(program, decl));
}

function testClass(program: ApexProgram, decl: UserDecl): TestClass {
    const methods = decl.allMethods().filter((method) => method.isStatic);
    const points = (wanted: (method: MethodInfo) => boolean): EntryPoint[] =>
        methods.filter(wanted).map((method) => entryPoint(program, decl, method, {}));
    const isTest = (method: MethodInfo): boolean =>
        hasAnnotation(method, 'istest') || isOldTest(decl, method);
    return {
        className: decl.name,
        setups: points((method) => hasAnnotation(method, 'testsetup')),
        tests: points(isTest),
        seesAllData: decl.tree.modifiers.annotations.some(
            ({ name, values }) => name === 'istest' && values['seealldata'] === true
        )
    };
}

function hasAnnotation(method: MethodInfo, annotation: string): boolean {
    return method.annotations.some(({ name }) => name === annotation);
}

function isOldTest(decl: UserDecl, method: MethodInfo): boolean {
    const tree = declarationOf(decl, method);
    return tree !== undefined && has(tree.modifiers, 'testmethod');
}

function allDecls(program: ApexProgram): UserDecl[] {
    return program.world.unitDecls.flatMap((decl) => [decl, ...decl.inners()]);
}

function entryPoint(
    program: ApexProgram,
    decl: UserDecl,
    method: MethodInfo,
    annotation: Annotation['values']
): EntryPoint {
    const names = declarationOf(decl, method)?.parameters ?? [];
    return {
        className: decl.name,
        methodName: method.name,
        parameters: method.parameters.map((type, index) => ({
            name: names[index]?.name ?? '',
            type
        })),
        returns: method.returns,
        annotation,
        line: method.position?.line ?? 1,
        call: (args) => callStatic(program, decl, method, args)
    };
}

function declarationOf(decl: UserDecl, { position }: MethodInfo): MethodTree | undefined {
    const members = decl.tree.kind === 'class' ? decl.tree.members : [];
    return members.find(
        (member): member is MethodTree =>
            member.kind === 'method' &&
            member.line === position?.line &&
            member.column === position.column
    );
}

type MethodTree = Extract<
    Extract<UserDecl['tree'], { kind: 'class' }>['members'][number],
    { kind: 'method' }
>;

function callStatic(
    program: ApexProgram,
    decl: UserDecl,
    method: MethodInfo,
    args: readonly unknown[]
): unknown {
    if (args.length !== method.parameters.length)
        throw systemException(
            'IllegalArgumentException',
            `${decl.name}.${method.name} takes ${method.parameters.length} arguments`
        );
    const cls = program.linker.load(decl.name);
    const call = cls[methodName(method)] as (...values: readonly unknown[]) => unknown;
    return call.apply(cls, [...args]) ?? null;
}
