import { totalOpportunities } from './standard/opportunityTotals.ts';
import { columnType } from '../store/columns.ts';
import type { FieldSchema, ObjectSchema, Summary, SummaryFilter } from '../schema/types.ts';
import { quoted } from '../store/connection.ts';
import type { FieldValue } from '../types.ts';
import type { DmlServices, Save, WorkRow } from './work.ts';

/** Brings the parents' roll-up summaries up to date after children were saved or deleted. */
export function recordRollups(rows: readonly WorkRow[], save: Save): void {
    const [first] = rows;
    if (first === undefined) {
        return;
    }
    if (first.object.name === 'OpportunityLineItem') {
        totalOpportunities(parentIds(rows, 'OpportunityId'), save);
    }
    for (const lookup of first.object.fields.filter((field) => field.referenceTo.length === 1)) {
        const parent = save.schema.object(lookup.referenceTo[0] ?? '');
        const summaries =
            parent === undefined ? [] : summariesOver(parent, first.object, lookup.name);
        if (parent !== undefined && summaries.length > 0) {
            refresh(parent, parentIds(rows, lookup.name), save);
        }
    }
}

/** Computes all roll-ups of these parents anew and saves those that changed, triggers and all. */
export function refresh(parent: ObjectSchema, ids: readonly string[], services: DmlServices): void {
    const summaries = parent.fields.filter((field) => field.summary !== null);
    const stored = services.store.read(parent.name, ids);
    const changes = new Map<string, Readonly<Record<string, FieldValue>>>();
    for (const [id, values] of stored) {
        const fresh = summaries.map(
            (field) => [field.name, computed(field.summary, id, services)] as const
        );
        if (fresh.some(([name, value]) => (values[name] ?? null) !== value)) {
            changes.set(id, Object.fromEntries(fresh));
        }
    }
    if (changes.size > 0) {
        services.saveFields(parent, changes);
    }
}

function summariesOver(parent: ObjectSchema, child: ObjectSchema, lookup: string) {
    return parent.fields.filter(
        ({ summary }) =>
            summary?.childObject.toLowerCase() === child.name.toLowerCase() &&
            summary.foreignKey.toLowerCase() === lookup.toLowerCase()
    );
}

function parentIds(rows: readonly WorkRow[], lookup: string): readonly string[] {
    const ids = rows.flatMap((row) => [row.values[lookup], row.old?.[lookup]]);
    return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

function computed(summary: Summary | null, parentId: string, services: DmlServices): FieldValue {
    if (summary === null) {
        return null;
    }
    const { sqlName } = services.store.tables.get(summary.childObject);
    services.store.tables.index(summary.childObject, summary.foreignKey);
    const filters = summary.filters.map((filter) => ` AND ${filterSql(filter)}`).join('');
    const values = summary.filters.map((filter) =>
        filterValue(filter, services.schema.field(summary.childObject, filter.field))
    );
    const sql =
        `SELECT ${functionSql(summary)} FROM ${sqlName} ` +
        `WHERE ${quoted(summary.foreignKey)} = ? AND IsDeleted = 0${filters}`;
    return services.store.connection.first(sql, [parentId, ...values])?.[0] ?? null;
}

function functionSql(summary: Summary): string {
    const column = quoted(summary.summarizedField ?? 'Id');
    switch (summary.operation) {
        case 'count':
            return 'COUNT(*)';
        case 'sum':
            return `IFNULL(SUM(${column}), 0)`;
        case 'min':
            return `MIN(${column})`;
        case 'max':
            return `MAX(${column})`;
    }
}

const OPERATORS: Readonly<Record<string, string>> = {
    equals: '=',
    notEqual: '<>',
    lessThan: '<',
    greaterThan: '>',
    lessOrEqual: '<=',
    greaterOrEqual: '>=',
    contains: 'LIKE',
    notContain: 'NOT LIKE',
    startsWith: 'LIKE'
};

function filterSql(filter: SummaryFilter): string {
    const column = quoted(filter.field);
    const operator = OPERATORS[filter.operation] ?? '=';
    const withMissing = operator === '<>' || operator === 'NOT LIKE';
    return `(${column} ${operator} ?${withMissing ? ` OR ${column} IS NULL` : ''})`;
}

function filterValue(filter: SummaryFilter, field: FieldSchema | undefined): string | number {
    if (field?.type === 'boolean') {
        return /^(?:true|1)$/i.test(filter.value) ? 1 : 0;
    }
    if (field !== undefined && columnType(field) !== 'TEXT') {
        return Number(filter.value);
    }
    switch (filter.operation) {
        case 'contains':
        case 'notContain':
            return `%${filter.value}%`;
        case 'startsWith':
            return `${filter.value}%`;
        default:
            return filter.value;
    }
}
