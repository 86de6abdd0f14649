import { QueryError } from '../../errors.ts';
import type { ObjectSchema } from '../../schema/types.ts';
import type { AccessMode, Condition, SoqlQuery } from '../ast.ts';
import { hasRecycleBin } from '../../store/columns.ts';
import { malformed, noSuchObject, unsupported } from '../messages.ts';
import { conditionSql } from './condition.ts';
import { expressionOf } from './operand.ts';
import type { Planner } from './planner.ts';
import { Scope } from './scope.ts';
import { rowCount } from './values.ts';

/** Rows that a query may skip, at most (documented limit of OFFSET). */
const MAX_OFFSET = 2000;

/** The object that a query's FROM names. */
export function queriedSchema(query: SoqlQuery, planner: Planner): ObjectSchema {
    const name = query.from[0]?.path.join('.') ?? '';
    const object = planner.input.schema.object(name);
    if (object === undefined || !object.queryable) {
        throw noSuchObject(name);
    }
    return object;
}

/** The conditions on the rows of a query: WHERE, scope, recycle bin, sharing. */
export function rowConditions(query: SoqlQuery, scope: Scope, planner: Planner): readonly string[] {
    const { object, alias } = scope.root;
    const own = query.where === null ? null : whereSql(query, scope, planner);
    const alive = query.allRows || !hasRecycleBin(object) ? null : `${alias}.IsDeleted = 0`;
    const visible = planner.enforcesSharing
        ? planner.input.rules.rowsSql(object, alias, planner.input.user.id, 'read')
        : null;
    return [own, alive, scopeSql(query, scope, planner), visible]
        .filter((condition) => condition !== null)
        .map((condition) => `(${condition})`);
}

/** LIMIT and OFFSET as SQL; empty without either. */
export function windowSql(query: Pick<SoqlQuery, 'limit' | 'offset'>, planner: Planner): string {
    const limit = rowCount(query.limit, planner);
    const offset = rowCount(query.offset, planner);
    if (offset !== null && offset > MAX_OFFSET) {
        throw new QueryError('MALFORMED_QUERY', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
    }
    if (limit === null && offset === null) {
        return '';
    }
    const skip = offset === null ? '' : ` OFFSET ${planner.parameter(offset)}`;
    return ` LIMIT ${planner.parameter(limit ?? -1)}${skip}`;
}

/** The SQL of a semi-join's nested query: the values of its one field. */
export function nestedSql(query: SoqlQuery, planner: Planner): string {
    const scope = new Scope(planner, queriedSchema(query, planner), query.from);
    const [item, ...others] = query.select;
    if (item?.kind !== 'operand' || others.length > 0) {
        throw malformed('Semi join sub-selects need exactly one field');
    }
    const { sql } = expressionOf(item.operand, scope, planner);
    const conditions = [...rowConditions(query, scope, planner), `${sql} IS NOT NULL`];
    const window = windowSql(query, planner);
    return `SELECT ${sql} FROM ${scope.fromSql()} WHERE ${conditions.join(' AND ')}${window}`;
}

/** Refuses clauses that nothing here answers. */
export function requireSupported(query: SoqlQuery): void {
    if (query.otherWith !== null) {
        throw unsupported(`WITH ${query.otherWith}`);
    }
    const isLink = query.from[0]?.path.join('.').toLowerCase() === 'contentdocumentlink';
    if (isLink && !filtersLinks(query.where)) {
        throw malformed(
            'Implementation restriction: ContentDocumentLink requires a filter by a single Id on ' +
                'ContentDocumentId or LinkedEntityId using the equals operator or multiple ' +
                "Id's using the IN operator."
        );
    }
}

/** True when a condition that all rows must meet names documents or linked records. */
function filtersLinks(condition: Condition | null): boolean {
    switch (condition?.kind) {
        case 'and':
            return condition.conditions.some(filtersLinks);
        case 'comparison': {
            const { left, operator } = condition;
            const name = left.kind === 'field' ? left.path.at(-1)?.toLowerCase() : '';
            const isKey = name === 'contentdocumentid' || name === 'linkedentityid';
            return isKey && (operator === '=' || operator === 'in');
        }
        default:
            return false;
    }
}

/**
 * Refuses objects and fields that the user can't read, in the texts of the mode: user mode speaks
 * as if they weren't there, SECURITY_ENFORCED of insufficient permissions.
 */
export function requireAccess(planner: Planner): void {
    if (!planner.enforcesFields) {
        return;
    }
    const { rules, user, mode } = planner.input;
    for (const { object, fields } of planner.touched()) {
        if (!rules.can(user.id, object, 'read')) {
            throw mode === 'securityEnforced' ? insecure() : noSuchObject(object.name);
        }
        const hidden = [...fields].filter((field) => !rules.canReadField(user.id, object, field));
        if (hidden.length > 0) {
            throw hiddenFields(
                object,
                hidden.map((field) => field.name),
                mode
            );
        }
    }
}

function insecure(): QueryError {
    return new QueryError(
        'INSUFFICIENT_ACCESS',
        'Insufficient permissions: secure query included inaccessible field'
    );
}

function hiddenFields(
    object: ObjectSchema,
    names: readonly string[],
    mode: AccessMode | null
): QueryError {
    const fields = new Map([[object.name, names]]);
    const message =
        mode === 'securityEnforced'
            ? insecure().message
            : `No such column '${names[0]}' on entity '${object.name}'. If you are attempting to ` +
              "use a custom field, be sure to append the '__c' after the custom field name. " +
              'Please reference your WSDL or the describe call for the appropriate names.';
    return new QueryError('INVALID_FIELD', message, fields);
}

function whereSql(query: SoqlQuery, scope: Scope, planner: Planner): string | null {
    return query.where === null ? null : conditionSql(query.where, scope, planner, nestedSql);
}

function scopeSql(query: SoqlQuery, scope: Scope, planner: Planner): string | null {
    switch (query.scope?.toLowerCase()) {
        case undefined:
        case 'everything':
            return null;
        case 'mine':
            return `${scope.root.alias}.OwnerId = ${planner.parameter(planner.input.user.id)}`;
        default:
            throw unsupported(`USING SCOPE ${query.scope ?? ''}`);
    }
}
