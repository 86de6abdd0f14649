import ZendeskMatchRuleForm from 'c/zendeskMatchRuleForm';
import { find, findAll, mount, settle } from 'test/mount';

import type { MatchRule } from 'c/zendeskMatchRuleService';

const ACCOUNT: MatchRule = {
    objectName: 'Account',
    objectLabel: 'Account',
    fieldPath: 'Name',
    side: 'organization_name',
    isChanged: false
};

function mountForm(rule?: MatchRule) {
    const form = mount<HTMLElement>('c-zendesk-match-rule-form', ZendeskMatchRuleForm, { rule });
    const saved = jest.fn();
    form.addEventListener('rulesave', (event) => saved((event as CustomEvent).detail));
    return { form, saved };
}

async function type(form: HTMLElement, selector: string, value: string): Promise<void> {
    find(form, selector).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await settle();
}

describe('c-zendesk-match-rule-form', () => {
    it('changes the rule of an object, which stays the same', async () => {
        const { form, saved } = mountForm(ACCOUNT);
        expect(findAll(form, '.object')).toHaveLength(0);
        await expect(form).toBeAccessible();

        await type(form, '.field', 'AccountNumber');
        await type(form, 'lightning-combobox', 'organization_external_id');
        find(form, '.save').click();

        expect(saved).toHaveBeenCalledWith({
            objectName: 'Account',
            fieldPath: 'AccountNumber',
            side: 'organization_external_id'
        });
    });

    it('makes a rule once nothing is left out', async () => {
        const { form, saved } = mountForm();
        expect(find(form, '.save')).toHaveProperty('disabled', true);
        await expect(form).toBeAccessible();

        await type(form, '.object', 'Project__c');
        await type(form, '.field', 'Account__r.Name');
        expect(find(form, '.save')).toHaveProperty('disabled', true);
        await type(form, 'lightning-combobox', 'organization_name');

        expect(find(form, '.save')).toHaveProperty('disabled', false);
        find(form, '.save').click();
        expect(saved).toHaveBeenCalledWith({
            objectName: 'Project__c',
            fieldPath: 'Account__r.Name',
            side: 'organization_name'
        });
    });

    it('can be left', () => {
        const { form } = mountForm(ACCOUNT);
        const cancelled = jest.fn();
        form.addEventListener('cancel', cancelled);

        find(form, 'lightning-button').click();
        expect(cancelled).toHaveBeenCalledTimes(1);

        const press = (key: string) => {
            find(form, '.field').dispatchEvent(
                new KeyboardEvent('keydown', { key, bubbles: true })
            );
        };
        press('a');
        expect(cancelled).toHaveBeenCalledTimes(1);
        press('Escape');
        expect(cancelled).toHaveBeenCalledTimes(2);
    });
});
