import { describe, expect, it } from '@jest/globals';
import { fakeOrg, FRENCH_USER_ID } from '../../__tests__/support/fakeOrg.ts';
import { field } from '../../__tests__/support/fakeSchema.ts';
import { ADMIN_ID } from '../../__tests__/support/fakeRows.ts';
import { displayValue } from '../displayValue.ts';

async function shown(...[value, schema, userId = ADMIN_ID]: Parameters<typeof show>) {
    return show(value, schema, userId);
}

async function show(
    value: string | number | boolean | null,
    schema: ReturnType<typeof field>,
    userId?: string
) {
    const user = await fakeOrg().userContext(userId ?? ADMIN_ID);
    if (!user) throw new Error('No such user');
    return displayValue(value, schema, user)?.replace(/[\u00a0\u202f]/g, ' ');
}

describe('displayValue', () => {
    it('writes dates with four digits of the year', async () => {
        const date = field('D', 'D', 'date');
        expect(await shown('2026-03-31', date)).toBe('3/31/2026');
        expect(await shown('2026-03-31', date, FRENCH_USER_ID)).toBe('31/03/2026');
    });

    it('writes date-times in the time zone of the user', async () => {
        const datetime = field('D', 'D', 'datetime');
        expect(await shown('2026-01-15T02:30:00.000Z', datetime)).toBe('1/14/2026, 6:30 PM');
    });

    it('writes currencies with the scale of the field', async () => {
        const currency = field('C', 'C', 'currency', { scale: 2 });
        expect(await shown(1234.5, currency)).toBe('$1,234.50');
    });

    it('shows the label of a picklist value', async () => {
        const entry = { value: 'a', label: 'First', isDefault: false, isActive: true };
        const picklist = field('P', 'P', 'picklist', { picklistValues: [entry] });
        expect(await shown('a', picklist)).toBe('First');
        expect(await shown('gone', picklist)).toBe('gone');
    });

    it('has nothing to add to plain text', async () => {
        expect(await shown('text', field('T', 'T', 'string'))).toBeUndefined();
    });
});
