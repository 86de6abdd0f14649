import type {
    CoordinateValueContext,
    DateFieldNameContext,
    FieldNameContext,
    LocationValueContext,
    SignedNumberContext,
    SoqlFunctionContext
} from '@apexdevtools/apex-parser';
import type {
    AggregateName,
    DateFunctionName,
    FieldPath,
    Location,
    Operand,
    Value,
    WrapOperand
} from './ast.ts';
import { optional, type Bind } from './contextTypes.ts';
import { stringLiteral } from './literals.ts';

const AGGREGATES: readonly string[] = ['avg', 'count', 'count_distinct', 'max', 'min', 'sum'];

const WRAPPERS: Readonly<Record<string, WrapOperand['kind']>> = {
    tolabel: 'toLabel',
    convertcurrency: 'convertCurrency',
    grouping: 'grouping'
};

/** The path of a field, with its alias or parents in front. */
export function fieldPath(ctx: FieldNameContext): FieldPath {
    return ctx.soqlId_list().map((id) => id.getText());
}

/** A function call as an operand. `FIELDS(…)` is not one: see the select list. */
export function functionOperand(ctx: SoqlFunctionContext, bind: Bind): Operand {
    const name = ctx.getChild(0)?.getText().toLowerCase() ?? '';
    if (isAggregateName(name)) {
        const field = optional(ctx.fieldName());
        return { kind: 'aggregate', name, path: field === null ? null : fieldPath(field) };
    }
    const wrapper = WRAPPERS[name];
    if (wrapper !== undefined) {
        return { kind: wrapper, path: fieldPath(ctx.fieldName()) };
    }
    switch (name) {
        case 'format':
            return { kind: 'format', operand: formatted(ctx, bind) };
        case 'distance':
            return distance(ctx, bind);
        default:
            return dateFunction(name, ctx.dateFieldName());
    }
}

/** A number with its sign. */
export function signedNumber(ctx: SignedNumberContext): number {
    return Number(ctx.getText().replace(/[dlDL]$/, ''));
}

function isAggregateName(name: string): name is AggregateName {
    return AGGREGATES.includes(name);
}

function formatted(ctx: SoqlFunctionContext, bind: Bind): Operand {
    const inner = optional(ctx.soqlFunction());
    return inner === null
        ? { kind: 'field', path: fieldPath(ctx.fieldName()) }
        : functionOperand(inner, bind);
}

function dateFunction(name: string, argument: DateFieldNameContext): Operand {
    return {
        kind: 'date',
        name: name as DateFunctionName,
        path: fieldPath(argument.fieldName()),
        convertTimezone: optional(argument.CONVERT_TIMEZONE()) !== null
    };
}

function distance(ctx: SoqlFunctionContext, bind: Bind): Operand {
    const unit = optional(ctx.StringLiteral()) ?? ctx.MultilineStringLiteral();
    return {
        kind: 'distance',
        from: location(ctx.locationValue(0), bind),
        to: location(ctx.locationValue(1), bind),
        unit: stringLiteral(unit.getText())
    };
}

function location(ctx: LocationValueContext, bind: Bind): Location {
    const field = optional(ctx.fieldName());
    if (field !== null) {
        return { kind: 'field', path: fieldPath(field) };
    }
    const bound = optional(ctx.boundExpression());
    if (bound !== null) {
        return { kind: 'bind', key: bind(bound.expression()) };
    }
    return {
        kind: 'geolocation',
        latitude: coordinate(ctx.coordinateValue(0), bind),
        longitude: coordinate(ctx.coordinateValue(1), bind)
    };
}

function coordinate(ctx: CoordinateValueContext, bind: Bind): Value {
    const number = optional(ctx.signedNumber());
    return number === null
        ? { kind: 'bind', key: bind(ctx.boundExpression().expression()) }
        : { kind: 'number', value: signedNumber(number) };
}
