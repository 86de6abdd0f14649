import type { Expression } from '../syntax/ast.ts';
import type { Type } from '../types/type.ts';
import { coerce } from './convert.ts';
import { expression } from './expressions.ts';
import type { Scope } from './scope.ts';
import type { Value } from './value.ts';

export function compiledArguments(args: readonly Expression[], scope: Scope): Value[] {
    return args.map((arg) => expression(arg, scope));
}

/** The argument list in the types of the parameters. */
export function coercedArguments(args: readonly Value[], parameters: readonly Type[]): string {
    return args
        .map((arg, index) => {
            const parameter = parameters[index];
            return parameter ? coerce(arg, parameter).js : arg.js;
        })
        .join(', ');
}

export function typeList(args: readonly Value[]): string {
    return args.map((arg) => arg.type.name).join(', ');
}
