import ZendeskGateChoice from 'c/zendeskGateChoice';
import { find, findAll, mount, settle } from 'test/mount';

import type { GateReport } from 'c/zendeskAccessSetupService';

function mountChoice(part: Partial<GateReport> = {}): HTMLElement {
    return mount<HTMLElement>('c-zendesk-gate-choice', ZendeskGateChoice, {
        gate: {
            kind: 'connected_app',
            name: 'App',
            profileCount: 1,
            permissionSetCount: 0,
            requirements: [],
            ...part
        }
    });
}

async function change(choice: HTMLElement, selector: string, detail: object): Promise<void> {
    find(choice, selector).dispatchEvent(new CustomEvent('change', { detail }));
    await settle();
}

describe('c-zendesk-gate-choice', () => {
    it('leaves it to whichever app the org has when nothing is chosen', async () => {
        const choice = mountChoice();

        expect(find(choice, 'lightning-radio-group')).toHaveProperty('value', 'automatic');
        expect(findAll(choice, 'lightning-input')).toHaveLength(0);
        await expect(choice).toBeAccessible();
    });

    it('shows what is chosen', () => {
        const choice = mountChoice({ chosenKind: 'external_client_app', name: 'Mine' });

        expect(find(choice, 'lightning-radio-group')).toHaveProperty(
            'value',
            'external_client_app'
        );
        expect(find(choice, 'lightning-input')).toHaveProperty('value', 'Mine');
    });

    it('tells what was chosen', async () => {
        const choice = mountChoice();
        const chosen = jest.fn();
        choice.addEventListener('gatechoose', (event) => chosen((event as CustomEvent).detail));

        await change(choice, 'lightning-radio-group', { value: 'connected_app' });
        await change(choice, 'lightning-input', { value: 'Mine' });
        find(choice, '.save').click();

        expect(chosen).toHaveBeenCalledWith({ kind: 'connected_app', name: 'Mine' });
    });

    it('takes a custom permission only from who confirms the warning', async () => {
        const choice = mountChoice();
        const chosen = jest.fn();
        choice.addEventListener('gatechoose', (event) => chosen((event as CustomEvent).detail));

        await change(choice, 'lightning-radio-group', { value: 'custom_permission' });
        expect(find(choice, 'c-zendesk-warning')).toHaveProperty(
            'message',
            'c.Zendesk_Gate_PermissionWarning'
        );
        expect(find(choice, '.save')).toHaveProperty('disabled', true);
        await expect(choice).toBeAccessible();

        await change(choice, '.confirm', { checked: true });
        expect(find(choice, '.save')).toHaveProperty('disabled', false);
        find(choice, '.save').click();
        expect(chosen).toHaveBeenCalledWith({ kind: 'custom_permission', name: '' });
    });

    it('asks for the confirmation again after another kind', async () => {
        const choice = mountChoice({ chosenKind: 'custom_permission' });
        const checkbox = findAll(choice, 'lightning-input')[1] as HTMLElement;
        checkbox.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));

        await change(choice, 'lightning-radio-group', { value: 'automatic' });
        await change(choice, 'lightning-radio-group', { value: 'custom_permission' });

        expect(find(choice, '.save')).toHaveProperty('disabled', true);
    });

    it('can be left by Escape', () => {
        const choice = mountChoice();
        const cancelled = jest.fn();
        choice.addEventListener('cancel', cancelled);
        const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });

        find(choice, 'lightning-radio-group').dispatchEvent(escape);

        expect(cancelled).toHaveBeenCalledTimes(1);
    });

    it('can be left as it was', () => {
        const choice = mountChoice();
        const cancelled = jest.fn();
        choice.addEventListener('cancel', cancelled);

        find(choice, 'lightning-button').click();

        expect(cancelled).toHaveBeenCalledTimes(1);
    });
});
