import { describe, expect, it } from '@jest/globals';
import { fakeOrg, FRENCH_USER_ID } from '../../__tests__/support/fakeOrg.ts';
import { ADMIN_ID, FIRST_ACCOUNT_ID } from '../../__tests__/support/fakeRows.ts';
import { tempProject, testStore } from '../../__tests__/support/testApp.ts';
import type { LightningPage, PageItem } from '../../orgClient.ts';
import { pageModel } from '../pageModel.ts';

const META = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
    <targetConfigs>
        <targetConfig targets="lightning__RecordPage">
            <property name="pageSize" type="Integer" default="25" />
            <property name="readOnly" type="Boolean" default="false" />
            <property name="heading" type="String" default="Tickets" />
        </targetConfig>
        <targetConfig targets="lightning__HomePage">
            <property name="pageSize" type="Integer" default="5" />
        </targetConfig>
    </targetConfigs>
</LightningComponentBundle>`;

const ITEM: PageItem = {
    kind: 'component',
    componentName: 'c:list',
    identifier: 'list',
    properties: { readOnly: 'true' },
    visibility: {
        booleanFilter: null,
        criteria: [
            { leftValue: '{!Record.Industry}', operator: 'EQUAL', rightValue: 'Transportation' },
            { leftValue: '{!$Client.FormFactor}', operator: 'EQUAL', rightValue: 'Large' }
        ]
    }
};

const PAGE: LightningPage = {
    developerName: 'Account_Page',
    label: 'Account',
    type: 'RecordPage',
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [{ name: 'main', type: 'Region', items: [ITEM] }]
};

async function modelOf(path: string, userId = ADMIN_ID, formFactor: 'Large' | 'Small' = 'Large') {
    const org = fakeOrg({ accountPage: PAGE });
    const modules = testStore(
        tempProject({
            'src/lwc/list/list.html': '<template></template>',
            'src/lwc/list/list.js-meta.xml': META
        })
    );
    modules.scan();
    const user = await org.userContext(userId);
    if (!user) throw new Error('No such user');
    return pageModel(path, { org, modules, user, formFactor, query: new URLSearchParams() });
}

const RECORD = `/lightning/r/Account/${FIRST_ACCOUNT_ID}/view`;

describe('pageModel', () => {
    it('gives a component its properties, typed, over the defaults of its target', async () => {
        const model = await modelOf(RECORD);
        expect(model).toMatchObject({
            kind: 'record',
            tree: {
                regions: [
                    {
                        items: [
                            { properties: { pageSize: 25, readOnly: true, heading: 'Tickets' } }
                        ]
                    }
                ]
            }
        });
    });

    it('evaluates rules on the record and on the device', async () => {
        expect(await modelOf(RECORD, ADMIN_ID, 'Small')).toMatchObject({
            tree: { regions: [{ items: [] }] }
        });
    });

    it('shows the standard page where none is activated', async () => {
        const model = await modelOf('/lightning/r/Contact/003000000000001AAA/view');
        expect(model).toMatchObject({ kind: 'record', object: { apiName: 'Contact' } });
    });

    it('opens the first list view of an object', async () => {
        expect(await modelOf('/lightning/o/Account/list')).toMatchObject({
            kind: 'list',
            viewName: 'AllRecords'
        });
    });

    it.each([
        '/lightning/r/Account/x/view',
        '/lightning/r/Account/zzz000000000001AAA/view',
        '/lightning/o/Nothing/list',
        '/lightning/o/A%20B/list',
        '/lightning/n/None',
        '/lightning/cmp/c__none',
        '/lightning/unknown'
    ])('has no page for %s', async (path) => {
        expect(await modelOf(path)).toEqual({ kind: 'missing' });
    });

    it('opens Setup for administrators alone', async () => {
        const path = '/lightning/setup/ConnectedApplication/home';
        expect(await modelOf(path)).toMatchObject({ kind: 'setup' });
        expect(await modelOf(path, FRENCH_USER_ID)).toEqual({ kind: 'missing' });
    });
});
