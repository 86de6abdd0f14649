import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { openAs } from '../local-org/shell/e2e/browser.ts';
import { CUSTOMER, Journey } from './journey.ts';
import { runForTests } from './running.ts';
import type { TicketView } from './ticketView.ts';
import type { Words } from './words.ts';

jest.setTimeout(120_000);

const TRAVELLER = {
    userName: 'Theo Lindqvist',
    language: 'en_US',
    deviceName: 'desktop',
    agent: 'Priya Raman'
} as const;
const ADMIN = 'Nora Whitcombe';

/** As many stops as no way to anything has. */
const FAR = 60;

/** An organization of Zendesk, as it is written there. */
const LINKED = 'VERDANT VALLEY FARMS';

const FILE = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Notes') };

const running = runForTests();
let journey: Journey;
let view: TicketView;
let page: Page;
let say: Words;

beforeAll(async () => {
    journey = await Journey.begin(running.browser, running.product, TRAVELLER);
    ({ view, page, say } = journey);
});

beforeEach(() => running.zendesk.recover());

const focused = (place: Locator): Locator => place.and(place.page().locator(':focus'));

/** Goes on from stop to stop until it is there. @throws when there is no way to it */
async function tabTo(place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let stop = 0; stop < FAR; stop++) {
        await place.page().keyboard.press(key);
        if ((await focused(place).count()) > 0) {
            return;
        }
    }
    throw new Error(`There is no way by ${key} to ${place}`);
}

async function pressAt(place: Locator, key = 'Enter'): Promise<void> {
    await tabTo(place);
    await place.page().keyboard.press(key);
}

/** Picks an option of a combobox that has the focus, as soon as it is the one that is read aloud. */
async function pick(option: string): Promise<void> {
    await page.keyboard.press('Enter');
    const wanted = page.getByRole('option', { name: option, exact: true });
    await wanted.waitFor();
    await page.keyboard.type(option);
    await wanted.and(page.locator('.slds-has-focus')).waitFor();
    await page.keyboard.press('Enter');
}

describe('by keyboard alone', () => {
    it('filters, takes a part back, picks a status and sorts', async () => {
        await journey.openRecord();
        await view.button('Zendesk_List_New').focus();
        await pressAt(view.button('Zendesk_Filter_Show'));
        const facet = view.facet('Zendesk_Column_Priority');
        await pressAt(facet.locator('.opener'));
        await tabTo(facet.getByRole('checkbox').nth(1));
        await page.keyboard.press('Space');
        await page.keyboard.press('Escape');
        await focused(facet.locator('.opener')).waitFor();

        const pill = view.root.locator('c-zendesk-filter-pills lightning-pill');
        await pressAt(pill.getByRole('button'));
        await pill.waitFor({ state: 'detached' });
        const chips = view.root.locator('c-zendesk-status-counts');
        await pressAt(chips.getByRole('button').first(), 'Space');
        await pill.waitFor();
        await focused(chips.getByRole('button', { pressed: true })).waitFor();

        const heading = view.root.getByRole('columnheader', { name: say('Zendesk_Column_Status') });
        await pressAt(heading.getByRole('button'));
        await view.root.locator('[aria-sort="descending"]').first().waitFor();
        await focused(heading.getByRole('button')).waitFor();
    });

    it('applies a macro, attaches a file and answers', async () => {
        const { id } = await journey.openTicket('Keys');
        const opener = view.button('Zendesk_Macro_Open');
        await pressAt(opener);
        const macro = view.root.getByRole('combobox', { name: say('Zendesk_Macro_Choose') });
        await macro.waitFor();
        await tabTo(macro);
        await page.keyboard.press('Escape');
        await focused(opener).waitFor();

        await page.keyboard.press('Enter');
        await macro.waitFor();
        await tabTo(macro);
        await pick('Ask for the build number');
        await view.root.locator('c-zendesk-macros h4').first().waitFor();
        await pressAt(view.button('Zendesk_Macro_Apply'));
        await focused(opener).waitFor();

        const file = view.root.locator('c-zendesk-reply input[type=file]');
        await tabTo(file, 'Shift+Tab');
        await file.setInputFiles(FILE);
        await view.message('Zendesk_Files_Ready', '1').waitFor();
        await pressAt(view.button('Zendesk_Reply_Submit'));
        await view.submitted();
        const [, answer] = await running.zendesk.comments(id);
        expect(answer?.attachments.map(({ file_name }) => file_name)).toEqual([FILE.name]);
    });

    it('makes a ticket, by way of what is missing', async () => {
        const subject = journey.nameFor('By keys');
        await journey.openRecord();
        await view.button('Zendesk_List_New').press('Enter');
        await focused(view.newTicket.locator('h2')).waitFor();
        const create = view.button('Zendesk_New_Create');
        await view.text.waitFor();
        await pressAt(create);
        await view.snag.waitFor();
        await page.keyboard.press('Escape');
        await view.snag.waitFor({ state: 'detached' });

        await view.newTicket.locator('h2').focus();
        await tabTo(view.root.getByRole('combobox', { name: say('Zendesk_New_Contact') }));
        await pick(say('Zendesk_New_OtherPerson'));
        await tabTo(view.newTicket.getByLabel(say('Zendesk_New_Email')));
        await page.keyboard.type(CUSTOMER);
        await tabTo(view.newTicket.getByLabel(say('Zendesk_Column_Subject')));
        await page.keyboard.type(subject);
        await tabTo(view.text);
        await page.keyboard.type('Typed.');
        await pressAt(create);
        await view.rows.first().getByText(subject).waitFor();
        await focused(view.root.getByRole('status').first()).waitFor();
    });

    it('is told of a collision where it is, and settles it', async () => {
        const { id } = await journey.openTicket('Both');
        const priority = say('Zendesk_Column_Priority');
        await pressAt(view.button('Zendesk_Fields_EditOne', priority));
        await focused(view.root.getByRole('combobox', { name: priority })).waitFor();
        await pick(say('Zendesk_Priority_Low'));
        await running.zendesk.changeTicket(id, { priority: 'high' });
        await pressAt(view.button('Zendesk_Button_Save'));
        await focused(view.root.locator('c-zendesk-collision h3')).waitFor();

        await pressAt(view.button('Zendesk_Collision_KeepMine'));
        await view.submitted();
        expect(await running.zendesk.ticket(id)).toMatchObject({ priority: 'low' });
    });

    it('links a record by hand, and takes the link back', async () => {
        await journey.openAccount('100% Pure Spring Water');
        const why = view.button('Zendesk_List_WhyNone');
        await why.focus();
        await page.keyboard.press('Enter');
        await tabTo(view.root.getByLabel(say('Zendesk_Link_Search')));
        await page.keyboard.press('Escape');
        await focused(why).waitFor();

        await page.keyboard.press('Enter');
        await tabTo(view.root.getByLabel(say('Zendesk_Link_Search')));
        await page.keyboard.type('Verdant');
        await view.button('Zendesk_Link_Link', LINKED).waitFor();
        await pressAt(view.button('Zendesk_Link_Link', LINKED));
        await view.rows.first().waitFor();
        await pressAt(view.button('Zendesk_List_WhyThese'));
        await view.button('Zendesk_Link_Unlink', LINKED).waitFor();
        await pressAt(view.button('Zendesk_Link_Unlink', LINKED));
        await view.message('Zendesk_List_NoMatchTitle').waitFor();
    });

    it('goes through the settings without losing its place', async () => {
        const { orgUrl } = running.product;
        const path = '/lightning/n/Zendesk_Setup';
        const { page: setup } = await openAs(running.browser, { orgUrl, userName: ADMIN, path });
        const button = (name: string) => setup.getByRole('button', { name, exact: true });
        await button('Refresh').focus();
        await pressAt(button('Change What Decides'));
        const kind = setup.getByRole('radio', { checked: true });
        await focused(kind).waitFor();
        await setup.keyboard.press('Escape');
        await focused(button('Change What Decides')).waitFor();

        await setup.getByRole('link', { name: 'Match Rules' }).press('Enter');
        await button('New Rule').waitFor();
        await pressAt(button('Change the rule of Lead'));
        const field = setup.getByRole('textbox', { name: 'Salesforce field' });
        await focused(field).waitFor();
        await setup.keyboard.press('Escape');
        await focused(button('Change the rule of Lead')).waitFor();
        await setup.context().close();
    });
});

