import { isChanged, valueOf, type Save, type WorkRow } from '../work.ts';

/** The closed statuses that every org starts with. */
export const CLOSED_CASE = ['Closed'];
export const CLOSED_TASK = ['Completed'];

/** Case: whether and when it was closed, and the contact's account and addresses. */
export function deriveCase(row: WorkRow, save: Save): void {
    const closed = CLOSED_CASE.includes(String(valueOf(row, 'Status')));
    const wasClosed = row.old?.['IsClosed'] === true;
    row.values['IsClosed'] = closed;
    if (closed !== wasClosed) {
        row.values['ClosedDate'] = closed ? save.stamp : null;
    }
    if (row.old === null) {
        row.values['IsClosedOnCreate'] = closed;
    }
    if (isChanged(row, 'ContactId')) {
        copyContact(row, save);
    }
}

/** Task: whether it is closed and urgent, how many people and records it is about. */
export function deriveTask(row: WorkRow): void {
    row.values['IsClosed'] = CLOSED_TASK.includes(String(valueOf(row, 'Status')));
    row.values['IsHighPriority'] = valueOf(row, 'Priority') === 'High';
    row.values['WhoCount'] = valueOf(row, 'WhoId') === null ? 0 : 1;
    row.values['WhatCount'] = valueOf(row, 'WhatId') === null ? 0 : 1;
    const what = valueOf(row, 'WhatId');
    if (typeof what === 'string' && what.startsWith('001')) {
        row.values['AccountId'] = what;
    }
}

function copyContact(row: WorkRow, save: Save): void {
    const id = row.values['ContactId'];
    const contact = typeof id === 'string' ? save.store.read('Contact', [id]).get(id) : undefined;
    row.values['ContactEmail'] = contact?.['Email'] ?? null;
    row.values['ContactPhone'] = contact?.['Phone'] ?? null;
    row.values['ContactMobile'] = contact?.['MobilePhone'] ?? null;
    row.values['ContactFax'] = contact?.['Fax'] ?? null;
    if (valueOf(row, 'AccountId') === null) {
        row.values['AccountId'] = contact?.['AccountId'] ?? null;
    }
}
