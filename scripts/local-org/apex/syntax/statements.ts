import type * as parser from '@apexdevtools/apex-parser';
import type {
    AccessMode,
    Block,
    Catch,
    Declarator,
    Dml,
    DmlOperation,
    Expression,
    For,
    Local,
    Position,
    Statement,
    Switch,
    WhenValue
} from './ast.ts';
import {
    endLineOf,
    idText,
    positionOf,
    present,
    qualifiedText,
    qualifiedTypeName,
    typeNameOf
} from './contexts.ts';
import { expressionOf, expressionsOf } from './expressions.ts';
import { whenLiteralOf } from './literals.ts';

export function blockOf(ctx: parser.BlockContext): Block {
    return {
        kind: 'block',
        ...positionOf(ctx),
        statements: ctx.statement_list().map(statementOf),
        endLine: endLineOf(ctx)
    };
}

export function statementOf(ctx: parser.StatementContext): Statement {
    const read = simpleStatement(ctx) ?? compoundStatement(ctx) ?? dmlStatement(ctx);
    if (read) return read;
    const at = positionOf(ctx);
    const expression: Expression = { kind: 'unsupported', ...at, construct: ctx.getText() };
    return { kind: 'expression', ...at, expression };
}

function simpleStatement(ctx: parser.StatementContext): Statement | undefined {
    const at = positionOf(ctx);
    const expression = present(ctx.expressionStatement());
    if (expression)
        return { kind: 'expression', ...at, expression: expressionOf(expression.expression()) };
    const local = present(ctx.localVariableDeclarationStatement());
    if (local) return localOf(local.localVariableDeclaration());
    const result = present(ctx.returnStatement());
    if (result) {
        const value = present(result.expression());
        return { kind: 'return', ...at, value: value ? expressionOf(value) : null };
    }
    const thrown = present(ctx.throwStatement());
    if (thrown) return { kind: 'throw', ...at, value: expressionOf(thrown.expression()) };
    if (present(ctx.breakStatement())) return { kind: 'break', ...at };
    return present(ctx.continueStatement()) ? { kind: 'continue', ...at } : undefined;
}

function compoundStatement(ctx: parser.StatementContext): Statement | undefined {
    const block = present(ctx.block());
    if (block) return blockOf(block);
    const condition = present(ctx.ifStatement());
    if (condition) return ifOf(condition);
    const loop = present(ctx.forStatement());
    if (loop) return forOf(loop);
    const choice = present(ctx.switchStatement());
    if (choice) return switchOf(choice);
    const attempt = present(ctx.tryStatement());
    if (attempt) return tryOf(attempt);
    return whileStatement(ctx);
}

function whileStatement(ctx: parser.StatementContext): Statement | undefined {
    const loop = present(ctx.whileStatement());
    const at = positionOf(ctx);
    if (loop) {
        const condition = expressionOf(loop.parExpression().expression());
        return { kind: 'while', ...at, condition, body: optionalStatement(loop.statement()) };
    }
    const doLoop = present(ctx.doWhileStatement());
    if (!doLoop) return undefined;
    const condition = expressionOf(doLoop.parExpression().expression());
    return { kind: 'doWhile', ...at, condition, body: blockOf(doLoop.block()) };
}

function optionalStatement(ctx: parser.StatementContext | null): Statement | null {
    return ctx ? statementOf(ctx) : null;
}

function ifOf(ctx: parser.IfStatementContext): Statement {
    const [then, otherwise] = ctx.statement_list();
    const at = positionOf(ctx);
    return {
        kind: 'if',
        ...at,
        condition: expressionOf(ctx.parExpression().expression()),
        then: then ? statementOf(then) : { kind: 'block', ...at, statements: [], endLine: at.line },
        otherwise: otherwise ? statementOf(otherwise) : null
    };
}

export function localOf(ctx: parser.LocalVariableDeclarationContext): Local {
    return {
        kind: 'local',
        ...positionOf(ctx),
        type: typeNameOf(ctx.typeRef()),
        isFinal: ctx.modifier_list().some((modifier) => present(modifier.FINAL()) !== undefined),
        declarators: declaratorsOf(ctx.variableDeclarators())
    };
}

export function declaratorsOf(ctx: parser.VariableDeclaratorsContext): Declarator[] {
    return ctx.variableDeclarator_list().map((declarator) => {
        const value = present(declarator.expression());
        return {
            ...positionOf(declarator),
            name: idText(declarator.id()),
            value: value ? expressionOf(value) : null
        };
    });
}

