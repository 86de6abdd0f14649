import * as parser from '@apexdevtools/apex-parser';
import { QueryError } from '../../data/errors.ts';
import { soqlFromContext, soslFromContext } from '../../data/soql/parse.ts';
import type { BinaryOperator, Call, Expression, Position, UnaryOperator } from './ast.ts';
import { idText, positionOf, present, typeNameOf } from './contexts.ts';
import { creationOf } from './creations.ts';
import { literalOf } from './literals.ts';

type ExpressionCtx = parser.ExpressionContext;
type PrimaryCtx = parser.PrimaryContext;
type Reader<C> = (ctx: C, at: Position) => Expression;
type ContextClass<C> = abstract new (...args: never[]) => C;

/** One reader per alternative of the grammar's `expression` rule. */
const READERS = new Map<unknown, Reader<ExpressionCtx>>();
const PRIMARY_READERS = new Map<unknown, Reader<PrimaryCtx>>();

function on<C extends ExpressionCtx>(type: ContextClass<C>, read: Reader<C>): void {
    READERS.set(type, (ctx, at) => read(ctx as C, at));
}

function onPrimary<C extends PrimaryCtx>(type: ContextClass<C>, read: Reader<C>): void {
    PRIMARY_READERS.set(type, (ctx, at) => read(ctx as C, at));
}

/** The tree of an expression; an alternative that the grammar gains later reads as unsupported. */
export function expressionOf(ctx: ExpressionCtx): Expression {
    const at = positionOf(ctx);
    const read = READERS.get(ctx.constructor);
    return read ? read(ctx, at) : unsupported(at, ctx.getText());
}

export function expressionsOf(ctx: parser.ExpressionListContext | null | undefined): Expression[] {
    return ctx ? ctx.expression_list().map(expressionOf) : [];
}

function unsupported(at: Position, construct: string): Expression {
    return { kind: 'unsupported', ...at, construct };
}

interface TwoOperands {
    expression(i: number): ExpressionCtx;
}

function binary(at: Position, operator: BinaryOperator, ctx: TwoOperands): Expression {
    const left = expressionOf(ctx.expression(0));
    return { kind: 'binary', ...at, operator, left, right: expressionOf(ctx.expression(1)) };
}

on(parser.PrimaryExpressionContext, (ctx) => {
    const primary = ctx.primary();
    const read = PRIMARY_READERS.get(primary.constructor);
    const at = positionOf(primary);
    return read ? read(primary, at) : unsupported(at, primary.getText());
});
on(parser.SubExpressionContext, (ctx) => expressionOf(ctx.expression()));
on(parser.Arth1ExpressionContext, (ctx, at) => binary(at, present(ctx.MUL()) ? '*' : '/', ctx));
on(parser.Arth2ExpressionContext, (ctx, at) => binary(at, present(ctx.ADD()) ? '+' : '-', ctx));
on(parser.BitOrExpressionContext, (ctx, at) => binary(at, '|', ctx));
on(parser.BitAndExpressionContext, (ctx, at) => binary(at, '&', ctx));
on(parser.BitNotExpressionContext, (ctx, at) => binary(at, '^', ctx));
on(parser.LogAndExpressionContext, (ctx, at) => binary(at, '&&', ctx));
on(parser.LogOrExpressionContext, (ctx, at) => binary(at, '||', ctx));
on(parser.BitExpressionContext, (ctx, at) => {
    if (ctx.LT_list().length > 0) return binary(at, '<<', ctx);
    return binary(at, ctx.GT_list().length === 3 ? '>>>' : '>>', ctx);
});
on(parser.CmpExpressionContext, (ctx, at) => {
    const sign = present(ctx.LT()) ? '<' : '>';
    return binary(at, present(ctx.ASSIGN()) ? `${sign}=` : sign, ctx);
});
on(parser.EqualityExpressionContext, (ctx, at) => {
    if (present(ctx.TRIPLEEQUAL())) return binary(at, '===', ctx);
    if (present(ctx.TRIPLENOTEQUAL())) return binary(at, '!==', ctx);
    return binary(at, present(ctx.EQUAL()) ? '==' : '!=', ctx);
});
on(parser.CoalExpressionContext, (ctx, at) => ({
    kind: 'coalesce',
    ...at,
    left: expressionOf(ctx.expression(0)),
    right: expressionOf(ctx.expression(1))
}));
on(parser.CondExpressionContext, (ctx, at) => ({
    kind: 'conditional',
    ...at,
    condition: expressionOf(ctx.expression(0)),
    then: expressionOf(ctx.expression(1)),
    otherwise: expressionOf(ctx.expression(2))
}));
on(parser.AssignExpressionContext, (ctx, at) => ({
    kind: 'assign',
    ...at,
    operator: assignOperator(ctx),
    target: expressionOf(ctx.expression(0)),
    value: expressionOf(ctx.expression(1))
}));

function assignOperator(ctx: parser.AssignExpressionContext): BinaryOperator | null {
    if (present(ctx.ADD_ASSIGN())) return '+';
    if (present(ctx.SUB_ASSIGN())) return '-';
    if (present(ctx.MUL_ASSIGN())) return '*';
    if (present(ctx.DIV_ASSIGN())) return '/';
    if (present(ctx.AND_ASSIGN())) return '&';
    if (present(ctx.OR_ASSIGN())) return '|';
    if (present(ctx.XOR_ASSIGN())) return '^';
    if (present(ctx.LSHIFT_ASSIGN())) return '<<';
    if (present(ctx.RSHIFT_ASSIGN())) return '>>';
    return present(ctx.URSHIFT_ASSIGN()) ? '>>>' : null;
}

