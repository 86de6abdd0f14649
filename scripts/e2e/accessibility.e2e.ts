import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';

import { DESKTOP, openAs, PHONE } from '../local-org/shell/e2e/browser.ts';
import { Audit } from './audit.ts';
import { Journey, type Traveller } from './journey.ts';
import { runForTests } from './running.ts';
import type { TicketView } from './ticketView.ts';
import type { Words } from './words.ts';

jest.setTimeout(120_000);

const TRAVELLERS: readonly Traveller[] = [
    { userName: 'Theo Lindqvist', language: 'en_US', deviceName: 'desktop', agent: 'Priya Raman' },
    { userName: 'Camille Aubert', language: 'fr', deviceName: 'phone', agent: 'Chloé Marchand' }
];
const ADMIN = 'Nora Whitcombe';
/** A window of 1280 pixels at 400 %, too (WCAG 1.4.10). */
const NARROWEST = { width: 320, height: 640 };

const DEVICES = [
    { name: 'desktop', device: DESKTOP },
    { name: 'phone', device: { ...PHONE, viewport: NARROWEST } }
];

const SCHEMES = ['light'] as const;

/** An account without an organization in Zendesk. */
const UNMATCHED = '100% Pure Spring Water';

const SETUP = '/lightning/n/Zendesk_Setup';

const FILE = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes') };

const REFUSAL = {
    status: 422,
    body: {
        error: 'RecordInvalid',
        description: 'Record validation errors',
        details: { priority: [{ description: 'Not in the list', error: 'InvalidValue' }] }
    }
};

const running = runForTests();

beforeEach(() => running.zendesk.recover());

describe.each(TRAVELLERS)('$userName ($language, $deviceName)', (traveller) => {
    let journey: Journey;
    let view: TicketView;
    let page: Page;
    let say: Words;

    beforeAll(async () => {
        journey = await Journey.begin(running.browser, running.product, traveller);
        ({ view, page, say } = journey);
        if (traveller.deviceName === 'phone') {
            await page.setViewportSize(NARROWEST);
        }
    });

    afterAll(() => journey?.end());

    describe.each(SCHEMES)('in the %s', () => {
        it('finds no fault with the list and its filters', async () => {
            const audit = new Audit(page);
            await journey.openRecord();
            await view.root.locator('c-zendesk-status-counts button').first().waitFor();
            await audit.look('list');

            await view.button('Zendesk_Filter_Show').click();
            const status = view.facet('Zendesk_Column_Status');
            await status.locator('.opener').click();
            await audit.look('options of a filter');
            await status.locator('.option').nth(1).click();
            await page.keyboard.press('Escape');
            await view.root.locator('lightning-pill').first().waitFor();
            await view.root.locator('[aria-busy="false"]').first().waitFor();
            await audit.look('filtered list');

            await view.root.getByRole('searchbox').first().fill('no ticket says this');
            await view.message('Zendesk_List_AllFilteredTitle').waitFor();
            await audit.look('filter that hides all');
            expect(audit.faults).toEqual([]);
        });

        it('finds no fault with why a list is what it is, nor with linking by hand', async () => {
            const audit = new Audit(page);
            await journey.openAccount(UNMATCHED);
            await view.message('Zendesk_List_NoMatchTitle').waitFor();
            await audit.look('no match');

            await view.button('Zendesk_List_WhyNone').click();
            await view.root.getByLabel(say('Zendesk_Link_Search')).fill('Verdant');
            await view.button('Zendesk_Link_Link', 'VERDANT VALLEY FARMS').waitFor();
            await audit.look('link by hand');
            expect(audit.faults).toEqual([]);
        });

        it('finds no fault with a ticket, read, answered and changed', async () => {
            const audit = new Audit(page);
            const { id } = await journey.openTicket('Faultless');
            await running.zendesk.changeTicket(id, {
                comment: { body: 'Aside.', public: false }
            });
            await view.button('Zendesk_History_Show').click();
            await view.root.locator('c-zendesk-history li').first().waitFor();
            await audit.look('ticket');

            await view.address('Zendesk_Reply_Internal');
            await view.write('A note with a file.');
            await view.root.locator('c-zendesk-reply input[type=file]').setInputFiles(FILE);
            await view.message('Zendesk_Files_Ready', '1').waitFor();
            await view.button('Zendesk_Macro_Open').click();
            await view.choose(say('Zendesk_Macro_Choose'), 'Ask for the build number');
            await view.root.locator('c-zendesk-macros h4').first().waitFor();
            await audit.look('answer');

            await view.changePriority('Zendesk_Priority_Low');
            await view.edit(say('Zendesk_Property_Tags'));
            await audit.look('fields being edited');
            await view.button('Zendesk_Button_Save').click();
            await view.root.locator('c-zendesk-collision').waitFor();
            await audit.look('collision');
            expect(audit.faults).toEqual([]);
        });

        it('finds no fault with what went well or wrong', async () => {
            const audit = new Audit(page);
            const { id } = await journey.openTicket('Outcome');
            const path = `/api/v2/tickets/${id}`;
            await running.zendesk.fail({ path, method: 'PUT', ...REFUSAL });
            await view.changePriority('Zendesk_Priority_Low');
            await view.button('Zendesk_Button_Save').click();
            await view.alerted('Zendesk_Error_InvalidFields');
            await audit.look('refused by Zendesk');
            await view.button('Zendesk_Button_Save').click();
            await view.submitted();
            await audit.look('saved');

            await running.zendesk.fail({
                path: '/api/v2/search.json',
                drop: true,
                times: null
            });
            await page.reload();
            await view.button('Zendesk_Error_Retry').waitFor();
            await audit.look('Zendesk away');
            expect(audit.faults).toEqual([]);
        });

        it('finds no fault with the form of a new ticket, incomplete and complete', async () => {
            const audit = new Audit(page);
            await journey.openRecord();
            await view.button('Zendesk_List_New').click();
            await view.newTicket.locator('[contenteditable=true]').waitFor();
            await audit.look('new ticket');

            await view.button('Zendesk_New_Create').click();
            await audit.look('incomplete ticket');

            await journey.startNewTicket('Complete');
            await view.write('All of it.');
            await audit.look('complete ticket');
            await view.button('Zendesk_Button_Cancel').click();
            expect(audit.faults).toEqual([]);
        });
    });
});

describe.each(DEVICES)('Zendesk Setup ($name)', ({ device }) => {
    it.each(SCHEMES)('has no fault in the %s', async () => {
        const path = '/lightning/page/home';
        const { orgUrl } = running.product;
        const { page } = await openAs(running.browser, { orgUrl, userName: ADMIN, path, device });
        const audit = new Audit(page);
        await page.goto(orgUrl + SETUP);
        await page.getByRole('button', { name: 'Change What Decides' }).click();
        await page.locator('label').getByText('Custom permission', { exact: true }).click();
        await audit.look('access');

        await page.getByRole('link', { name: 'Match Rules' }).click();
        await page.getByRole('button', { name: 'New Rule' }).click();
        await audit.look('match rules');

        await page.getByRole('link', { name: 'Ticket List' }).click();
        await page.getByRole('listbox').first().waitFor();
        await audit.look('ticket list');
        expect(audit.faults).toEqual([]);
        await page.context().close();
    });
});
