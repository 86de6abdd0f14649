import listRules from '@salesforce/apex/ZendeskMatchRuleController.listRules';
import resetRule from '@salesforce/apex/ZendeskMatchRuleController.resetRule';
import saveRule from '@salesforce/apex/ZendeskMatchRuleController.saveRule';
import ZendeskMatchRules from 'c/zendeskMatchRules';
import { find, findAll, mount, settle } from 'test/mount';

import type { MatchRule } from 'c/zendeskMatchRuleService';

jest.mock(
    '@salesforce/apex/ZendeskMatchRuleController.listRules',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskMatchRuleController.resetRule',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskMatchRuleController.saveRule',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const listed = listRules as unknown as jest.Mock;
const reset = resetRule as unknown as jest.Mock;
const saved = saveRule as unknown as jest.Mock;

const ACCOUNT: MatchRule = {
    objectName: 'Account',
    objectLabel: 'Account',
    fieldPath: 'Name',
    side: 'organization_name',
    isChanged: false
};
const LEAD: MatchRule = {
    objectName: 'Lead',
    objectLabel: 'Prospect',
    fieldPath: 'Phone__c',
    side: 'requester_external_id',
    isChanged: true
};
const INPUT = { objectName: 'Account', fieldPath: 'Site', side: 'organization_id' };

async function mountRules(): Promise<HTMLElement> {
    const rules = mount<HTMLElement>('c-zendesk-match-rules', ZendeskMatchRules);
    await settle();
    return rules;
}

async function save(rules: HTMLElement): Promise<void> {
    find(rules, 'c-zendesk-match-rule-form').dispatchEvent(
        new CustomEvent('rulesave', { detail: INPUT })
    );
    await settle();
}

async function press(rules: HTMLElement, selector: string): Promise<void> {
    find(rules, selector).click();
    await settle();
}

describe('c-zendesk-match-rules', () => {
    it('shows that it is loading', async () => {
        listed.mockReturnValue(new Promise(() => undefined));
        const rules = await mountRules();

        expect(find(rules, 'c-zendesk-setup-frame')).toHaveProperty('isBusy', true);
        await expect(rules).toBeAccessible();
    });

    it('lists what is compared for each object, and whether that is the default', async () => {
        listed.mockResolvedValue([ACCOUNT, LEAD]);
        const rules = await mountRules();

        const rows = findAll(rules, 'tbody tr').map((row) => row.textContent?.trim());
        expect(rows[0]).toContain('Name');
        expect(rows[0]).toContain('c.Zendesk_Side_OrganizationName');
        expect(rows[0]).toContain('c.Zendesk_Rule_Default');
        expect(rows[1]).toContain('Prospect');
        expect(rows[1]).toContain('c.Zendesk_Rule_Changed');
        await expect(rules).toBeAccessible();
    });

    it('gives those who may not set up the reason', async () => {
        listed.mockRejectedValue({
            body: { message: '{"code":"access_setup_not_permitted","message":"Ask."}' }
        });
        const rules = await mountRules();

        expect(find(rules, 'c-zendesk-setup-frame')).toHaveProperty('problem.message', 'Ask.');
        expect(findAll(rules, 'lightning-card')).toHaveLength(0);
        await expect(rules).toBeAccessible();
    });

    it('says what failed and recovers by another try', async () => {
        listed.mockRejectedValueOnce({ body: { message: 'Busy.' } });
        listed.mockResolvedValueOnce([ACCOUNT]);
        const rules = await mountRules();
        const frame = find(rules, 'c-zendesk-setup-frame');
        expect(frame).toHaveProperty('problem.message', 'Busy.');

        frame.dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(findAll(rules, 'tbody tr')).toHaveLength(1);
    });

    it('changes a rule and shows what holds then', async () => {
        listed.mockResolvedValue([ACCOUNT]);
        saved.mockResolvedValue([{ ...ACCOUNT, fieldPath: 'Site', isChanged: true }]);
        const rules = await mountRules();

        await press(rules, '.change');
        expect(find(rules, 'c-zendesk-match-rule-form')).toHaveProperty('rule', ACCOUNT);
        await save(rules);

        expect(saved).toHaveBeenCalledWith(INPUT);
        expect(findAll(rules, 'c-zendesk-match-rule-form')).toHaveLength(0);
        expect(find(rules, 'tbody').textContent).toContain('Site');
    });

    it('moves the focus into the form, and back to what opened it', async () => {
        listed.mockResolvedValue([ACCOUNT, LEAD]);
        const rules = await mountRules();
        const focused = jest.spyOn(HTMLElement.prototype, 'focus');

        await press(rules, '.change[data-name="Lead"]');
        const form = find(rules, 'c-zendesk-match-rule-form');
        expect(focused.mock.contexts.at(-1)).toBe(find(form, 'lightning-input'));
        form.dispatchEvent(new CustomEvent('cancel'));
        await settle();
        expect(focused.mock.contexts.at(-1)).toBe(find(rules, '.change[data-name="Lead"]'));

        await press(rules, '.new');
        find(rules, 'c-zendesk-match-rule-form').dispatchEvent(new CustomEvent('cancel'));
        await settle();
        expect(focused.mock.contexts.at(-1)).toBe(find(rules, '.new'));
    });

    it('makes a rule for another object', async () => {
        listed.mockResolvedValue([ACCOUNT]);
        const rules = await mountRules();

        await press(rules, '.new');

        expect(find(rules, 'c-zendesk-match-rule-form')).toHaveProperty('rule', undefined);
    });

    it('keeps what was typed when it is refused', async () => {
        listed.mockResolvedValue([ACCOUNT]);
        saved.mockRejectedValue({ body: { message: 'There is no such field.' } });
        const rules = await mountRules();

        await press(rules, '.change');
        await save(rules);

        expect(find(rules, '[role="alert"]').textContent).toContain('There is no such field.');
        expect(findAll(rules, 'c-zendesk-match-rule-form')).toHaveLength(1);
        await expect(rules).toBeAccessible();
    });

    it('brings back the default of what was changed, and of nothing else', async () => {
        listed.mockResolvedValue([ACCOUNT, LEAD]);
        reset.mockResolvedValue([ACCOUNT]);
        const rules = await mountRules();
        expect(findAll(rules, '.reset')).toHaveLength(1);

        await press(rules, '.reset');

        expect(reset).toHaveBeenCalledWith({ objectName: 'Lead' });
        expect(findAll(rules, 'tbody tr')).toHaveLength(1);
    });

    it('can leave a rule as it is', async () => {
        listed.mockResolvedValue([ACCOUNT]);
        const rules = await mountRules();
        await press(rules, '.change');

        find(rules, 'c-zendesk-match-rule-form').dispatchEvent(new CustomEvent('cancel'));
        await settle();

        expect(findAll(rules, 'c-zendesk-match-rule-form')).toHaveLength(0);
        expect(saved).not.toHaveBeenCalled();
    });
});
