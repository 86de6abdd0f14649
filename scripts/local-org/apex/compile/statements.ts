import type { Block, Expression, If, Local, Return, Statement, Throw } from '../syntax/ast.ts';
import type { Type } from '../types/type.ts';
import { assignTo, convertTo } from './convert.ts';
import { condition } from './conditions.ts';
import { dml } from './dmlStatements.ts';
import { isException } from './creations.ts';
import { anyExpression, expression } from './expressions.ts';
import { canComplete } from './flow.ts';
import { forEach, forStatement, whileStatement } from './loops.ts';
import { localName, text } from './names.ts';
import { CompileProblem, fail } from './problems.ts';
import { runAs } from './runAs.ts';
import type { Scope } from './scope.ts';
import { switchStatement } from './switches.ts';
import { tryStatement } from './tries.ts';
import { resolveType } from './typeTests.ts';
import type { Writer } from './writer.ts';

/** Writes the statements of a block, without its braces. */
export function blockBody(block: Block, scope: Scope, out: Writer): void {
    const inside = scope.inner();
    let isReachable = true;
    for (const statement of block.statements) {
        if (!isReachable) {
            scope.unit.report(statement, 'Unreachable statement');
            return;
        }
        statementText(statement, inside, out);
        isReachable = canComplete(statement);
    }
}

/** A body that may be a single statement; always written in braces. */
export function braced(statement: Statement | null, scope: Scope, out: Writer): void {
    out.write('{ ');
    if (statement?.kind === 'block') blockBody(statement, scope, out);
    else if (statement) statementText(statement, scope.inner(), out);
    out.write(' }');
}

/**
 * Writes one statement at its line. A statement that does not compile is reported and becomes one
 * that throws, so that the rest of the class can still run.
 */
export function statementText(statement: Statement, scope: Scope, out: Writer): void {
    out.at(statement.line);
    if (scope.unit.coverage && statement.kind !== 'block') {
        scope.unit.coveredLines.add(statement.line);
        out.write(`$c[${statement.line}]++; `);
    }
    const mark = out.mark();
    try {
        write(statement, scope, out);
    } catch (error) {
        if (!(error instanceof CompileProblem)) throw error;
        out.rollBack(mark);
        scope.unit.report(error.position, error.message);
        recover(statement, scope, out, error.message);
    }
    out.write(' ');
}

/** Variables of a broken declaration stay declared: their uses are not mistakes of their own. */
function recover(statement: Statement, scope: Scope, out: Writer, message: string): void {
    const broken = `$.broken(${text(scope.unit.name)}, ${statement.line}, ${text(message)});`;
    if (statement.kind !== 'local') {
        out.write(broken);
        return;
    }
    const type = scope.unit.world.resolve(statement.type, scope.decl);
    for (const { name } of statement.declarators) {
        out.write(`let ${localName(name)} = null; `);
        if (!scope.find(name)) scope.declare(name, type ?? UNKNOWN_TYPE, statement);
    }
    out.write(broken);
}

const UNKNOWN_TYPE: Type = {
    kind: 'unknown',
    name: 'Unknown',
    key: 'unknown',
    args: [],
    decl: null
};

function write(statement: Statement, scope: Scope, out: Writer): void {
    switch (statement.kind) {
        case 'expression':
            out.write(`${anyExpression(requireEffect(statement.expression), scope).js};`);
            return;
        case 'local':
            local(statement, scope, out);
            return;
        case 'return':
            returnStatement(statement, scope, out);
            return;
        case 'throw':
            throwStatement(statement, scope, out);
            return;
        case 'break':
        case 'continue':
            out.write(`${statement.kind};`);
            return;
        case 'dml':
            out.write(dml(statement, scope));
            return;
        default:
            control(statement, scope, out);
    }
}

type Simple = 'expression' | 'local' | 'return' | 'throw' | 'break' | 'continue' | 'dml';

function control(statement: Exclude<Statement, { kind: Simple }>, scope: Scope, out: Writer): void {
    switch (statement.kind) {
        case 'block':
            braced(statement, scope, out);
            return;
        case 'if':
            ifStatement(statement, scope, out);
            return;
        case 'for':
            forStatement(statement, scope, out);
            return;
        case 'forEach':
            forEach(statement, scope, out);
            return;
        case 'while':
        case 'doWhile':
            whileStatement(statement, scope, out);
            return;
        case 'switch':
            switchStatement(statement, scope, out);
            return;
        case 'try':
            tryStatement(statement, scope, out);
            return;
        case 'runAs':
            runAs(statement, scope, out);
    }
}

const EFFECTS = new Set([
    'assign',
    'step',
    'call',
    'new',
    'constructorCall',
    'unsupported',
    'soql'
]);

function requireEffect(tree: Expression): Expression {
    return EFFECTS.has(tree.kind) ? tree : fail(tree, 'Expression cannot be a statement.');
}

function local(tree: Local, scope: Scope, out: Writer): void {
    const type = resolveType(tree.type, scope);
    for (const declarator of tree.declarators) {
        const given = declarator.value
            ? assignTo(expression(declarator.value, scope), type, declarator).js
            : 'null';
        const { start } = scope.declare(
            declarator.name,
            type,
            declarator,
            tree.isFinal && declarator.value !== null
        );
        out.at(declarator.line).write(`${start} = ${given}; `);
    }
}

function returnStatement(tree: Return, scope: Scope, out: Writer): void {
    const { returns } = scope;
    const isVoid = returns === null || returns.kind === 'void';
    if (!tree.value) {
        if (!isVoid) fail(tree, `Missing return statement required return type: ${returns.name}`);
        out.write(scope.isInitializing ? 'return this;' : 'return;');
        return;
    }
    if (isVoid) fail(tree, 'Void method must not return a value');
    out.write(`return ${convertTo(expression(tree.value, scope), returns, tree.value).js};`);
}

function throwStatement(tree: Throw, scope: Scope, out: Writer): void {
    const thrown = expression(tree.value, scope);
    if (!isException(thrown.type) && thrown.type.kind !== 'unknown')
        fail(tree, `Throw expression must be of type exception: ${thrown.type.name}`);
    out.write(`throw $.thrown(${thrown.js});`);
}

function ifStatement(tree: If, scope: Scope, out: Writer): void {
    out.write(`if (${condition(tree.condition, scope)}) `);
    braced(tree.then, scope, out);
    if (!tree.otherwise) return;
    out.write(' else ');
    if (tree.otherwise.kind === 'if' && !scope.unit.coverage)
        statementText(tree.otherwise, scope, out);
    else braced(tree.otherwise, scope, out);
}
