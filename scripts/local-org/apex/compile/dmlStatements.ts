import type { Dml, Expression } from '../syntax/ast.ts';
import type { Type } from '../types/type.ts';
import { expression } from './expressions.ts';
import { text } from './names.ts';
import { fail } from './problems.ts';
import { modeText } from './queries.ts';
import type { Scope } from './scope.ts';

/** `insert as user records;` and its kin. */
export function dml(tree: Dml, scope: Scope): string {
    const operands = tree.operands.map((operand) => records(operand, scope));
    const external =
        tree.externalId === null ? 'null' : text(tree.externalId.split('.').at(-1) ?? '');
    return `$.dml('${tree.operation}', [${operands.join(', ')}], ${modeText(tree.mode)}, ${external});`;
}

function records(tree: Expression, scope: Scope): string {
    const operand = expression(tree, scope);
    if (!isRecords(operand.type))
        fail(tree, `DML requires SObject or SObject list type: ${operand.type.name}`);
    return operand.js;
}

function isRecords(type: Type): boolean {
    if (type.kind === 'sobject' || type.kind === 'unknown') return true;
    const [element] = type.args;
    // Merge takes ids as well.
    return type.kind === 'list' && (element?.kind === 'sobject' || element?.name === 'Id');
}