on(parser.PreOpExpressionContext, (ctx, at) => {
    const operand = expressionOf(ctx.expression());
    if (present(ctx.INC())) return { kind: 'step', ...at, operator: '++', prefix: true, operand };
    if (present(ctx.DEC())) return { kind: 'step', ...at, operator: '--', prefix: true, operand };
    return { kind: 'unary', ...at, operator: present(ctx.SUB()) ? '-' : '+', operand };
});
on(parser.PostOpExpressionContext, (ctx, at) => ({
    kind: 'step',
    ...at,
    operator: present(ctx.INC()) ? '++' : '--',
    prefix: false,
    operand: expressionOf(ctx.expression())
}));
on(parser.NegExpressionContext, (ctx, at) => {
    const operator: UnaryOperator = present(ctx.BANG()) ? '!' : '~';
    return { kind: 'unary', ...at, operator, operand: expressionOf(ctx.expression()) };
});
on(parser.CastExpressionContext, (ctx, at) => ({
    kind: 'cast',
    ...at,
    type: typeNameOf(ctx.typeRef()),
    operand: expressionOf(ctx.expression())
}));
on(parser.InstanceOfExpressionContext, (ctx, at) => ({
    kind: 'instanceof',
    ...at,
    operand: expressionOf(ctx.expression()),
    type: typeNameOf(ctx.typeRef())
}));
on(parser.ArrayExpressionContext, (ctx, at) => ({
    kind: 'index',
    ...at,
    target: expressionOf(ctx.expression(0)),
    index: expressionOf(ctx.expression(1))
}));
on(parser.NewExpressionContext, (ctx, at) => creationOf(ctx.creator(), at, expressionOf));
on(parser.MethodCallExpressionContext, (ctx) => methodCallOf(ctx.methodCall()));
on(parser.DotExpressionContext, (ctx) => memberOf(ctx));

function methodCallOf(ctx: parser.MethodCallContext): Expression {
    const at = positionOf(ctx);
    const args = expressionsOf(present(ctx.expressionList()));
    if (present(ctx.THIS())) return { kind: 'constructorCall', ...at, which: 'this', args };
    if (present(ctx.SUPER())) return { kind: 'constructorCall', ...at, which: 'super', args };
    return { kind: 'call', ...at, target: null, name: idText(ctx.id()), args, safe: false };
}

/** Errors about a member are reported where its name stands. */
function memberOf(ctx: parser.DotExpressionContext): Expression {
    const target = expressionOf(ctx.expression());
    const safe = present(ctx.QUESTIONDOT()) !== undefined;
    const call = present(ctx.dotMethodCall());
    if (call) return dotCallOf(call, target, safe);
    const id = ctx.anyId();
    return { kind: 'field', ...positionOf(id), target, name: idText(id), safe };
}

function dotCallOf(ctx: parser.DotMethodCallContext, target: Expression, safe: boolean): Call {
    const at = positionOf(ctx);
    const args = expressionsOf(present(ctx.expressionList()));
    return { kind: 'call', ...at, target, name: idText(ctx.anyId()), args, safe };
}

onPrimary(parser.ThisPrimaryContext, (_, at) => ({ kind: 'this', ...at }));
onPrimary(parser.SuperPrimaryContext, (_, at) => ({ kind: 'super', ...at }));
onPrimary(parser.LiteralPrimaryContext, (ctx) => literalOf(ctx.literal()));
onPrimary(parser.IdPrimaryContext, (ctx, at) => ({ kind: 'name', ...at, name: idText(ctx.id()) }));
onPrimary(parser.TypeRefPrimaryContext, (ctx, at) => ({
    kind: 'classLiteral',
    ...at,
    type: typeNameOf(ctx.typeRef())
}));
onPrimary(parser.VoidPrimaryContext, (_, at) => ({
    kind: 'classLiteral',
    ...at,
    type: { ...at, name: 'void', args: [] }
}));
onPrimary(parser.SoqlPrimaryContext, (ctx, at) => {
    const binds: Expression[] = [];
    return queryOrUnsupported(at, () => ({
        kind: 'soql',
        ...at,
        query: soqlFromContext(ctx.soqlLiteral(), bindInto(binds)),
        binds
    }));
});
onPrimary(parser.SoslPrimaryContext, (ctx, at) => {
    const binds: Expression[] = [];
    return queryOrUnsupported(at, () => ({
        kind: 'sosl',
        ...at,
        query: soslFromContext(ctx.soslLiteral(), bindInto(binds)),
        binds
    }));
});

/** The key of a bind is its position among the query's binds. */
function bindInto(binds: Expression[]): (ctx: ExpressionCtx) => string {
    return (ctx) => String(binds.push(expressionOf(ctx)) - 1);
}

/** A query that the local org can't express must not keep the rest of the file from being read. */
function queryOrUnsupported(at: Position, read: () => Expression): Expression {
    try {
        return read();
    } catch (error) {
        if (error instanceof QueryError) return unsupported(at, `query: ${error.message}`);
        throw error;
    }
}
