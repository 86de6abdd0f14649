import type { ObjectAction } from '../../access/permissions.ts';
import type { RecordAccess } from '../../access/sharing.ts';
import { noSuchColumn } from '../messages.ts';
import type { Planner } from './planner.ts';
import type { RowNode } from './scope.ts';

/** What the running user may do with a row, as a field of UserRecordAccess. */
export function accessFieldSql(node: RowNode, fieldName: string, planner: Planner): string {
    const read = allowedSql(node, 'read', 'read', planner);
    const edit = `(${read} AND ${allowedSql(node, 'edit', 'edit', planner)})`;
    const transfer = `(${edit} AND ${allowedSql(node, 'edit', 'full', planner)})`;
    const remove = `(${transfer} AND ${allowedSql(node, 'delete', 'full', planner)})`;
    switch (fieldName) {
        case 'HasReadAccess':
            return read;
        case 'HasEditAccess':
            return edit;
        case 'HasTransferAccess':
            return transfer;
        case 'HasDeleteAccess':
        case 'HasAllAccess':
            return remove;
        case 'MaxAccessLevel':
            return (
                `CASE WHEN ${remove} THEN 'All' WHEN ${transfer} THEN 'Transfer' ` +
                `WHEN ${edit} THEN 'Edit' WHEN ${read} THEN 'Read' ELSE 'None' END`
            );
        case 'RecordId':
        case 'Id':
            return `${node.alias}.Id`;
        default:
            throw noSuchColumn(fieldName, 'UserRecordAccess');
    }
}

function allowedSql(
    node: RowNode,
    action: ObjectAction,
    access: RecordAccess,
    planner: Planner
): string {
    const { rules, user } = planner.input;
    if (!rules.can(user.id, node.object, action)) {
        return '0';
    }
    const rule = rules.rowsSql(node.object, node.alias, user.id, access);
    return rule === null ? '1' : `(${rule})`;
}
