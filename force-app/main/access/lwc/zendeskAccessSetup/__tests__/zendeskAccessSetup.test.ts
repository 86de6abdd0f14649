import chooseGate from '@salesforce/apex/ZendeskAccessSetupController.chooseGate';
import getSetup from '@salesforce/apex/ZendeskAccessSetupController.getSetup';
import saveSignedNotes from '@salesforce/apex/ZendeskAccessSetupController.saveSignedNotes';
import ZendeskAccessSetup from 'c/zendeskAccessSetup';
import { find, findAll, mount, settle } from 'test/mount';

import type { AccessSetup, GateReport } from 'c/zendeskAccessSetupService';

jest.mock(
    '@salesforce/apex/ZendeskAccessSetupController.chooseGate',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAccessSetupController.getSetup',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAccessSetupController.saveSignedNotes',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_Gate_InForce',
    () => ({ __esModule: true, default: '{0} “{1}”' }),
    { virtual: true }
);
jest.mock(
    '@salesforce/label/c.Zendesk_Gate_None',
    () => ({ __esModule: true, default: 'No “{0}”' }),
    { virtual: true }
);

const loaded = getSetup as unknown as jest.Mock;
const chosen = chooseGate as unknown as jest.Mock;
const switched = saveSignedNotes as unknown as jest.Mock;

function setupOf(gate: Partial<GateReport> = {}, part: Partial<AccessSetup> = {}): AccessSetup {
    return {
        gate: {
            kind: 'connected_app',
            name: 'My_App',
            profileCount: 2,
            permissionSetCount: 0,
            requirements: [],
            ...gate
        },
        assignment: { selectedCount: 3, missingCount: 1 },
        allowsSignedNotes: false,
        ...part
    };
}

async function mountSection(): Promise<HTMLElement> {
    const section = mount<HTMLElement>('c-zendesk-access-setup', ZendeskAccessSetup);
    await settle();
    return section;
}

async function openChoice(section: HTMLElement): Promise<HTMLElement> {
    find(section, 'lightning-button').click();
    await settle();
    return find<HTMLElement>(section, 'c-zendesk-gate-choice');
}

async function choose(choice: HTMLElement): Promise<void> {
    const detail = { kind: 'custom_permission', name: '' };
    choice.dispatchEvent(new CustomEvent('gatechoose', { detail }));
    await settle();
}

describe('c-zendesk-access-setup', () => {
    it('shows that it is loading', async () => {
        loaded.mockReturnValue(new Promise(() => undefined));
        const section = await mountSection();

        expect(find(section, 'c-zendesk-setup-frame')).toHaveProperty('isBusy', true);
        await expect(section).toBeAccessible();
    });

    it('says what is in force and hands the rest to its parts', async () => {
        const setup = setupOf();
        loaded.mockResolvedValue(setup);
        const section = await mountSection();

        expect(find(section, '.in-force').textContent).toBe('c.Zendesk_Gate_ConnectedApp “My_App”');
        expect(find(section, 'c-zendesk-requirements')).toHaveProperty('gate', setup.gate);
        expect(find(section, 'c-zendesk-assignment')).toHaveProperty('state', setup.assignment);
        expect(find(section, 'c-zendesk-signed-notes')).toHaveProperty('isAllowed', false);
        await expect(section).toBeAccessible();
    });

    it('says that nothing is in force', async () => {
        loaded.mockResolvedValue(setupOf({ kind: undefined }));
        const section = await mountSection();

        expect(find(section, '.in-force').textContent).toBe('No “My_App”');
        expect(findAll(section, '.selected')).toHaveLength(0);
    });

    it('gives those who may not set up the reason', async () => {
        loaded.mockRejectedValue({
            body: {
                message: JSON.stringify({
                    code: 'access_setup_not_permitted',
                    message: 'Ask an administrator.'
                })
            }
        });
        const section = await mountSection();

        expect(find(section, 'c-zendesk-setup-frame')).toHaveProperty('problem', {
            code: 'access_setup_not_permitted',
            message: 'Ask an administrator.'
        });
        expect(findAll(section, 'lightning-card')).toHaveLength(0);
        await expect(section).toBeAccessible();
    });

    it('says what failed and recovers by another try', async () => {
        loaded.mockRejectedValueOnce({ body: { message: 'Salesforce is busy.' } });
        loaded.mockResolvedValueOnce(setupOf());
        const section = await mountSection();
        const frame = find(section, 'c-zendesk-setup-frame');
        expect(frame).toHaveProperty('problem.message', 'Salesforce is busy.');
        await expect(section).toBeAccessible();

        frame.dispatchEvent(new CustomEvent('retry'));
        await settle();

        expect(frame).toHaveProperty('problem', undefined);
        expect(findAll(section, 'c-zendesk-requirements')).toHaveLength(1);
    });

    it('chooses another gate and shows how it stands then', async () => {
        loaded.mockResolvedValue(setupOf());
        chosen.mockResolvedValue(setupOf({ kind: 'custom_permission', name: 'See' }));
        const section = await mountSection();

        await choose(await openChoice(section));

        expect(chosen).toHaveBeenCalledWith({ kind: 'custom_permission', name: '' });
        expect(find(section, '.in-force').textContent).toContain('“See”');
        expect(findAll(section, 'c-zendesk-gate-choice')).toHaveLength(0);
    });

    it('moves the focus to the choice, and back to what opened it', async () => {
        loaded.mockResolvedValue(setupOf());
        const section = await mountSection();
        const focused = jest.spyOn(HTMLElement.prototype, 'focus');

        const choice = await openChoice(section);
        expect(focused.mock.contexts.at(-1)).toBe(find(choice, 'lightning-radio-group'));
        choice.dispatchEvent(new CustomEvent('cancel'));
        await settle();

        expect(focused.mock.contexts.at(-1)).toBe(find(section, '.change'));
    });

    it('keeps the choice open when it is refused', async () => {
        loaded.mockResolvedValue(setupOf());
        chosen.mockRejectedValue({ body: { message: 'There is no such app.' } });
        const section = await mountSection();

        await choose(await openChoice(section));

        expect(find(section, '[role="alert"]').textContent).toContain('There is no such app.');
        expect(findAll(section, 'c-zendesk-gate-choice')).toHaveLength(1);
        await expect(section).toBeAccessible();
    });

    it('leaves it as it was when the choice is cancelled', async () => {
        loaded.mockResolvedValue(setupOf());
        const section = await mountSection();

        (await openChoice(section)).dispatchEvent(new CustomEvent('cancel'));
        await settle();

        expect(findAll(section, 'c-zendesk-gate-choice')).toHaveLength(0);
        expect(chosen).not.toHaveBeenCalled();
    });

    it('switches signed notes, and shows what holds when that fails', async () => {
        loaded.mockResolvedValue(setupOf());
        switched.mockResolvedValueOnce(setupOf({}, { allowsSignedNotes: true }));
        const section = await mountSection();
        const card = find(section, 'c-zendesk-signed-notes');
        const change = async (isAllowed: boolean): Promise<void> => {
            const detail = { isAllowed };
            card.dispatchEvent(new CustomEvent('signednoteschange', { detail }));
            await settle();
        };

        await change(true);
        expect(switched).toHaveBeenCalledWith({ isAllowed: true });
        expect(card).toHaveProperty('isAllowed', true);

        switched.mockRejectedValueOnce({ body: { message: 'Locked.' } });
        await change(false);
        expect(card).toHaveProperty('isAllowed', true);
        expect(find(section, '[role="alert"]').textContent).toContain('Locked.');
    });
});
