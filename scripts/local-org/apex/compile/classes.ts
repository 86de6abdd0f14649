import type {
    ClassDeclaration,
    FieldDeclaration,
    InitializerBlock,
    Member
} from '../syntax/ast.ts';
import { has, isUserDecl, type UserDecl } from '../types/userDecl.ts';
import { methodBody } from './bodies.ts';
import { assignTo } from './convert.ts';
import { isException } from './creations.ts';
import { expression } from './expressions.ts';
import { memberTable } from './memberTable.ts';
import { MethodWriter } from './methods.ts';
import { classTag, fieldName, text } from './names.ts';
import { allocation, staticSide } from './plumbing.ts';
import { writeProperty } from './properties.ts';
import { Scope, type ScopeOptions } from './scope.ts';
import type { UnitContext } from './unitContext.ts';
import type { Writer } from './writer.ts';

/** Writes one class of the org as a JavaScript class, member by member at their lines. */
export class ClassWriter {
    private readonly unit: UnitContext;
    private readonly decl: UserDecl;
    private readonly tree: ClassDeclaration;
    private readonly out: Writer;
    private readonly tag: string;
    private readonly methods: MethodWriter;
    private readonly instanceSteps: string[] = [];
    private readonly staticSteps: string[] = [];

    constructor(unit: UnitContext, decl: UserDecl, tree: ClassDeclaration, out: Writer) {
        this.unit = unit;
        this.decl = decl;
        this.tree = tree;
        this.out = out;
        this.tag = classTag(decl);
        this.methods = new MethodWriter(unit, decl, tree, out);
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
                this.methods.method(member);
                return;
            case 'constructor':
                this.methods.constructorMethod(member);
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
        if (decl.constructors().length === 0) this.methods.defaultConstructor();
        out.write(staticSide(decl, this.staticSteps));
        out.write(memberTable(decl, this.tree, unit));
    }
}
