import { QueryError } from '../../errors.ts';
import type { FieldSchema, ObjectSchema } from '../../schema/types.ts';
import { quoted, type Connection } from '../../store/connection.ts';
import { isStored } from '../../store/columns.ts';
import type { QueryResult } from '../../types.ts';
import type { Condition, SearchGroup, SoqlQuery, SoslQuery, SoslReturning } from '../ast.ts';
import { noSuchObject, unsupported } from '../messages.ts';
import { Planner, type PlannerInput } from '../plan/planner.ts';
import { boundValue, rowCount } from '../plan/values.ts';
import { findRecords } from './records.ts';
import { parseSearchText } from '../searchText.ts';

/** Records of one object that a search returns unless it says otherwise (documented: 2,000). */
const MAX_ROWS = 2000;

/**
 * Answers a search: one result for each object of RETURNING, in order. `found` takes the place of
 * the text's matches.
 */
export function runSearch(
    connection: Connection,
    input: PlannerInput,
    query: SoslQuery,
    found?: readonly string[]
): readonly QueryResult[] {
    const [unknown] = query.otherWith;
    if (unknown !== undefined) {
        throw unsupported(`WITH ${unknown} in SOSL`);
    }
    if (query.returning.length === 0) {
        throw unsupported('SOSL without RETURNING');
    }
    const planner = new Planner(input);
    const text = searchedText(query, planner);
    parseSearchText(text);
    const limit = rowCount(query.limit, planner) ?? MAX_ROWS;
    return query.returning.map((target) => {
        const object = searchedObject(target, input);
        const ids = found ?? matchingIds(connection, input, object, query.group, text);
        const { rows, rowsRead } = findRecords(connection, input, recordQuery(target, ids, limit));
        return { rows, rowsRead };
    });
}

function searchedText(query: SoslQuery, planner: Planner): string {
    const { find } = query;
    const value = find.kind === 'bind' ? boundValue(find.key, planner) : null;
    const text = find.kind === 'string' ? find.value : String(value ?? '');
    if (text.replace(/[*?"(){}]/g, '').trim().length < 2) {
        throw new QueryError(
            'MALFORMED_QUERY',
            `search term must be longer than one character: ${text}`
        );
    }
    return text;
}

function searchedObject(target: SoslReturning, { schema }: PlannerInput): ObjectSchema {
    const object = schema.object(target.objectName);
    if (object === undefined) {
        throw noSuchObject(target.objectName);
    }
    return object;
}

function matchingIds(
    connection: Connection,
    input: PlannerInput,
    object: ObjectSchema,
    group: SearchGroup,
    text: string
): readonly string[] {
    const fields = object.fields.filter(
        (field) => isSearched(field, group) && isReadable(input, object, field)
    );
    if (fields.length === 0) {
        return [];
    }
    const { sqlName } = input.tables.get(object.name);
    const columns = fields.map((field) => quoted(field.name)).join(', ');
    const sql = `SELECT Id FROM ${sqlName} WHERE search_match(?, ${columns})`;
    return connection.all(sql, [text]).map(([id]) => String(id));
}

function isReadable(input: PlannerInput, object: ObjectSchema, field: FieldSchema): boolean {
    const { rules, user, context } = input;
    const enforced = context.mode === 'user' || input.mode === 'user';
    return !enforced || rules.canReadField(user.id, object, field);
}

function isSearched(field: FieldSchema, group: SearchGroup): boolean {
    if (!isStored(field)) {
        return false;
    }
    switch (group) {
        case 'NAME':
        case 'SIDEBAR':
            return field.nameField || field.compoundFieldName === 'Name';
        case 'EMAIL':
            return field.type === 'email';
        case 'PHONE':
            return field.type === 'phone';
        case 'ALL':
            return ['string', 'textarea', 'email', 'phone', 'url', 'combobox'].includes(field.type);
    }
}

function recordQuery(target: SoslReturning, ids: readonly string[], limit: number): SoqlQuery {
    const found: Condition = {
        kind: 'comparison',
        left: { kind: 'field', path: ['Id'] },
        operator: 'in',
        right: { kind: 'list', values: ids.map((value) => ({ kind: 'string', value })) }
    };
    const where: Condition =
        target.where === null ? found : { kind: 'and', conditions: [found, target.where] };
    const id = { kind: 'operand', operand: { kind: 'field', path: ['Id'] }, alias: null } as const;
    return {
        kind: 'soql',
        select: target.select.length === 0 ? [id] : target.select,
        from: [{ path: [target.objectName], alias: null }],
        scope: null,
        where,
        mode: null,
        otherWith: null,
        groupBy: null,
        having: null,
        orderBy: target.orderBy,
        limit: target.limit ?? { kind: 'number', value: limit },
        offset: target.offset,
        allRows: false,
        forClauses: []
    };
}
