import type {
    Block,
    ClassDeclaration,
    ConstructorDeclaration,
    MethodDeclaration,
    Parameter
} from '../syntax/ast.ts';
import { VOID, type Type } from '../types/type.ts';
import { annotation, has, isUserDecl, type UserDecl } from '../types/userDecl.ts';
import { methodBody } from './bodies.ts';
import { isException, initializeFrom } from './creations.ts';
import { blockCompletes } from './flow.ts';
import {
    classTag,
    constructorName,
    defaultConstructorName,
    localName,
    methodName,
    text
} from './names.ts';
import { neverNullLocals } from './nonNullLocals.ts';
import { Scope, type ScopeOptions } from './scope.ts';
import { statementText } from './statements.ts';
import type { UnitContext } from './unitContext.ts';
import type { Writer } from './writer.ts';

/** Writes the methods and constructors of a class. */
export class MethodWriter {
    private readonly unit: UnitContext;
    private readonly decl: UserDecl;
    private readonly tree: ClassDeclaration;
    private readonly out: Writer;
    private readonly tag: string;

    constructor(unit: UnitContext, decl: UserDecl, tree: ClassDeclaration, out: Writer) {
        this.unit = unit;
        this.decl = decl;
        this.tree = tree;
        this.out = out;
        this.tag = classTag(decl);
    }

    method(tree: MethodDeclaration): void {
        const info = this.decl
            .methods(tree.name)
            .find(
                ({ position }) => position?.line === tree.line && position.column === tree.column
            );
        if (!info || !tree.body) return;
        const scope = this.scope({
            isStatic: info.isStatic,
            returns: info.returns,
            neverNull: neverNullLocals(tree.body)
        });
        const list = this.parameters(tree.parameters, info.parameters, scope);
        const name = methodName(info);
        this.out.at(tree.line);
        const future = annotation(tree.modifiers, 'future');
        if (future) this.future(tree.name, name, list, future.values['callout'] === true);
        const prefix = future ? '$future$' : '';
        this.out.write(`${info.isStatic ? 'static ' : ''}${prefix}${name}(${list}) { `);
        if (info.isStatic) this.out.write(this.staticsPrologue());
        methodBody(tree.body, scope, this.out);
        this.requireResult(tree, info.returns);
        this.out.write('} ');
    }

    constructorMethod(tree: ConstructorDeclaration): void {
        const index = this.tree.members
            .filter((member) => member.kind === 'constructor')
            .indexOf(tree);
        const info = this.decl.constructors()[index];
        if (!info) return;
        const scope = this.scope({
            isStatic: false,
            returns: VOID,
            isInitializing: true,
            neverNull: neverNullLocals(tree.body)
        });
        const list = this.parameters(tree.parameters, info.parameters, scope);
        this.out.at(tree.line).write(`${constructorName(info)}(${list}) { `);
        this.out.write(this.decl.outer ? '' : this.staticsPrologue());
        this.constructorBody(tree.body, scope);
        this.out.write('return this; } ');
    }

    /** Of a class that declares none. */
    defaultConstructor(): void {
        const name = defaultConstructorName(this.decl);
        if (isException(this.decl.type)) {
            this.out.write(`${name}() { return this.$standard(); } `);
            return;
        }
        const scope = this.scope({ isStatic: false, returns: VOID, isInitializing: true });
        this.out.write(`${name}() { ${this.decl.outer ? '' : this.staticsPrologue()}`);
        const { line, column } = this.tree;
        this.implicitSuper({ kind: 'block', line, column, statements: [], endLine: line }, scope);
        this.out.write(`this.$fields$${this.tag}(); return this; } `);
    }

    /** What a call of an `@future` method does: it asks for one of the method proper. */
    private future(apexName: string, name: string, list: string, allowsCallouts: boolean): void {
        const asked = [text(this.decl.name), text(apexName), `[${list}]`, allowsCallouts];
        const proper = `(${list}) => ${this.tag}.$future$${name}(${list})`;
        this.out.write(`static ${name}(${list}) { $.future(${asked.join(', ')}, ${proper}); } `);
    }

    /** Superclass first, then the fields of this class, then the body; `this(…)` does both. */
    private constructorBody(block: Block, scope: Scope): void {
        const [first, ...rest] = block.statements;
        const chained =
            first?.kind === 'expression' && first.expression.kind === 'constructorCall'
                ? first.expression
                : null;
        if (chained && first) statementText(first, scope, this.out);
        else this.implicitSuper(block, scope);
        if (chained?.which !== 'this') this.out.write(`this.$fields$${this.tag}(); `);
        methodBody(chained ? { ...block, statements: rest } : block, scope, this.out);
    }

    private implicitSuper(at: Block, scope: Scope): void {
        const superclass = this.decl.superclass();
        if (!superclass || !isUserDecl(superclass.decl)) return;
        this.unit.attempt(
            () => this.out.write(`${initializeFrom('super', superclass, [], at, scope)}; `),
            () => this.out
        );
    }

    /** Static initialisers with effects run before the first static method. */
    private staticsPrologue(): string {
        return this.hasStaticEffects() ? `${this.tag}s.now(); ` : '';
    }

    private hasStaticEffects(): boolean {
        return this.tree.members.some((member) => {
            if (member.kind === 'initializer') return member.isStatic;
            return (
                member.kind === 'field' &&
                has(member.modifiers, 'static') &&
                member.declarators.some(({ value }) => value !== null && value.kind !== 'literal')
            );
        });
    }

    private parameters(
        parameters: readonly Parameter[],
        types: readonly Type[],
        scope: Scope
    ): string {
        return parameters
            .map((parameter, index) => {
                const type = types[index] ?? VOID;
                return this.unit.attempt(
                    () => scope.declare(parameter.name, type, parameter).js,
                    () => localName(parameter.name)
                );
            })
            .join(', ');
    }

    private requireResult(tree: MethodDeclaration, returns: Type): void {
        if (returns.kind === 'void' || !tree.body || !blockCompletes(tree.body)) return;
        this.unit.report(
            { line: tree.body.endLine, column: 1 },
            'Non-void method might not return a value or might have statement after a return statement.'
        );
    }

    private scope(options: Omit<ScopeOptions, 'unit' | 'decl'>): Scope {
        return new Scope({ unit: this.unit, decl: this.decl, ...options });
    }
}
