import { setupPlaceOf } from 'c/zendeskSetupPlaces';

describe('setupPlaceOf', () => {
    it.each([
        ['connected_app', '/lightning/setup/ConnectedApplication/home'],
        ['external_client_app', '/lightning/setup/ManageExternalClientApplication/home'],
        ['custom_permission', '/lightning/setup/PermSets/home']
    ] as const)('leads to the page of the gate: %s', (kind, url) => {
        expect(setupPlaceOf('pre_authorized', kind)).toBe(url);
        expect(setupPlaceOf('administrator_selected', kind)).toBe(url);
    });

    it('leads nowhere for what Setup has no page for', () => {
        expect(setupPlaceOf('account_connected', 'connected_app')).toBeUndefined();
        expect(setupPlaceOf('gate_exists', undefined)).toBeUndefined();
    });
});
