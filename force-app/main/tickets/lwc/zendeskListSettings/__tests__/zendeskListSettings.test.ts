import findAgents from '@salesforce/apex/ZendeskListSettingsController.findAgents';
import getSettings from '@salesforce/apex/ZendeskListSettingsController.getSettings';
import saveSettings from '@salesforce/apex/ZendeskListSettingsController.saveSettings';
import ZendeskListSettings from 'c/zendeskListSettings';
import { USUAL_COLUMNS } from 'c/zendeskTicketColumns';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { reported } from 'test/tickets';

import type { Choice } from 'c/zendeskConversationService';
import type { ListPreference } from 'c/zendeskListSettingsService';

jest.mock(
    '@salesforce/apex/ZendeskListSettingsController.findAgents',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskListSettingsController.getSettings',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskListSettingsController.saveSettings',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const get = getSettings as unknown as jest.Mock;
const save = saveSettings as unknown as jest.Mock;

interface Listbox extends HTMLElement {
    readonly options: readonly Choice[];
    readonly value: readonly string[];
}

async function mountSettings(preference: ListPreference = {}): Promise<HTMLElement> {
    get.mockResolvedValue({
        preference,
        choices: { statuses: [], forms: [], brands: [], groups: [], agents: [] },
        customColumns: [{ key: '901', title: 'Product', type: 'tagger' }]
    });
    return mountAlone();
}

async function mountAlone(): Promise<HTMLElement> {
    const settings = mount<HTMLElement>('c-zendesk-list-settings', ZendeskListSettings);
    await settle();
    return settings;
}

function send(settings: HTMLElement, selector: string, name: string, detail: unknown): void {
    find(settings, selector).dispatchEvent(new CustomEvent(name, { detail }));
}

describe('c-zendesk-list-settings', () => {
    it('begins with the usual list, and offers custom fields as columns', async () => {
        const settings = await mountSettings();

        const listbox = find<Listbox>(settings, 'lightning-dual-listbox');
        expect(listbox.value).toEqual(USUAL_COLUMNS);
        expect(listbox.options).toContainEqual({ value: '901', label: 'Product' });
        expect(find(settings, '.sort')).toMatchObject({ value: '-updated_at' });
        await expect(settings).toBeAccessible();
    });

    it('finds agents who are not listed', async () => {
        (findAgents as unknown as jest.Mock).mockResolvedValue([{ value: '51', label: 'Ada' }]);
        const settings = await mountSettings();

        send(settings, 'c-zendesk-ticket-filters', 'findagents', 'ada');
        await settle();

        expect(findAgents).toHaveBeenCalledWith({ text: 'ada' });
        expect(find(settings, 'c-zendesk-ticket-filters')).toMatchObject({
            known: { choices: { agents: [{ value: '51', label: 'Ada' }] } }
        });
    });

    it('shows what was saved', async () => {
        const settings = await mountSettings({
            columns: ['subject', '901'],
            filter: { priorities: ['urgent'] },
            sortBy: '-created_at'
        });

        expect(find(settings, 'lightning-dual-listbox')).toMatchObject({
            value: ['subject', '901']
        });
        expect(find(settings, 'c-zendesk-ticket-filters')).toMatchObject({
            filter: { priorities: ['urgent'] }
        });
        expect(find(settings, '.sort')).toMatchObject({ value: '-created_at' });
    });

    it('saves what was chosen, and says so', async () => {
        save.mockResolvedValue(null);
        const settings = await mountSettings();
        send(settings, 'lightning-dual-listbox', 'change', { value: ['subject'] });
        send(settings, 'c-zendesk-ticket-filters', 'filterchange', { tags: ['vip'] });
        send(settings, '.sort', 'change', { value: 'priority' });

        find(settings, '.save').click();
        await settle();

        expect(save).toHaveBeenCalledWith({
            columns: ['subject'],
            filter: { tags: ['vip'] },
            sortBy: 'priority'
        });
        expect(textOf(settings)).toContain('c.Zendesk_ListSettings_Saved');
    });

    it('keeps what was chosen when it can’t be saved, and says why', async () => {
        save.mockRejectedValue(reported('invalid_input', 'That is no column.'));
        const settings = await mountSettings();
        send(settings, 'c-zendesk-filter-pills', 'filterchange', { tags: ['vip'] });

        find(settings, '.save').click();
        await settle();

        expect(textOf(settings)).toContain('That is no column.');
        expect(find(settings, 'c-zendesk-ticket-filters')).toMatchObject({
            filter: { tags: ['vip'] }
        });
        await expect(settings).toBeAccessible();
    });

    it('is closed to all but administrators', async () => {
        get.mockRejectedValue(reported('access_setup_not_permitted', 'For administrators.'));
        const settings = await mountAlone();

        expect(textOf(settings)).toContain('For administrators.');
        expect(findAll(settings, '.save')).toHaveLength(0);
        await expect(settings).toBeAccessible();
    });

    it('recovers from an error by another try', async () => {
        get.mockRejectedValueOnce(reported('unavailable', 'Zendesk did not answer.'));
        const settings = await mountSettings();
        expect(textOf(settings)).toContain('Zendesk did not answer.');
        await expect(settings).toBeAccessible();

        send(settings, 'c-zendesk-setup-frame', 'retry', undefined);
        await settle();

        expect(findAll(settings, '.save')).toHaveLength(1);
    });

    it('shows that it is loading', async () => {
        get.mockReturnValue(new Promise(() => undefined));
        const settings = await mountAlone();

        expect(find(settings, 'c-zendesk-setup-frame')).toMatchObject({ isBusy: true });
        await expect(settings).toBeAccessible();
    });
});
