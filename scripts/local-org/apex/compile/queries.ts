import type { AccessMode, Expression, Soql, Sosl } from '../syntax/ast.ts';
import { queriedObject, queryShape } from '../../data/soql/shape.ts';
import type { Type } from '../types/type.ts';
import { expression } from './expressions.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { nonNull, type Value } from './value.ts';

/** `[SELECT …]`: a list of records, of aggregate results, or a count. */
export function soqlQuery(tree: Soql, scope: Scope): Value {
    const { world } = scope.unit;
    const query = scope.unit.constant(`$.query(${JSON.stringify(tree.query)})`);
    const binds = bindObject(tree.binds, scope);
    const shape = queryShape(tree.query);
    if (shape === 'count') return nonNull(`$.count(${query}, ${binds})`, world.named('Integer'));
    const object = shape === 'aggregate' ? world.named('AggregateResult') : queried(tree, scope);
    const list = world.listOf(object);
    return { ...nonNull(`$.select(${query}, ${binds})`, list), isQuery: true };
}

function queried(tree: Soql, scope: Scope): Type {
    const name = queriedObject(tree.query);
    const decl = scope.unit.world.object(name);
    return decl?.type ?? fail(tree, `sObject type '${name}' is not supported.`);
}

/** `[FIND …]`: a list of lists of records. */
export function soslQuery(tree: Sosl, scope: Scope): Value {
    const { world } = scope.unit;
    const query = scope.unit.constant(`$.query(${JSON.stringify(tree.query)})`);
    const type = world.listOf(world.listOf(world.named('SObject')));
    return nonNull(`$.search(${query}, ${bindObject(tree.binds, scope)})`, type);
}

function bindObject(binds: readonly Expression[], scope: Scope): string {
    const entries = binds.map((bind, index) => `${index}: ${expression(bind, scope).js}`);
    return `{${entries.join(', ')}}`;
}

export function modeText(mode: AccessMode | null): string {
    return mode === null ? 'null' : `'${mode}'`;
}
