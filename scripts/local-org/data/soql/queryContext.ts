import type {
    FieldOrderContext,
    FieldGroupByContext,
    FromNameListContext,
    LimitClauseContext,
    OffsetClauseContext,
    OrderByClauseContext,
    QueryContext,
    SelectEntryContext,
    SubFieldEntryContext,
    SubQueryContext,
    TypeOfContext,
    WithClauseContext
} from '@apexdevtools/apex-parser';
import type {
    AccessMode,
    FromItem,
    GroupBy,
    Operand,
    OrderBy,
    SelectItem,
    SoqlQuery,
    TypeofItem,
    Value
} from './ast.ts';
import { condition } from './conditionContext.ts';
import { optional, type Bind } from './contextTypes.ts';
import { fieldPath, functionOperand } from './operandContext.ts';

/** The AST of a whole query. */
export function queryFromContext(ctx: QueryContext, bind: Bind): SoqlQuery {
    const offset = optional(ctx.offsetClause());
    return {
        ...common(ctx, ctx.selectList().selectEntry_list(), bind),
        scope: optional(ctx.usingScope())?.soqlId().getText() ?? null,
        ...withParts(optional(ctx.withClause())),
        ...grouping(ctx, bind),
        offset: offset === null ? null : limitValue(offset, bind),
        allRows: optional(ctx.allRowsClause()) !== null
    };
}

/** ORDER BY, as in a query or in a RETURNING of SOSL. */
export function orderByItem(ctx: FieldOrderContext, bind: Bind): OrderBy {
    return {
        operand: fieldOrFunction(ctx, bind),
        descending: optional(ctx.DESC()) !== null,
        nulls: nulls(ctx)
    };
}

/** LIMIT or OFFSET. */
export function limitValue(ctx: LimitClauseContext | OffsetClauseContext, bind: Bind): Value {
    const literal = optional(ctx.IntegerLiteral());
    return literal === null
        ? { kind: 'bind', key: bind(ctx.boundExpression().expression()) }
        : { kind: 'number', value: Number(literal.getText()) };
}

function subqueryFromContext(ctx: SubQueryContext, bind: Bind): SoqlQuery {
    return {
        ...common(ctx, ctx.subFieldList().subFieldEntry_list(), bind),
        scope: null,
        mode: null,
        otherWith: null,
        groupBy: null,
        having: null,
        offset: null,
        allRows: false
    };
}

function common(
    ctx: QueryContext | SubQueryContext,
    entries: readonly (SelectEntryContext | SubFieldEntryContext)[],
    bind: Bind
): Pick<SoqlQuery, 'kind' | 'select' | 'from' | 'where' | 'orderBy' | 'limit' | 'forClauses'> {
    const where = optional(ctx.whereClause());
    const limit = optional(ctx.limitClause());
    return {
        kind: 'soql',
        select: entries.map((entry) => selectItem(entry, bind)),
        from: fromItems(ctx.fromNameList()),
        where: where === null ? null : condition(where.whereLogicalExpression(), reader(bind)),
        orderBy: ordering(optional(ctx.orderByClause()), bind),
        limit: limit === null ? null : limitValue(limit, bind),
        forClauses: forClauses(ctx)
    };
}

function reader(bind: Bind) {
    return { bind, subquery: (ctx: SubQueryContext) => subqueryFromContext(ctx, bind) };
}

function selectItem(ctx: SelectEntryContext | SubFieldEntryContext, bind: Bind): SelectItem {
    const typeOf = optional(ctx.typeOf());
    if (typeOf !== null) {
        return typeofItem(typeOf);
    }
    const alias = optional(ctx.soqlId())?.getText() ?? null;
    const subquery = optional(ctx.subQuery());
    if (subquery !== null) {
        return { kind: 'subquery', query: subqueryFromContext(subquery, bind), alias };
    }
    const group = optional(optional(ctx.soqlFunction())?.soqlFieldsParameter() ?? null);
    if (group !== null) {
        const name = group.getText().toUpperCase() as 'ALL' | 'CUSTOM' | 'STANDARD';
        return { kind: 'fieldGroup', group: name };
    }
    return { kind: 'operand', operand: fieldOrFunction(ctx, bind), alias };
}

function fieldOrFunction(
    ctx: SelectEntryContext | SubFieldEntryContext | FieldOrderContext | FieldGroupByContext,
    bind: Bind
): Operand {
    const field = optional(ctx.fieldName());
    return field === null
        ? functionOperand(ctx.soqlFunction(), bind)
        : { kind: 'field', path: fieldPath(field) };
}

function typeofItem(ctx: TypeOfContext): TypeofItem {
    return {
        kind: 'typeof',
        path: fieldPath(ctx.fieldName()),
        branches: ctx.whenClause_list().map((when) => ({
            objectName: when.fieldName().getText(),
            fields: when.fieldNameList().fieldName_list().map(fieldPath)
        })),
        otherwise: optional(ctx.elseClause())?.fieldNameList().fieldName_list().map(fieldPath) ?? []
    };
}

/** Pairs each name with the alias that follows it before the next comma. */
function fromItems(ctx: FromNameListContext): readonly FromItem[] {
    const aliases = new Map(
        ctx.soqlId_list().map((id) => [id.start.tokenIndex, id.getText()] as const)
    );
    const names = ctx.fieldName_list();
    return names.map((name, index) => {
        const next = names[index + 1]?.start.tokenIndex ?? Number.POSITIVE_INFINITY;
        const alias = [...aliases].find(([at]) => at > name.start.tokenIndex && at < next);
        return { path: fieldPath(name), alias: alias?.[1] ?? null };
    });
}

function withParts(ctx: WithClauseContext | null): Pick<SoqlQuery, 'mode' | 'otherWith'> {
    const mode = ctx === null ? null : accessMode(ctx);
    return { mode, otherWith: ctx === null || mode !== null ? null : ctx.getText().slice(4) };
}

function accessMode(ctx: WithClauseContext): AccessMode | null {
    if (optional(ctx.USER_MODE()) !== null) {
        return 'user';
    }
    if (optional(ctx.SYSTEM_MODE()) !== null) {
        return 'system';
    }
    return optional(ctx.SECURITY_ENFORCED()) === null ? null : 'securityEnforced';
}

function grouping(ctx: QueryContext, bind: Bind): Pick<SoqlQuery, 'groupBy' | 'having'> {
    const clause = optional(ctx.groupByClause());
    if (clause === null) {
        return { groupBy: null, having: null };
    }
    const having = optional(clause.logicalExpression());
    const fields = clause.fieldGroupByList().fieldGroupBy_list();
    const groupBy: GroupBy = {
        mode: optional(clause.ROLLUP()) ? 'rollup' : optional(clause.CUBE()) ? 'cube' : 'plain',
        operands: fields.map((field) => fieldOrFunction(field, bind))
    };
    return { groupBy, having: having === null ? null : condition(having, reader(bind)) };
}

function ordering(ctx: OrderByClauseContext | null, bind: Bind): readonly OrderBy[] {
    const items = ctx?.fieldOrderList().fieldOrder_list() ?? [];
    return items.map((item) => orderByItem(item, bind));
}

function nulls(ctx: FieldOrderContext): OrderBy['nulls'] {
    if (optional(ctx.FIRST()) !== null) {
        return 'first';
    }
    return optional(ctx.LAST()) === null ? null : 'last';
}

function forClauses(ctx: QueryContext | SubQueryContext): SoqlQuery['forClauses'] {
    const words = ctx.forClauses().getText().toLowerCase();
    return (['view', 'reference', 'update'] as const).filter((word) => words.includes(`for${word}`));
}
