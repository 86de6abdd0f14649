import type {
    FieldListContext,
    FieldSpecContext,
    FieldSpecListContext,
    SoslClausesContext,
    SoslLiteralAltContext,
    SoslLiteralContext,
    SoslWithClauseContext
} from '@apexdevtools/apex-parser';
import type { Operand, SearchGroup, SelectItem, SoslQuery, SoslReturning, Value } from './ast.ts';
import { condition } from './conditionContext.ts';
import { optional, type Bind } from './contextTypes.ts';
import { stringLiteral } from './literals.ts';
import { functionOperand } from './operandContext.ts';
import { limitValue, orderByItem } from './queryContext.ts';
import { QueryError } from '../errors.ts';

/** The AST of `[FIND …]`, with the text in quotes, in braces or bound. */
export function searchFromContext(
    ctx: SoslLiteralContext | SoslLiteralAltContext,
    bind: Bind
): SoslQuery {
    return { kind: 'sosl', find: findValue(ctx, bind), ...clauses(ctx.soslClauses(), bind) };
}

function findValue(ctx: SoslLiteralContext | SoslLiteralAltContext, bind: Bind): Value {
    if ('FindLiteralAlt' in ctx) {
        const text = ctx.FindLiteralAlt().getText();
        return { kind: 'string', value: text.slice(text.indexOf('{') + 1, text.lastIndexOf('}')) };
    }
    const literal = optional(ctx.FindLiteral());
    if (literal === null) {
        return { kind: 'bind', key: bind(ctx.boundExpression().expression()) };
    }
    const text = literal.getText();
    return { kind: 'string', value: stringLiteral(text.slice(text.indexOf("'"))) };
}

function clauses(ctx: SoslClausesContext, bind: Bind): Omit<SoslQuery, 'kind' | 'find'> {
    const limit = optional(ctx.limitClause());
    const group = optional(ctx.searchGroup())?.getChild(0)?.getText().toUpperCase() ?? 'ALL';
    const returning = optional(ctx.fieldSpecList());
    const withs = ctx.soslWithClause_list();
    return {
        group: group as SearchGroup,
        returning: returning === null ? [] : specs(returning).map((spec) => target(spec, bind)),
        mode: withs.map(mode).find((found) => found !== null) ?? null,
        otherWith: withs.filter((item) => mode(item) === null).map((item) => item.getText()),
        limit: limit === null ? null : limitValue(limit, bind)
    };
}

function mode(ctx: SoslWithClauseContext): SoslQuery['mode'] {
    if (optional(ctx.USER_MODE()) !== null) {
        return 'user';
    }
    return optional(ctx.SYSTEM_MODE()) === null ? null : 'system';
}

function specs(ctx: FieldSpecListContext): readonly FieldSpecContext[] {
    return [ctx.fieldSpec(), ...ctx.fieldSpecList_list().flatMap(specs)];
}

function target(ctx: FieldSpecContext, bind: Bind): SoslReturning {
    if (optional(ctx.LISTVIEW()) !== null) {
        throw new QueryError('UNSUPPORTED_FEATURE', 'USING ListView in SOSL is not supported');
    }
    const where = optional(ctx.logicalExpression());
    const limit = optional(ctx.limitClause());
    const offset = optional(ctx.offsetClause());
    const fields = optional(ctx.fieldList());
    return {
        objectName: ctx.soslId(0).getText(),
        select: fields === null ? [] : selected(fields, bind),
        where: where === null ? null : condition(where, { bind, subquery: noSubquery }),
        orderBy: orderings(ctx).map((item) => orderByItem(item, bind)),
        limit: limit === null ? null : limitValue(limit, bind),
        offset: offset === null ? null : limitValue(offset, bind)
    };
}

function orderings(ctx: FieldSpecContext) {
    return optional(ctx.fieldOrderList())?.fieldOrder_list() ?? [];
}

function noSubquery(): never {
    throw new QueryError('MALFORMED_QUERY', 'semi join sub-selects are not allowed in SOSL');
}

function selected(ctx: FieldListContext, bind: Bind): readonly SelectItem[] {
    const wrapped = optional(ctx.LPAREN()) !== null;
    const alias = wrapped ? aliasOf(ctx) : null;
    const own: SelectItem = { kind: 'operand', operand: listed(ctx, bind), alias };
    return [own, ...ctx.fieldList_list().flatMap((rest) => selected(rest, bind))];
}

function aliasOf(ctx: FieldListContext): string | null {
    const ids = ctx.soslId_list();
    const needed = optional(ctx.soqlFunction()) === null ? 1 : 0;
    return ids[needed]?.getText() ?? null;
}

function listed(ctx: FieldListContext, bind: Bind): Operand {
    const inner = optional(ctx.soqlFunction());
    const path = inner === null ? ctx.soslId(0).getText().split('.') : [];
    if (optional(ctx.TOLABEL()) !== null) {
        return { kind: 'toLabel', path };
    }
    if (optional(ctx.CONVERT_CURRENCY()) !== null) {
        return { kind: 'convertCurrency', path };
    }
    const plain: Operand = inner === null ? { kind: 'field', path } : functionOperand(inner, bind);
    return optional(ctx.FORMAT()) === null ? plain : { kind: 'format', operand: plain };
}
