import type { Literal } from '../syntax/ast.ts';
import { NULL } from '../types/type.ts';
import { text } from './names.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { nonNull, value, type Value } from './value.ts';

const MAX_INTEGER = 2147483647n;
const MAX_LONG = 9223372036854775807n;

export function literal(tree: Literal, scope: Scope): Value {
    const { world } = scope.unit;
    switch (tree.type) {
        case 'null':
            return value('null', NULL);
        case 'String':
            return nonNull(text(String(tree.value)), world.named('String'));
        case 'Boolean':
            return nonNull(String(tree.value), world.named('Boolean'));
        case 'Integer':
            return nonNull(integerText(tree), world.named('Integer'));
        case 'Long':
            return nonNull(`${longText(tree)}n`, world.named('Long'));
        case 'Double':
            return nonNull(
                constantOf(scope, `$.doubleOf(${Number(tree.value)})`),
                world.named('Double')
            );
        case 'Decimal':
            return nonNull(
                constantOf(scope, `$.decimalOf(${text(String(tree.value))})`),
                world.named('Decimal')
            );
    }
}

function constantOf(scope: Scope, js: string): string {
    return scope.unit.constant(js);
}

/** 2147483648 is read, as `-2147483648` is a sign before it. */
function integerText(tree: Literal): string {
    const number = BigInt(String(tree.value));
    if (number > MAX_INTEGER + 1n || number < -MAX_INTEGER - 1n)
        fail(tree, `Illegal integer: ${String(tree.value)}`);
    return number.toString();
}

function longText(tree: Literal): string {
    const number = BigInt(String(tree.value));
    if (number > MAX_LONG + 1n || number < -MAX_LONG - 1n)
        fail(tree, `Illegal long: ${String(tree.value)}`);
    return number.toString();
}
