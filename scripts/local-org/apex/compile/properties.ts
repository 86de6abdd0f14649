import type { Block, PropertyDeclaration } from '../syntax/ast.ts';
import type { FieldInfo } from '../types/declaration.ts';
import { VOID, type Type } from '../types/type.ts';
import type { UserDecl } from '../types/userDecl.ts';
import { methodBody } from './bodies.ts';
import { backingName, fieldName, staticsName } from './names.ts';
import { neverNullLocals } from './nonNullLocals.ts';
import { Scope } from './scope.ts';
import type { UnitContext } from './unitContext.ts';
import type { Writer } from './writer.ts';

/**
 * Writes a property with a body, or one that can be overridden, as a pair of JavaScript accessors; all
 * others are plain fields. Both are always there: an accessor that a subclass left out would hide the
 * inherited one.
 */
export function writeProperty(
    tree: PropertyDeclaration,
    decl: UserDecl,
    unit: UnitContext,
    out: Writer
): void {
    const field = decl.field(tree.name);
    if (!field?.isAccessor) return;
    const writer = new AccessorWriter(tree, field, decl, unit, out);
    const isSetterFirst = tree.set !== null && tree.get !== null && tree.set.line < tree.get.line;
    if (isSetterFirst) writer.setter();
    writer.getter();
    if (!isSetterFirst) writer.setter();
}

class AccessorWriter {
    private readonly tree: PropertyDeclaration;
    private readonly field: FieldInfo;
    private readonly decl: UserDecl;
    private readonly unit: UnitContext;
    private readonly out: Writer;

    constructor(
        tree: PropertyDeclaration,
        field: FieldInfo,
        decl: UserDecl,
        unit: UnitContext,
        out: Writer
    ) {
        this.tree = tree;
        this.field = field;
        this.decl = decl;
        this.unit = unit;
        this.out = out;
    }

    getter(): void {
        const { get, line } = this.tree;
        this.start(get?.line ?? line, 'get', '');
        if (get?.body) this.body(get.body, this.field.type, null);
        else this.out.write(`return ${this.backing()};`);
        this.out.write('} ');
    }

    setter(): void {
        const { set, line } = this.tree;
        this.start(set?.line ?? line, 'set', 'value');
        if (set?.body) this.body(set.body, VOID, this.field.type);
        else this.out.write(`${this.backing()} = value;`);
        this.out.write('} ');
    }

    private start(line: number, kind: 'get' | 'set', parameter: string): void {
        const prefix = this.field.isStatic ? 'static ' : '';
        this.out.at(line).write(`${prefix}${kind} ${fieldName(this.field)}(${parameter}) { `);
    }

    private backing(): string {
        const holder = this.field.isStatic ? `${staticsName(this.decl)}.now()` : 'this';
        return `${holder}.${backingName(this.field.name)}`;
    }

    private body(block: Block, returns: Type, given: Type | null): void {
        const scope = new Scope({
            unit: this.unit,
            decl: this.decl,
            isStatic: this.field.isStatic,
            returns,
            accessorOf: this.tree.name,
            neverNull: neverNullLocals(block)
        });
        if (given) scope.declare('value', given, block);
        methodBody(block, scope, this.out);
    }
}