function forOf(ctx: parser.ForStatementContext): Statement {
    const control = ctx.forControl();
    const body = optionalStatement(ctx.statement());
    const each = present(control.enhancedForControl());
    if (!each) return countedFor(ctx, control, body);
    return {
        kind: 'forEach',
        ...positionOf(ctx),
        type: typeNameOf(each.typeRef()),
        name: idText(each.id()),
        source: expressionOf(each.expression()),
        body
    };
}

function countedFor(
    ctx: parser.ForStatementContext,
    control: parser.ForControlContext,
    body: Statement | null
): For {
    const init = present(control.forInit());
    const local = init && present(init.localVariableDeclaration());
    const condition = present(control.expression());
    const update = present(control.forUpdate());
    return {
        kind: 'for',
        ...positionOf(ctx),
        init: local ? localOf(local) : expressionsOf(init && present(init.expressionList())),
        condition: condition ? expressionOf(condition) : null,
        update: update ? expressionsOf(update.expressionList()) : [],
        body
    };
}

function switchOf(ctx: parser.SwitchStatementContext): Switch {
    return {
        kind: 'switch',
        ...positionOf(ctx),
        subject: expressionOf(ctx.expression()),
        whens: ctx.whenControl_list().map((when) => ({
            ...positionOf(when),
            value: whenValueOf(when.whenValue()),
            body: blockOf(when.block())
        }))
    };
}

function whenValueOf(ctx: parser.WhenValueContext): WhenValue {
    if (present(ctx.ELSE())) return { kind: 'else' };
    const type = present(ctx.typeRef());
    if (type) return { kind: 'type', type: typeNameOf(type), name: idText(ctx.id()) };
    return { kind: 'values', values: ctx.whenLiteral_list().map(whenLiteralOf) };
}

function tryOf(ctx: parser.TryStatementContext): Statement {
    const last = present(ctx.finallyBlock());
    return {
        kind: 'try',
        ...positionOf(ctx),
        body: blockOf(ctx.block()),
        catches: ctx.catchClause_list().map(catchOf),
        finally: last ? blockOf(last.block()) : null
    };
}

function catchOf(ctx: parser.CatchClauseContext): Catch {
    return {
        ...positionOf(ctx),
        type: qualifiedTypeName(ctx.qualifiedName()),
        name: idText(ctx.id()),
        body: blockOf(ctx.block())
    };
}

function dmlStatement(ctx: parser.StatementContext): Statement | undefined {
    const at = positionOf(ctx);
    const insert = present(ctx.insertStatement());
    if (insert) return dml(at, 'insert', insert);
    const update = present(ctx.updateStatement());
    if (update) return dml(at, 'update', update);
    const remove = present(ctx.deleteStatement());
    if (remove) return dml(at, 'delete', remove);
    const restore = present(ctx.undeleteStatement());
    if (restore) return dml(at, 'undelete', restore);
    return mergeOrUpsert(ctx, at) ?? runAsOf(ctx, at);
}

function mergeOrUpsert(ctx: parser.StatementContext, at: Position): Statement | undefined {
    const upsert = present(ctx.upsertStatement());
    if (upsert) {
        const field = present(upsert.qualifiedName());
        return { ...dml(at, 'upsert', upsert), externalId: field ? qualifiedText(field) : null };
    }
    const merge = present(ctx.mergeStatement());
    if (!merge) return undefined;
    const operands = merge.expression_list().map(expressionOf);
    return { ...dmlShape(at, 'merge', merge.accessLevel()), operands };
}

interface OneOperandDml {
    expression(): parser.ExpressionContext;
    accessLevel(): parser.AccessLevelContext;
}

function dml(at: Position, operation: DmlOperation, ctx: OneOperandDml): Dml {
    const operands = [expressionOf(ctx.expression())];
    return { ...dmlShape(at, operation, ctx.accessLevel()), operands };
}

function dmlShape(
    at: Position,
    operation: DmlOperation,
    level: parser.AccessLevelContext | null
): Dml {
    return { kind: 'dml', ...at, operation, mode: modeOf(level), operands: [], externalId: null };
}

function modeOf(level: parser.AccessLevelContext | null): AccessMode | null {
    if (!level) return null;
    return present(level.USER()) ? 'user' : 'system';
}

function runAsOf(ctx: parser.StatementContext, at: Position): Statement | undefined {
    const runAs = present(ctx.runAsStatement());
    if (!runAs) return undefined;
    const args = expressionsOf(present(runAs.expressionList()));
    return { kind: 'runAs', ...at, args, body: blockOf(runAs.block()) };
}
