import getSetup from '@salesforce/apex/ZendeskAccessSetupController.getSetup';
import getSettings from '@salesforce/apex/ZendeskListSettingsController.getSettings';
import listRules from '@salesforce/apex/ZendeskMatchRuleController.listRules';
import ZendeskSetup from 'c/zendeskSetup';
import { find, findAll, mount, settle } from 'test/mount';

jest.mock(
    '@salesforce/apex/ZendeskAccessSetupController.getSetup',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

jest.mock(
    '@salesforce/apex/ZendeskMatchRuleController.listRules',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

jest.mock(
    '@salesforce/apex/ZendeskListSettingsController.getSettings',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const loaded = getSetup as unknown as jest.Mock;
const listed = listRules as unknown as jest.Mock;
const settings = getSettings as unknown as jest.Mock;

async function mountPage(): Promise<HTMLElement> {
    loaded.mockReturnValue(new Promise(() => undefined));
    listed.mockReturnValue(new Promise(() => undefined));
    settings.mockReturnValue(new Promise(() => undefined));
    const page = mount<HTMLElement>('c-zendesk-setup', ZendeskSetup);
    await settle();
    return page;
}

describe('c-zendesk-setup', () => {
    it('opens with the section Access', async () => {
        const page = await mountPage();

        expect(find(page, 'h1').textContent).toBe('c.Zendesk_Setup_Title');
        expect(find(page, 'lightning-vertical-navigation')).toHaveProperty(
            'selectedItem',
            'access'
        );
        expect(findAll(page, 'c-zendesk-access-setup')).toHaveLength(1);
        await expect(page).toBeAccessible();
    });

    it.each([
        ['matchRules', 'c-zendesk-match-rules'],
        ['ticketList', 'c-zendesk-list-settings']
    ])('shows the section %s alone when it is selected', async (name, tag) => {
        const page = await mountPage();

        find(page, 'lightning-vertical-navigation').dispatchEvent(
            new CustomEvent('select', { detail: { name } })
        );
        await settle();

        expect(findAll(page, 'c-zendesk-access-setup')).toHaveLength(0);
        expect(findAll(page, tag)).toHaveLength(1);
        await expect(page).toBeAccessible();
    });
});
