import ZendeskRequirements from 'c/zendeskRequirements';
import { find, findAll, mount, textOf } from 'test/mount';

import type { GateReport, Requirement } from 'c/zendeskAccessSetupService';

function mountList(requirements: readonly Requirement[], part: Partial<GateReport> = {}) {
    return mount<HTMLElement>('c-zendesk-requirements', ZendeskRequirements, {
        gate: {
            kind: 'connected_app',
            name: 'App',
            profileCount: 1,
            permissionSetCount: 0,
            requirements,
            ...part
        }
    });
}

describe('c-zendesk-requirements', () => {
    it('says of each in words and by an icon how it stands', async () => {
        const list = mountList([
            { code: 'gate_exists', title: 'The app is there', state: 'met' },
            { code: 'pre_authorized', title: 'The policy', state: 'unmet', fix: 'Click here.' },
            { code: 'somebody_selected', title: 'Profiles', state: 'unknown', fix: 'Check it.' }
        ]);

        expect(findAll(list, '.state').map(({ textContent }) => textContent)).toEqual([
            'c.Zendesk_Requirement_Met',
            'c.Zendesk_Requirement_Unmet',
            'c.Zendesk_Requirement_Unknown'
        ]);
        expect(find(list, 'p').textContent).toMatch(
            /^The app is there\s+c.Zendesk_Requirement_Met$/
        );
        expect(
            findAll(list, 'lightning-icon').map((icon) => (icon as { iconName?: string }).iconName)
        ).toEqual(['utility:success', 'utility:error', 'utility:warning']);
        await expect(list).toBeAccessible();
    });

    it('says what to do and leads to the page in Setup', () => {
        const list = mountList([
            { code: 'pre_authorized', title: 'The policy', state: 'unmet', fix: 'Click here.' }
        ]);

        expect(textOf(list)).toContain('Click here.');
        expect(find<HTMLAnchorElement>(list, 'a').getAttribute('href')).toBe(
            '/lightning/setup/ConnectedApplication/home'
        );
    });

    it('offers nothing to do about what holds', () => {
        const list = mountList([{ code: 'pre_authorized', title: 'The policy', state: 'met' }]);

        expect(findAll(list, 'a')).toHaveLength(0);
    });

    it('shows no row without requirements', async () => {
        const list = mountList([]);

        expect(findAll(list, 'li')).toHaveLength(0);
        await expect(list).toBeAccessible();
    });
});
