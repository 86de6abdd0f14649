import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { xml } from '../../metadata/__tests__/tree.ts';
import type { AppDetail, AppSetup } from '../apps/appSetup.ts';
import type { App } from '../apps/apps.ts';
import { createUser } from '../setup/users.ts';
import { makeOrg, type TestOrg } from './testOrg.ts';

let org: TestOrg;
let setup: AppSetup;

const FILES = {
    'connectedApps/Gate.connectedApp-meta.xml': xml(
        'ConnectedApp',
        `<contactEmail>a@b.example</contactEmail><label>The Gate</label>
         <oauthConfig><callbackUrl>https://a.example/cb</callbackUrl>
         <isAdminApproved>true</isAdminApproved><scopes>Basic</scopes></oauthConfig>
         <oauthPolicy><ipRelaxation>ENFORCE</ipRelaxation>
         <refreshTokenPolicy>specific_lifetime:15:DAYS</refreshTokenPolicy></oauthPolicy>
         <profileName>Admin</profileName>`
    ),
    'eca/Twin.eca-meta.xml': xml(
        'ExternalClientApplication',
        '<label>The Twin</label><distributionState>Local</distributionState>'
    ),
    'eca/Twin.ecaOauthPlcy-meta.xml': xml(
        'ExtlClntAppOauthConfigurablePolicies',
        `<externalClientApplication>Twin</externalClientApplication>
         <commaSeparatedProfile>Standard, Admin</commaSeparatedProfile>
         <permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>`
    )
};

beforeEach(() => {
    org = makeOrg(FILES);
    org.platform.deploy('admins');
    setup = org.platform.apps;
});

afterEach(() => org.tree.dispose());

function gate(): App {
    const [app] = setup.list(org.adminId, 'ConnectedApplication');
    if (!app) {
        throw new Error('no app');
    }
    return app;
}

function detail(): AppDetail {
    const found = setup.find(org.adminId, gate().id);
    if (!found) {
        throw new Error('no app');
    }
    return found;
}

function selected(choices: AppDetail['profiles']): readonly string[] {
    return choices.filter((choice) => choice.selected).map((choice) => choice.label);
}

describe('a connected app', () => {
    test('brings policies and profiles along', () => {
        expect(gate().policies).toEqual({
            permittedUsers: 'AdminApprovedPreAuthorized',
            ipRelaxation: 'Enforce',
            refreshPolicy: 'Lifetime',
            refreshPeriod: 15,
            refreshPeriodUnit: 'Days'
        });
        expect(selected(detail().profiles)).toEqual(['System Administrator']);
    });

    test('shows in the records that Apex reads', () => {
        const [item] = org.rows.find('AppMenuItem', { Name: 'Gate' });
        expect(item?.values).toMatchObject({
            ApplicationId: gate().id,
            Type: 'ConnectedApplication',
            IsUsingAdminAuthorization: true
        });
        const [record] = org.rows.find('ConnectedApplication', { Id: gate().id });
        expect(record?.values['Name']).toBe('The Gate');
    });

    test('a changed policy reaches the records', () => {
        const policies = { ...gate().policies, permittedUsers: 'AllUsers' as const };
        setup.savePolicies(org.adminId, gate().id, policies);
        const [item] = org.rows.find('AppMenuItem', { Name: 'Gate' });
        const [record] = org.rows.find('ConnectedApplication', { Id: gate().id });
        expect(item?.values['IsUsingAdminAuthorization']).toBe(false);
        expect(record?.values['OptionsAllowAdminApprovedUsersOnly']).toBe(false);
    });

    test('a selection replaces the one before', () => {
        const standard = org.idOf('Profile', 'Name', 'Standard User');
        setup.selectProfiles(org.adminId, gate().id, [standard]);
        expect(selected(detail().profiles)).toEqual(['Standard User']);
        const access = org.rows.find('SetupEntityAccess', { SetupEntityId: gate().id });
        expect(access.map((row) => row.values)).toMatchObject([
            {
                ParentId: org.idOf('PermissionSet', 'Label', 'Standard User'),
                SetupEntityType: 'ConnectedApplication'
            }
        ]);
    });

    test('permission sets and profiles are selected apart', () => {
        org.rows.insert('PermissionSet', [
            { Name: 'P', Label: 'P', Type: 'Regular', IsOwnedByProfile: false }
        ]);
        const set = org.idOf('PermissionSet', 'Name', 'P');
        setup.selectPermissionSets(org.adminId, gate().id, [set]);
        expect(selected(detail().permissionSets)).toEqual(['P']);
        expect(selected(detail().profiles)).toEqual(['System Administrator']);
    });

    test('what the administrator decided survives an upgrade', () => {
        setup.selectProfiles(org.adminId, gate().id, []);
        setup.savePolicies(org.adminId, gate().id, {
            ...gate().policies,
            permittedUsers: 'AllUsers'
        });
        org.platform.deploy('admins');
        expect(gate().policies.permittedUsers).toBe('AllUsers');
        expect(selected(detail().profiles)).toEqual([]);
    });
});

test('an external client app has its policy record and its profiles', () => {
    const [twin] = setup.list(org.adminId, 'ExternalClientApplication');
    const [policy] = org.rows.find('ExtlClntAppOauthPlcyCnfg', {});
    expect(policy?.values).toMatchObject({
        ExternalClientApplicationId: twin?.id,
        PermittedUsersPolicyType: 'AdminApprovedPreAuthorized'
    });
    expect(selected(setup.find(org.adminId, twin?.id ?? '')?.profiles ?? [])).toEqual([
        'Standard User',
        'System Administrator'
    ]);
});

describe('refusals', () => {
    let salesId: string;

    beforeEach(() => {
        salesId = createUser(
            {
                firstName: null,
                lastName: 'Sales',
                username: 'sales@test.example',
                email: 'sales@test.example',
                profile: 'Standard User',
                role: null,
                title: null,
                language: 'en_US',
                locale: 'en_US',
                timeZone: 'GMT',
                isActive: true
            },
            org.rows
        );
    });

    test('who may not customize the application changes nothing', () => {
        const { id, policies } = gate();
        expect(() => setup.savePolicies(salesId, id, policies)).toThrow('level of access');
        expect(() => setup.selectProfiles(salesId, id, [])).toThrow('level of access');
        expect(selected(detail().profiles)).toEqual(['System Administrator']);
    });

    test('an unknown app and an unknown profile are named', () => {
        expect(() => setup.selectProfiles(org.adminId, 'nope', [])).toThrow('id nope');
        expect(() => setup.selectProfiles(org.adminId, gate().id, ['x'])).toThrow('id x');
    });

    test('a timed refresh policy needs its period', () => {
        const policies = { ...gate().policies, refreshPeriod: null };
        expect(() => setup.savePolicies(org.adminId, gate().id, policies)).toThrow(
            'needs a period'
        );
    });
});
