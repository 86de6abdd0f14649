import type { Catch, Try } from '../syntax/ast.ts';
import { isUserDecl } from '../types/userDecl.ts';
import { isException } from './creations.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { blockBody } from './statements.ts';
import { resolveType } from './typeTests.ts';
import type { Writer } from './writer.ts';

export function tryStatement(tree: Try, scope: Scope, out: Writer): void {
    out.write('try { ');
    blockBody(tree.body, scope, out);
    out.write(' }');
    if (tree.catches.length > 0) catches(tree.catches, scope, out);
    if (!tree.finally) return;
    out.write(' finally { ');
    blockBody(tree.finally, scope, out);
    out.write(' }');
}

/** One JavaScript clause that finds the first Apex clause whose type fits, or throws on. */
function catches(clauses: readonly Catch[], scope: Scope, out: Writer): void {
    const raw = scope.unit.temporary();
    const caught = scope.unit.temporary();
    out.write(` catch (${raw}) { const ${caught} = $.caught(${raw}); `);
    for (const clause of clauses) catchClause(clause, caught, scope, out);
    out.write(`throw ${caught}; }`);
}

/** The clauses are chained so that each stands on its own line; only the last falls to `throw`. */
function catchClause(clause: Catch, caught: string, scope: Scope, out: Writer): void {
    const inside = scope.inner();
    const type = resolveType(clause.type, scope);
    if (!isException(type)) fail(clause, `Catch type must be an exception: ${type.name}`);
    const { start } = inside.declare(clause.name, type, clause);
    const test = isUserDecl(type.decl)
        ? `${caught} instanceof ${scope.unit.classRef(type.decl)}`
        : `$.catches(${caught}, ${scope.unit.typeRef(type)})`;
    out.at(clause.line).write(`if (${test}) { ${start} = ${caught}; `);
    blockBody(clause.body, inside, out);
    out.write(' } else ');
}
