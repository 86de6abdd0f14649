import getSetup from '@salesforce/apex/ZendeskAccessSetupController.getSetup';
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

const loaded = getSetup as unknown as jest.Mock;
const listed = listRules as unknown as jest.Mock;

async function mountPage(): Promise<HTMLElement> {
    loaded.mockReturnValue(new Promise(() => undefined));
    listed.mockReturnValue(new Promise(() => undefined));
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

    it('shows the section that is selected alone', async () => {
        const page = await mountPage();
        const select = new CustomEvent('select', { detail: { name: 'matchRules' } });

        find(page, 'lightning-vertical-navigation').dispatchEvent(select);
        await settle();

        expect(findAll(page, 'c-zendesk-access-setup')).toHaveLength(0);
        expect(findAll(page, 'c-zendesk-match-rules')).toHaveLength(1);
        await expect(page).toBeAccessible();
    });
});
