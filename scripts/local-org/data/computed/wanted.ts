import type { Binds } from '../types.ts';
import type { Condition, SoqlQuery, Value } from '../soql/ast.ts';

/** Every object that a query reads, children and nested queries included, as written. */
export function objectsRead(query: SoqlQuery): readonly string[] {
    const nested = [
        ...query.select.flatMap((item) => (item.kind === 'subquery' ? [item.query] : [])),
        ...nestedQueries(query.where)
    ];
    return [...query.from.map((item) => item.path.join('.')), ...nested.flatMap(objectsRead)];
}

/** Every path that the query names anywhere: fields with the relationships that lead to them. */
export function pathsOf(query: SoqlQuery): readonly (readonly string[])[] {
    const paths: string[][] = [];
    JSON.stringify(query, (key, value: unknown) => {
        if (key === 'path' && Array.isArray(value)) {
            paths.push(value.map(String));
        }
        return value;
    });
    return paths;
}

/** True when a path of the query goes through the relationship. */
export function usesRelationship(query: SoqlQuery, relationship: string): boolean {
    return pathsOf(query).some((path) =>
        path.slice(0, -1).some((part) => part.toLowerCase() === relationship.toLowerCase())
    );
}

/** The texts that the query's conditions compare a field with; null without such a condition. */
export function wantedValues(
    query: SoqlQuery,
    fieldName: string,
    binds: Binds
): readonly string[] | null {
    return query.where === null ? null : inCondition(query.where, fieldName, binds);
}

function inCondition(
    condition: Condition,
    fieldName: string,
    binds: Binds
): readonly string[] | null {
    switch (condition.kind) {
        case 'and':
            return condition.conditions.reduce<readonly string[] | null>(
                (found, part) => found ?? inCondition(part, fieldName, binds),
                null
            );
        case 'comparison': {
            const { left, operator, right } = condition;
            const named =
                left.kind === 'field' &&
                left.path.at(-1)?.toLowerCase() === fieldName.toLowerCase();
            return named && (operator === '=' || operator === 'in') ? texts(right, binds) : null;
        }
        case 'or':
        case 'not':
            return null;
    }
}

function texts(value: Value, binds: Binds): readonly string[] {
    switch (value.kind) {
        case 'string':
            return [value.value];
        case 'list':
            return value.values.flatMap((item) => texts(item, binds));
        case 'bind':
            return [binds[value.key] ?? null].flat().filter((item) => typeof item === 'string');
        default:
            return [];
    }
}

function nestedQueries(condition: Condition | null): readonly SoqlQuery[] {
    switch (condition?.kind) {
        case undefined:
            return [];
        case 'and':
        case 'or':
            return condition.conditions.flatMap(nestedQueries);
        case 'not':
            return nestedQueries(condition.condition);
        case 'comparison':
            return condition.right.kind === 'query' ? [condition.right.query] : [];
    }
}