describe('read aloud', () => {
    it('tells of the list what a column is, how it is sorted and how many there are', async () => {
        await journey.openRecord();
        const table = view.root.getByRole('table', { name: say('Zendesk_List_Title') });
        const heading = table.getByRole('columnheader', {
            name: say('Zendesk_Column_Updated'),
            exact: true
        });
        expect(await heading.getAttribute('aria-sort')).toBe('descending');
        const row = await view.rows.first().ariaSnapshot();
        expect(row).toMatch(/cell "#\d+"\n.*rowheader ".+":\n.*button ".+"\n.*cell/);

        await heading.getByRole('button').press('Enter');
        const aloud = view.root.getByRole('status');
        await aloud
            .filter({ hasText: say('Zendesk_Sort_Earliest', say('Zendesk_Column_Updated')) })
            .waitFor();
        await aloud.filter({ hasText: /^Zendesk Tickets \([\d,]+\)$/ }).waitFor({
            state: 'attached'
        });
    });

    it('tells of a comment who can read it before what it says', async () => {
        const { id, subject } = await journey.openTicket('Aloud');
        await running.zendesk.changeTicket(id, {
            comment: { body: 'Aside.', public: false }
        });
        await journey.openRecord();
        await view.open(subject);

        const note = view.root.getByRole('article', { name: say('Zendesk_Comment_Internal') });
        expect(await note.ariaSnapshot()).toMatch(
            /^- article "(.+) Internal note .+":\n.*text: \1 Agent\n.*time: .+\n.*text: Internal note\n.*paragraph: Aside\.$/
        );
    });

    it('tells of a field its value, and what changes it', async () => {
        await journey.openTicket('Field');

        const field = view.root.getByRole('listitem').filter({ hasText: 'Priority' }).first();
        expect(await field.ariaSnapshot()).toBe(
            ['- listitem:', '  - text: Priority Normal', '  - button "Edit Priority"'].join('\n')
        );
    });

    it('goes down from heading to heading', async () => {
        await journey.openTicket('Headings');

        const headings = await view.root.getByRole('heading').all();
        const aloud = await Promise.all(headings.map((heading) => heading.ariaSnapshot()));
        expect(aloud.map((heading) => /level=(\d)/.exec(heading)?.[1])).toEqual('22333'.split(''));
    });

    it('tells which field is required, and that it is missing', async () => {
        await journey.openRecord();
        await view.button('Zendesk_List_New').click();
        await view.text.waitFor();
        await view.button('Zendesk_New_Create').click();
        await view.snag.waitFor();

        const requester = view.root.getByRole('combobox', { name: say('Zendesk_New_Contact') });
        expect(await requester.getAttribute('aria-required')).toBe('true');
        expect(await requester.ariaSnapshot()).toContain('[invalid]');
        expect(await view.snag.ariaSnapshot()).toMatch(
            /button "Requester"[^]*button "Description"/
        );
    });
});
