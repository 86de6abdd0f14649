import type { Expression, Switch, When } from '../syntax/ast.ts';
import { findField } from '../types/members.ts';
import { isAssignable, isCastable } from '../types/conversions.ts';
import type { Type } from '../types/type.ts';
import { coerce } from './convert.ts';
import { expression } from './expressions.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { blockBody } from './statements.ts';
import { resolveType, typeTest } from './typeTests.ts';
import { value, type Value } from './value.ts';
import { staticField } from './variables.ts';
import type { Writer } from './writer.ts';

/** A chain of tests; text is compared with its case, as the platform's `switch` does. */
export function switchStatement(tree: Switch, scope: Scope, out: Writer): void {
    const subject = expression(tree.subject, scope);
    const held = scope.unit.temporary();
    out.write(`const ${held} = ${subject.js}; `);
    tree.whens.forEach((when, position) => {
        if (position > 0) out.write(' else ');
        whenBranch(when, { ...value(held, subject.type) }, scope, out.at(when.line));
    });
}

function whenBranch(when: When, subject: Value, scope: Scope, out: Writer): void {
    const inside = scope.inner();
    if (when.value.kind === 'else') out.write('{ ');
    else if (when.value.kind === 'values') {
        const tests = when.value.values.map((item) => valueTest(item, subject, scope));
        out.write(`if (${tests.join(' || ')}) { `);
    } else {
        const type = resolveType(when.value.type, scope);
        if (!isCastable(subject.type, type))
            fail(
                when,
                `Incompatible types since an instance of ${subject.type.name} is never an instance of ${type.name}`
            );
        const { start } = inside.declare(when.value.name, type, when);
        out.write(`if (${typeTest(subject.js, type, scope)}) { ${start} = ${subject.js}; `);
    }
    blockBody(when.body, inside, out);
    out.write(' }');
}

function valueTest(item: Expression, subject: Value, scope: Scope): string {
    const constant = constantOf(item, subject.type, scope);
    if (constant.type.kind !== 'null' && !isAssignable(constant.type, subject.type))
        fail(
            item,
            `Incompatible types since an instance of ${subject.type.name} is never an instance of ${constant.type.name}`
        );
    if (constant.type.kind === 'null' || constant.type.kind === 'enum')
        return `${subject.js} === ${constant.js}`;
    return `$.exact(${subject.js}, ${coerce(constant, subject.type).js})`;
}

/** The constants of an enum stand without its name. */
function constantOf(item: Expression, subject: Type, scope: Scope): Value {
    if (item.kind !== 'name') return expression(item, scope);
    const name = item.name.slice(item.name.lastIndexOf('.') + 1);
    const found = findField(subject, name);
    if (found?.field.isConstant) return staticField(found.field, found.type, item, scope);
    const named = item.name
        .split('.')
        .reduce<Expression | null>(
            (before, part) =>
                before
                    ? { ...item, kind: 'field', target: before, name: part, safe: false }
                    : { ...item, name: part },
            null
        );
    return expression(named ?? item, scope);
}
