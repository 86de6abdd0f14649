import type { Expression } from '../syntax/ast.ts';
import { assignment, step } from './assignments.ts';
import { call, constructorCall } from './calls.ts';
import { newArray, newElements, newMap, newObject } from './creations.ts';
import { binary, coalesce, conditional, unary } from './operators.ts';
import { fail } from './problems.ts';
import { soqlQuery, soslQuery } from './queries.ts';
import type { Scope } from './scope.ts';
import { fieldAccess, index, name, self } from './targets.ts';
import { literal } from './literals.ts';
import { cast, classLiteral, instanceOf } from './typeTests.ts';
import type { Value } from './value.ts';

/** Compiles an expression whose value is used. */
export function expression(tree: Expression, scope: Scope): Value {
    const compiled = anyExpression(tree, scope);
    if (compiled.type.kind === 'void') {
        fail(tree, `Illegal use of a void expression`);
    }
    return compiled;
}

/** Compiles an expression that may give nothing, as a statement does. */
export function anyExpression(tree: Expression, scope: Scope): Value {
    switch (tree.kind) {
        case 'literal':
            return literal(tree, scope);
        case 'name':
            return name(tree, scope);
        case 'field':
            return fieldAccess(tree, scope);
        case 'call':
            return call(tree, scope);
        case 'constructorCall':
            return constructorCall(tree, scope);
        case 'index':
            return index(tree, scope);
        case 'this':
        case 'super':
            return self(tree, scope);
        case 'assign':
            return assignment(tree, scope);
        case 'step':
            return step(tree, scope);
        default:
            return compound(tree, scope);
    }
}

type Compound = Exclude<
    Expression,
    {
        kind:
            | 'literal'
            | 'name'
            | 'field'
            | 'call'
            | 'constructorCall'
            | 'index'
            | 'this'
            | 'super'
            | 'assign'
            | 'step';
    }
>;

function compound(tree: Compound, scope: Scope): Value {
    switch (tree.kind) {
        case 'new':
            return newObject(tree, scope);
        case 'newElements':
            return newElements(tree, scope);
        case 'newArray':
            return newArray(tree, scope);
        case 'newMap':
            return newMap(tree, scope);
        case 'unary':
            return unary(tree, scope);
        case 'binary':
            return binary(tree, scope);
        case 'coalesce':
            return coalesce(tree, scope);
        case 'conditional':
            return conditional(tree, scope);
        case 'cast':
            return cast(tree, scope);
        case 'instanceof':
            return instanceOf(tree, scope);
        case 'classLiteral':
            return classLiteral(tree, scope);
        case 'soql':
            return soqlQuery(tree, scope);
        case 'sosl':
            return soslQuery(tree, scope);
        case 'unsupported':
            return fail(tree, `The local org cannot compile this construct: ${tree.construct}`);
    }
}
