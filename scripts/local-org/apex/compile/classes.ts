import type {
    Block,
    ClassDeclaration,
    ConstructorDeclaration,
    FieldDeclaration,
    InitializerBlock,
    Member,
    MethodDeclaration,
    Parameter
} from '../syntax/ast.ts';
import { VOID, type Type } from '../types/type.ts';
import { annotation, has, isUserDecl, type UserDecl } from '../types/userDecl.ts';
import { methodBody } from './bodies.ts';
import { assignTo } from './convert.ts';
import { isException, initializeFrom } from './creations.ts';
import { expression } from './expressions.ts';
import { blockCompletes } from './flow.ts';
import { memberTable } from './memberTable.ts';
import {
    classTag,
    constructorName,
    defaultConstructorName,
    fieldName,
    localName,
    methodName,
    text
} from './names.ts';
import { neverNullLocals } from './nonNullLocals.ts';
import { allocation, staticSide } from './plumbing.ts';
import { writeProperty } from './properties.ts';
import { Scope, type ScopeOptions } from './scope.ts';
import { statementText } from './statements.ts';
import type { UnitContext } from './unitContext.ts';
import type { Writer } from './writer.ts';

/** Writes one class of the org as a JavaScript class, member by member at their lines. */
export class ClassWriter {
    private readonly unit: UnitContext;
    private readonly decl: UserDecl;
    private readonly tree: ClassDeclaration;
    private readonly out: Writer;
    private readonly tag: string;
    private readonly instanceSteps: string[] = [];
    private readonly staticSteps: string[] = [];

    constructor(unit: UnitContext, decl: UserDecl, tree: ClassDeclaration, out: Writer) {
        this.unit = unit;
        this.decl = decl;
        this.tree = tree;
        this.out = out;
        this.tag = classTag(decl);
    }

    /** `class Foo extends Base { … }`, inner classes as functions that make them. */
    write(writeInner: (inner: UserDecl) => void): void {
        const base = this.unit.attempt(
            () => this.baseClass(),
            () => '$.ApexObject'
        );
        this.out.at(this.tree.line).write(`class ${this.tag} extends ${base} { `);
        const inners = new Map(this.decl.inners().map((inner) => [inner.tree, inner]));
        for (const member of this.tree.members) {
            if (member.kind === 'class') {
                const inner = inners.get(member);
                if (inner) writeInner(inner);
            } else this.member(member);
        }
        this.out.at(this.tree.endLine);
        this.plumbing();
        this.out.write('}');
    }

    private baseClass(): string {
        const superclass = this.decl.superclass();
        if (isUserDecl(superclass?.decl)) return this.unit.classRef(superclass.decl);
        return isException(this.decl.type) ? '$.ApexException' : '$.ApexObject';
    }

    private member(member: Exclude<Member, ClassDeclaration>): void {
        switch (member.kind) {
            case 'method':
                this.method(member);
                return;
            case 'constructor':
                this.constructorMethod(member);
                return;
            case 'field':
                this.field(member);
                return;
            case 'property':
                writeProperty(member, this.decl, this.unit, this.out);
                return;
            case 'initializer':
                this.initializer(member);
        }
    }

    private scope(options: Omit<ScopeOptions, 'unit' | 'decl'>): Scope {
        return new Scope({ unit: this.unit, decl: this.decl, ...options });
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

    private method(tree: MethodDeclaration): void {
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

    /** What a call of an `@future` method does: it asks for one of the method proper. */
    private future(apexName: string, name: string, list: string, allowsCallouts: boolean): void {
        const asked = [text(this.decl.name), text(apexName), `[${list}]`, allowsCallouts];
        const proper = `(${list}) => ${this.tag}.$future$${name}(${list})`;
        this.out.write(`static ${name}(${list}) { $.future(${asked.join(', ')}, ${proper}); } `);
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

    private requireResult(tree: MethodDeclaration, returns: Type): void {
        if (returns.kind === 'void' || !tree.body || !blockCompletes(tree.body)) return;
        this.unit.report(
            { line: tree.body.endLine, column: 1 },
            'Non-void method might not return a value or might have statement after a return statement.'
        );
    }

    private constructorMethod(tree: ConstructorDeclaration): void {
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

    private field(tree: FieldDeclaration): void {
        const isStatic = has(tree.modifiers, 'static');
        for (const declarator of tree.declarators) {
            if (!declarator.value) continue;
            const { value } = declarator;
            const field = this.decl.field(declarator.name);
            if (!field) continue;
            const scope = this.scope({ isStatic, returns: null, isInitializing: true });
            const js = this.unit.attempt(
                () => assignTo(expression(value, scope), field.type, declarator).js,
                (problem) =>
                    `$.broken(${text(this.unit.name)}, ${declarator.line}, ${text(problem.message)})`
            );
            const place = isStatic ? `${this.tag}s.now()` : 'this';
            this.step(declarator.line, isStatic, `${place}.${fieldName(field)} = ${js};`);
        }
    }

    private initializer(tree: InitializerBlock): void {
        const scope = this.scope({ isStatic: tree.isStatic, returns: null, isInitializing: true });
        const name = this.stepName(tree.isStatic);
        this.out.at(tree.line).write(`${tree.isStatic ? 'static ' : ''}${name}() { `);
        methodBody(tree.body, scope, this.out);
        this.out.write('} ');
    }

    /** One step of initialisation: a method of its own, so that it stands on the line it is from. */
    private step(line: number, isStatic: boolean, js: string): void {
        const covered = this.unit.coverage ? `$c[${line}]++; ` : '';
        if (this.unit.coverage) this.unit.coveredLines.add(line);
        const name = this.stepName(isStatic);
        this.out.at(line).write(`${isStatic ? 'static ' : ''}${name}() { ${covered}${js} } `);
    }

    private stepName(isStatic: boolean): string {
        const steps = isStatic ? this.staticSteps : this.instanceSteps;
        const name = `$${isStatic ? 's' : 'f'}${steps.length}$${this.tag}`;
        steps.push(name);
        return name;
    }

    /** What no line of the source stands for stands on the last one. */
    private plumbing(): void {
        const { decl, unit, out } = this;
        out.write(allocation(decl, unit));
        const steps = this.instanceSteps.map((name) => `this.${name}();`).join(' ');
        out.write(`$fields$${this.tag}() { ${steps} } `);
        if (decl.constructors().length === 0) this.defaultConstructor();
        out.write(staticSide(decl, this.staticSteps));
        out.write(memberTable(decl, this.tree, unit));
    }

    private defaultConstructor(): void {
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
}
