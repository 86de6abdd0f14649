import type {
    ComparisonOperatorContext,
    ConditionalExpressionContext,
    DateFormulaContext,
    FieldExpressionContext,
    LogicalExpressionContext,
    SubQueryContext,
    ValueContext,
    WhereConditionalExpressionContext,
    WhereFieldExpressionContext,
    WhereLogicalExpressionContext
} from '@apexdevtools/apex-parser';
import type { ComparisonOperator, Condition, Operand, SoqlQuery, Value } from './ast.ts';
import { optional, type Bind } from './contextTypes.ts';
import { currencyLiteral, datetimeLiteral, stringLiteral, timeLiteral } from './literals.ts';
import { fieldPath, functionOperand, signedNumber } from './operandContext.ts';

/** What reading a condition needs from the reader of whole queries. */
export interface ConditionReader {
    readonly bind: Bind;
    readonly subquery: (ctx: SubQueryContext) => SoqlQuery;
}

type Logical = LogicalExpressionContext | WhereLogicalExpressionContext;
type Conditional = ConditionalExpressionContext | WhereConditionalExpressionContext;
type Comparison = FieldExpressionContext | WhereFieldExpressionContext;

/** A WHERE, HAVING or WITH condition. */
export function condition(ctx: Logical, reader: ConditionReader): Condition {
    const conditions = parts(ctx).map((part) => conditional(part, reader));
    const [first] = conditions;
    if (first === undefined) {
        throw new RangeError('A logical expression has at least one part');
    }
    if (optional(ctx.NOT()) !== null) {
        return { kind: 'not', condition: first };
    }
    if (conditions.length === 1) {
        return first;
    }
    return { kind: ctx.SOQLOR_list().length > 0 ? 'or' : 'and', conditions };
}

/** A literal, bind, list or nested query on the right of a comparison. */
export function value(ctx: ValueContext, reader: ConditionReader): Value {
    return compound(ctx, reader) ?? literal(ctx);
}

function parts(ctx: Logical): readonly Conditional[] {
    return 'whereConditionalExpression_list' in ctx
        ? ctx.whereConditionalExpression_list()
        : ctx.conditionalExpression_list();
}

function conditional(ctx: Conditional, reader: ConditionReader): Condition {
    if ('whereFieldExpression' in ctx) {
        const inner = optional(ctx.whereLogicalExpression());
        return inner === null
            ? comparison(ctx.whereFieldExpression(), reader)
            : condition(inner, reader);
    }
    const inner = optional(ctx.logicalExpression());
    return inner === null ? comparison(ctx.fieldExpression(), reader) : condition(inner, reader);
}

function comparison(ctx: Comparison, reader: ConditionReader): Condition {
    const nested = 'FORMULA' in ctx ? optional(ctx.fieldExpression()) : null;
    if (nested !== null) {
        return comparison(nested, reader);
    }
    return {
        kind: 'comparison',
        left: left(ctx, reader),
        operator: operator(ctx.comparisonOperator()),
        right: value(ctx.value(), reader)
    };
}

function left(ctx: Comparison, reader: ConditionReader): Operand {
    if ('FORMULA' in ctx) {
        return { kind: 'formula', text: stringLiteral(ctx.StringLiteral().getText()) };
    }
    const field = optional(ctx.fieldName());
    return field === null
        ? functionOperand(ctx.soqlFunction(), reader.bind)
        : { kind: 'field', path: fieldPath(field) };
}

function operator(ctx: ComparisonOperatorContext): ComparisonOperator {
    if (optional(ctx.NOT()) !== null) {
        return 'not in';
    }
    const text = ctx.getText().toLowerCase();
    return text === '<>' ? '!=' : (text as ComparisonOperator);
}

function compound(ctx: ValueContext, reader: ConditionReader): Value | null {
    const query = optional(ctx.subQuery());
    if (query !== null) {
        return { kind: 'query', query: reader.subquery(query) };
    }
    const list = optional(ctx.valueList());
    if (list !== null) {
        return { kind: 'list', values: list.value_list().map((item) => value(item, reader)) };
    }
    const bound = optional(ctx.boundExpression());
    return bound === null ? null : { kind: 'bind', key: reader.bind(bound.expression()) };
}

function literal(ctx: ValueContext): Value {
    const text = ctx.getText();
    const number = optional(ctx.signedNumber());
    if (number !== null) {
        return { kind: 'number', value: signedNumber(number) };
    }
    const formula = optional(ctx.dateFormula());
    if (formula !== null) {
        return dateLiteral(formula);
    }
    if (text.startsWith("'")) {
        return { kind: 'string', value: stringLiteral(text) };
    }
    return optional(ctx.NULL()) !== null ? { kind: 'null' } : scalar(ctx, text);
}

function scalar(ctx: ValueContext, text: string): Value {
    if (optional(ctx.BooleanLiteral()) !== null) {
        return { kind: 'boolean', value: text.toLowerCase() === 'true' };
    }
    if (optional(ctx.DateLiteral()) !== null) {
        return { kind: 'date', value: text };
    }
    if (optional(ctx.TimeLiteral()) !== null) {
        return { kind: 'time', value: timeLiteral(text) };
    }
    if (optional(ctx.DateTimeLiteral()) !== null) {
        return { kind: 'datetime', value: datetimeLiteral(text) };
    }
    return { kind: 'currency', ...currencyLiteral(text) };
}

function dateLiteral(ctx: DateFormulaContext): Value {
    const [name = '', count] = ctx.getText().toUpperCase().split(':');
    return { kind: 'dateLiteral', name, count: count === undefined ? null : Number(count) };
}
