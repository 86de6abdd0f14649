import { valueOf, type Save, type WorkRow } from '../work.ts';

/** `Name` of a person is first and last name. */
export function derivePersonName(row: WorkRow): void {
    const parts = [valueOf(row, 'FirstName'), valueOf(row, 'LastName')];
    const name = parts.filter((part) => part !== null).join(' ');
    row.values['Name'] = name === '' ? null : name;
}

/** A user's name, kind and nickname. */
export function deriveUser(row: WorkRow, _save: Save): void {
    derivePersonName(row);
    if (row.old === null) {
        row.values['UserType'] ??= 'Standard';
        row.values['CommunityNickname'] ??=
            String(row.values['Username'] ?? '').split('@')[0] ?? null;
    }
}
