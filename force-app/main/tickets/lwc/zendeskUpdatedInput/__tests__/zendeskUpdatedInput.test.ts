import ZendeskUpdatedInput from 'c/zendeskUpdatedInput';
import { find, findAll, mount, settle } from 'test/mount';

import type { TicketFilter } from 'c/zendeskTicketService';

const chosen = jest.fn();

async function mountInput(filter: TicketFilter): Promise<HTMLElement> {
    const input = mount<HTMLElement>('c-zendesk-updated-input', ZendeskUpdatedInput, { filter });
    input.addEventListener('choose', (event) => chosen((event as CustomEvent).detail));
    await settle();
    return input;
}

function change(input: HTMLElement, selector: string, value: string | null): void {
    find(input, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

describe('c-zendesk-updated-input', () => {
    it('offers spans of time', async () => {
        const input = await mountInput({ updatedDays: 0 });
        expect(find(input, '.span')).toMatchObject({ value: '0' });

        change(input, '.span', '30');

        expect(chosen).toHaveBeenCalledWith({ updatedDays: 30 });
        await expect(input).toBeAccessible();
    });

    it('stands for any time when nothing is chosen', async () => {
        const input = await mountInput({ updatedDays: 7 });

        change(input, '.span', 'any');

        expect(chosen).toHaveBeenCalledWith({ updatedDays: undefined });
        expect(find(await mountInput({}), '.span')).toMatchObject({ value: 'any' });
    });

    it('asks for dates when they are what is wanted', async () => {
        const input = await mountInput({});
        expect(findAll(input, '[data-name]')).toHaveLength(0);

        change(input, '.span', 'custom');
        await settle();
        change(input, '[data-name="updatedFrom"]', '2026-05-06');

        expect(chosen).toHaveBeenLastCalledWith({ updatedFrom: '2026-05-06' });
        await expect(input).toBeAccessible();
    });

    it('keeps one date when the other goes', async () => {
        const input = await mountInput({ updatedFrom: '2026-05-01', updatedTo: '2026-05-06' });
        expect(find(input, '.span')).toMatchObject({ value: 'custom' });

        change(input, '[data-name="updatedFrom"]', null);

        expect(chosen).toHaveBeenCalledWith({ updatedFrom: undefined, updatedTo: '2026-05-06' });
    });
});
