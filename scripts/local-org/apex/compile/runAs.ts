import type { RunAs } from '../syntax/ast.ts';
import { isAssignable } from '../types/conversions.ts';
import type { Type } from '../types/type.ts';
import { compiledArguments } from './arguments.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { braced } from './statements.ts';
import type { Writer } from './writer.ts';

/** `System.runAs(user) { … }`: the user before comes back, however the block ends. */
export function runAs(tree: RunAs, scope: Scope, out: Writer): void {
    const [user] = compiledArguments(tree.args, scope);
    if (!user || !isRunAsArgument(user.type, scope))
        fail(
            tree,
            `Method does not exist or incorrect signature: void runAs(${user?.type.name ?? ''}) from the type System`
        );
    const before = scope.unit.temporary();
    out.write(`const ${before} = $.runAs(${user.js}); try `);
    braced(tree.body, scope, out);
    out.write(` finally { $.endRunAs(${before}); }`);
}

function isRunAsArgument(type: Type, scope: Scope): boolean {
    const { world } = scope.unit;
    return ['User', 'SObject', 'Version'].some((name) => isAssignable(type, world.named(name)));
}
