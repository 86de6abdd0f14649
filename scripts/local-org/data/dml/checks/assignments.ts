import { duplicateAssignment } from '../dmlErrors.ts';
import { valueOf, type Save, type WorkRow } from '../work.ts';

/** Nobody is given the same permission set twice, this request's own rows included. */
export function checkAssignments(rows: readonly WorkRow[], save: Save): void {
    const given = rows.filter(({ object }) => object.name === 'PermissionSetAssignment');
    const seen = new Set(given.length > 0 ? held(given, save) : []);
    for (const row of given) {
        const key = keyOf(valueOf(row, 'AssigneeId'), valueOf(row, 'PermissionSetId'));
        if (seen.has(key)) {
            row.errors.push(
                duplicateAssignment(
                    String(valueOf(row, 'AssigneeId')),
                    String(valueOf(row, 'PermissionSetId'))
                )
            );
        }
        seen.add(key);
    }
}

function held(rows: readonly WorkRow[], { store }: Save): readonly string[] {
    const assignees = rows.map((row) => String(valueOf(row, 'AssigneeId')));
    const ids = store.idsWhere('PermissionSetAssignment', 'AssigneeId', assignees);
    return [...store.read('PermissionSetAssignment', ids).values()].map((values) =>
        keyOf(values['AssigneeId'], values['PermissionSetId'])
    );
}

function keyOf(assignee: unknown, permissionSet: unknown): string {
    return `${String(assignee)}:${String(permissionSet)}`;
}
