import assignUsers from '@salesforce/apex/ZendeskAssignmentController.assignUsers';
import getState from '@salesforce/apex/ZendeskAssignmentController.getState';
import saveNightly from '@salesforce/apex/ZendeskAssignmentController.saveNightly';
import ZendeskAssignment from 'c/zendeskAssignment';
import { find, mount, settle, textOf } from 'test/mount';

import type { AssignmentState } from 'c/zendeskAccessSetupService';

jest.mock(
    '@salesforce/apex/ZendeskAssignmentController.assignUsers',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAssignmentController.getState',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAssignmentController.saveNightly',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_Assignment_Counts',
    () => ({ __esModule: true, default: 'Selected: {0}. Missing: {1}.' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_Assignment_Result',
    () => ({ __esModule: true, default: 'Assigned: {0}. Failed: {1}.' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_Assignment_Progress',
    () => ({ __esModule: true, default: 'So far: {0}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_Assignment_Failure',
    () => ({ __esModule: true, default: '{0}: {1}' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_Assignment_MoreFailures',
    () => ({ __esModule: true, default: 'and {0} more' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_Assignment_NextRun',
    () => ({ __esModule: true, default: 'Next: {0}, as {1}.' }),
    { virtual: true }
);

const assigned = assignUsers as unknown as jest.Mock;
const asked = getState as unknown as jest.Mock;
const repeated = saveNightly as unknown as jest.Mock;

const BEFORE: AssignmentState = { selectedCount: 300, missingCount: 250 };
const AFTER: AssignmentState = { selectedCount: 300, missingCount: 1 };

function mountCard(state: AssignmentState = BEFORE): HTMLElement {
    return mount<HTMLElement>('c-zendesk-assignment', ZendeskAssignment, { state });
}

async function press(card: HTMLElement): Promise<void> {
    find(card, '.assign').click();
    await settle();
}

async function toggle(card: HTMLElement, checked: boolean): Promise<HTMLElement> {
    const input = find(card, 'lightning-input');
    input.dispatchEvent(new CustomEvent('change', { detail: { checked } }));
    await settle();
    return input;
}

describe('c-zendesk-assignment', () => {
    it('counts before anything is done', async () => {
        const card = mountCard();

        expect(textOf(card)).toContain('Selected: 300. Missing: 250.');
        await expect(card).toBeAccessible();
    });

    it('has nothing to do when nobody lacks it', () => {
        const card = mountCard({ selectedCount: 3, missingCount: 0 });

        expect(find(card, '.assign')).toHaveProperty('disabled', true);
    });

    it('goes on page by page, and tells the result with each failure', async () => {
        assigned.mockResolvedValueOnce({ assignedCount: 200, failures: [], last: '005B' });
        assigned.mockResolvedValueOnce({
            assignedCount: 49,
            failures: [{ userName: 'Ada', reason: 'Wrong licence' }],
            last: '005C'
        });
        assigned.mockResolvedValueOnce({ assignedCount: 0, failures: [] });
        asked.mockResolvedValue(AFTER);
        const card = mountCard();

        await press(card);

        expect(assigned.mock.calls).toEqual([
            [{ after: null }],
            [{ after: '005B' }],
            [{ after: '005C' }]
        ]);
        expect(textOf(card)).toContain('Assigned: 249. Failed: 1.');
        expect(textOf(card)).toContain('Ada: Wrong licence');
        expect(textOf(card)).toContain('Selected: 300. Missing: 1.');
        await expect(card).toBeAccessible();
    });

    it('tells how far it is, and is not started twice', async () => {
        assigned.mockResolvedValueOnce({ assignedCount: 200, failures: [], last: '005B' });
        assigned.mockReturnValueOnce(new Promise(() => undefined));
        const card = mountCard();

        await press(card);

        expect(textOf(card)).toContain('So far: 200');
        expect(find(card, '.assign')).toHaveProperty('disabled', true);
        await expect(card).toBeAccessible();
    });

    it('tells many failures as a number', async () => {
        const failures = Array.from({ length: 23 }, (_, index) => ({
            userName: `User ${index}`,
            reason: 'No'
        }));
        assigned.mockResolvedValue({ assignedCount: 0, failures });
        asked.mockResolvedValue(AFTER);
        const card = mountCard();

        await press(card);

        expect(textOf(card)).toContain('User 19: No');
        expect(textOf(card)).not.toContain('User 20: No');
        expect(textOf(card)).toContain('and 3 more');
    });

    it('says what failed and keeps what was done before', async () => {
        assigned.mockResolvedValueOnce({ assignedCount: 200, failures: [], last: '005B' });
        assigned.mockRejectedValueOnce({ body: { message: 'Salesforce is busy.' } });
        const card = mountCard();

        await press(card);

        expect(find(card, '[role="alert"]').textContent).toBe('Salesforce is busy.');
        expect(textOf(card)).toContain('Assigned: 200. Failed: 0.');
        expect(find(card, '.assign')).toHaveProperty('disabled', false);
    });

    it('says when it is repeated, and as whom', async () => {
        repeated.mockResolvedValue({
            ...BEFORE,
            nextRunAt: '2026-05-06T01:30:00.000Z',
            runsAs: 'Nora'
        });
        const card = mountCard();
        expect(textOf(card)).toContain('c.Zendesk_Assignment_NotRepeated');

        const input = await toggle(card, true);

        expect(repeated).toHaveBeenCalledWith({ isRepeated: true });
        expect(textOf(card)).toMatch(/Next: .*2026.*, as Nora\./);
        expect(input).toHaveProperty('checked', true);
    });

    it('shows what holds when the schedule could not be changed', async () => {
        repeated.mockRejectedValue({ body: { message: 'Too many jobs.' } });
        const card = mountCard();

        const input = await toggle(card, true);

        expect(input).toHaveProperty('checked', false);
        expect(find(card, '[role="alert"]').textContent).toBe('Too many jobs.');
    });
});
