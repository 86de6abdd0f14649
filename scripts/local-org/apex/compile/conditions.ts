import type { Expression } from '../syntax/ast.ts';
import { isPrimitive } from '../types/type.ts';
import { expression } from './expressions.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { required } from './value.ts';

/** The JavaScript of a condition: a Boolean that isn't null. */
export function condition(tree: Expression, scope: Scope): string {
    const compiled = expression(tree, scope);
    if (!isPrimitive(compiled.type, 'Boolean') && compiled.type.kind !== 'unknown')
        fail(tree, `Condition expression must be of type Boolean`);
    return required(compiled);
}
