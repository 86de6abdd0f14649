import type { Block } from '../syntax/ast.ts';
import type { Scope } from './scope.ts';
import { blockBody } from './statements.ts';
import type { Writer } from './writer.ts';

/**
 * Writes the body of a method. While it runs, the heap can see what it holds: variables that weigh
 * are declared at its head.
 */
export function methodBody(block: Block, scope: Scope, out: Writer): void {
    const parameters = new Set(scope.heavy);
    const head = out.gap();
    blockBody(block, scope, out);
    out.at(block.endLine);
    const held = scope.isStatic ? [...scope.heavy] : ['this', ...scope.heavy];
    if (held.length === 0) return;
    const own = [...scope.heavy].filter((name) => !parameters.has(name));
    head(`${declaration(own)}$.enter(() => [${held.join(', ')}]); try { `);
    out.write('} finally { $.leave(); } ');
}

function declaration(names: readonly string[]): string {
    return names.length === 0 ? '' : `let ${names.map((name) => `${name} = null`).join(', ')}; `;
}
