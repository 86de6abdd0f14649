import { isStored } from '../../store/columns.ts';
import { quoted } from '../../store/connection.ts';
import type { Planner } from './planner.ts';
import type { Node } from './scope.ts';

type MixedNode = Extract<Node, { kind: 'mixed' }>;

/** The name of the object that an id belongs to. */
export function recordTypeSql(idSql: string): string {
    return `object_of_id(${idSql})`;
}

/**
 * A field that the possible parents share, such as `Owner.Name`: read from the table that the id's
 * prefix names. Objects that have no records yet are left out.
 */
export function mixedFieldSql(node: MixedNode, fieldName: string, planner: Planner): string {
    if (fieldName === 'Type') {
        return shownTypeSql(node.idSql, planner);
    }
    if (fieldName === 'Id') {
        return node.idSql;
    }
    const cases = node.targets.flatMap((target) => branch(node, target, fieldName, planner));
    return cases.length === 0
        ? 'NULL'
        : `CASE substr(${node.idSql}, 1, 3) ${cases.join(' ')} ELSE NULL END`;
}

/** A queue is a group, but `Owner.Type` says Queue. */
function shownTypeSql(idSql: string, planner: Planner): string {
    const { sqlName } = planner.input.tables.get('Group');
    const isQueue = `EXISTS (SELECT 1 FROM ${sqlName} WHERE Id = ${idSql} AND Type = 'Queue')`;
    return `CASE WHEN ${idSql} LIKE '00G%' AND ${isQueue} THEN 'Queue' ELSE ${recordTypeSql(idSql)} END`;
}

function branch(
    node: MixedNode,
    target: string,
    fieldName: string,
    planner: Planner
): readonly string[] {
    const { schema, tables } = planner.input;
    const object = schema.object(target);
    const field =
        fieldName === 'Name'
            ? object?.fields.find((known) => known.nameField)
            : schema.field(target, fieldName);
    if (object === undefined || field === undefined || !isStored(field) || !tables.exists(target)) {
        return [];
    }
    const { sqlName } = tables.get(target);
    const value = `(SELECT ${quoted(field.name)} FROM ${sqlName} WHERE Id = ${node.idSql})`;
    return [`WHEN '${object.keyPrefix}' THEN ${value}`];
}
