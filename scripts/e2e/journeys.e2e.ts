import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';

import { COLLEAGUE, CUSTOMER, Journey, STRANGER, type Traveller } from './journey.ts';
import { runForTests } from './running.ts';
import type { TicketView } from './ticketView.ts';
import type { Words } from './words.ts';
import type { Fault, ZendeskRequest } from './zendesk.ts';

jest.setTimeout(120_000);

/** Each of them goes on all journeys: so both languages and both devices do. */
const TRAVELLERS: readonly Traveller[] = [
    { userName: 'Theo Lindqvist', language: 'en_US', deviceName: 'desktop', agent: 'Priya Raman' },
    { userName: 'Camille Aubert', language: 'fr', deviceName: 'phone', agent: 'Chloé Marchand' }
];
const LIGHT: Traveller = {
    userName: 'Nora Whitcombe',
    language: 'en_US',
    deviceName: 'desktop',
    agent: 'Dana Whitfield'
};

/** An organization of Zendesk, as it is written there. */
const LINKED = 'VERDANT VALLEY FARMS';

const PICTURE = {
    name: 'screen.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64'
    )
};

/** Ways in which an answer of Zendesk's gets lost, and what the user is told. */
const FAILURES: readonly { readonly fault: Partial<Fault>; readonly label: string }[] = [
    { fault: { drop: true }, label: 'Zendesk_Error_Unreachable' },
    { fault: { status: 503 }, label: 'Zendesk_Error_Failed' },
    {
        fault: { status: 429, headers: { 'retry-after': '7' } },
        label: 'Zendesk_Error_RateLimited'
    }
];

const ZENDESKS_WORDS = 'Priority is not included in the list';

const REFUSAL = {
    status: 422,
    body: {
        error: 'RecordInvalid',
        description: 'Record validation errors',
        details: {
            priority: [{ description: ZENDESKS_WORDS, error: 'InvalidValue' }]
        }
    }
};

const HOSTILE = {
    subject: '<script>window.hacked = 1</script> 😀 مرحبا',
    html:
        '<script>window.hacked = 2</script><img src="x" onerror="window.hacked = 3">' +
        '<div style="position: fixed; inset: 0">Overlay</div>',
    long: `😀 مرحبا ${'long '.repeat(13_000)}`
};

const running = runForTests();

beforeEach(async () => {
    await running.zendesk.recover();
    await running.zendesk.keepAttachmentsPrivate(false);
    await running.zendesk.clearLog();
});

describe.each(TRAVELLERS)('$userName ($language, $deviceName)', (traveller) => {
    let journey: Journey;
    let view: TicketView;
    let page: Page;
    let say: Words;

    beforeAll(async () => {
        journey = await Journey.begin(running.browser, running.product, traveller);
        ({ view, page, say } = journey);
    });

    afterAll(() => journey?.end());

    it('answers publicly, then leaves an internal note', async () => {
        const { id } = await journey.openTicket('Answer');

        await view.write('We are on it.');
        await view.submit();
        await view.submitted();
        await view.address('Zendesk_Reply_Internal');
        await view.write('They are right.');
        await view.submit();
        await view.comments.filter({ hasText: 'They are right.' }).waitFor();

        expect(await view.comments.count()).toBe(3);
        const said = await running.zendesk.comments(id);
        expect(said.map((comment) => [comment.plain_body, comment.public]).slice(1)).toEqual([
            ['We are on it.', true],
            ['They are right.', false]
        ]);
    });

    it('edits fields where they stand, and takes a change back', async () => {
        const { id } = await journey.openTicket('Edit');
        const priority = say('Zendesk_Column_Priority');

        await view.edit(priority);
        await view.choose(priority, say('Zendesk_Priority_Urgent'));
        await view.edit('Order number');
        await view.root.getByLabel('Order number').fill('FH-1');
        await view.button('Zendesk_Button_Save').click();
        await view.submitted();
        await view.edit('Order number');
        await view.root.getByLabel('Order number').fill('FH-2');
        await view.button('Zendesk_Button_Cancel').click();
        await view.edit('Order number');
        await view.root.getByLabel('Order number').fill('FH-3');
        await page.keyboard.press('Escape');

        await view.editor.getByText('FH-1').waitFor();
        const pencil = view.button('Zendesk_Fields_EditOne', 'Order number');
        await pencil.and(page.locator(':focus')).waitFor();
        expect(await view.button('Zendesk_Button_Save').count()).toBe(0);
        expect(await running.zendesk.ticket(id)).toMatchObject({ priority: 'urgent' });
    });

    it('gives a ticket to a colleague, and to a stranger only knowingly', async () => {
        const { id } = await journey.openTicket('Hand over');
        const requester = say('Zendesk_Property_Requester');

        await view.replace(requester, 'okonkwo', COLLEAGUE);
        await view.button('Zendesk_Button_Save').click();
        await view.submitted();
        await view.heading.getByText(COLLEAGUE).waitFor();

        await view.replace(requester, STRANGER.email, STRANGER.name);
        await view.editor.getByText(STRANGER.organization).waitFor();
        await view.button('Zendesk_Button_Save').click();
        await view.button('Zendesk_Leaving_Stay').click();
        const { requester_id: kept } = await running.zendesk.ticket(id);
        await view.button('Zendesk_Button_Save').click();
        await view.button('Zendesk_Leaving_Save').click();

        const party = `${STRANGER.name} (${STRANGER.organization})`;
        await view.message('Zendesk_Detail_Left', String(id), party).waitFor();
        expect(await view.rows.filter({ hasText: `#${id}` }).count()).toBe(0);
        expect((await running.zendesk.ticket(id)).requester_id).not.toBe(kept);
    });

    it('puts a macro into the answer and submits it as the status of the macro', async () => {
        const { id } = await journey.openTicket('Macro');

        await view.button('Zendesk_Macro_Open').click();
        await view.choose(say('Zendesk_Macro_Choose'), 'Ask for the build number');
        await view.button('Zendesk_Macro_Apply').click();
        await view.submit();
        await view.submitted();

        await view.comments.first().getByText('Which build are you using?').waitFor();
        expect(await running.zendesk.ticket(id)).toMatchObject({ status: 'pending' });
    });

    it('makes a ticket with a file, which is the first of the list', async () => {
        const subject = journey.nameFor('New');
        await journey.startNewTicket(subject);
        await view.write('A picture is attached.');
        await view.newTicket.locator('input[type=file]').setInputFiles(PICTURE);
        await view.message('Zendesk_Files_Ready', '1').waitFor();
        await view.button('Zendesk_New_Create').dblclick();

        await view.rows.first().getByText(subject).waitFor();
        await view.open(subject);
        const name = say('Zendesk_Attachment_Open', PICTURE.name);
        await view.comments.getByRole('link', { name, exact: true }).waitFor();
        const requests = await running.zendesk.requests();
        expect(requests.filter(isCreation)).toHaveLength(1);
    });

    it('names all that a new ticket lacks, and leads there', async () => {
        await journey.openRecord();
        await view.button('Zendesk_List_New').click();
        await view.button('Zendesk_New_Create').click();

        const links = view.snag.getByRole('listitem');
        expect(await links.allTextContents()).toEqual([
            say('Zendesk_New_Contact'),
            say('Zendesk_New_Description')
        ]);
        const requester = view.root.getByRole('combobox', { name: say('Zendesk_New_Contact') });
        expect(await requester.getAttribute('aria-invalid')).toBe('true');
        await page.keyboard.press('Enter');
        await requester.and(page.locator(':focus')).waitFor();
        expect(await running.zendesk.requests()).not.toContainEqual(
            expect.objectContaining({ method: 'POST' })
        );
    });

    it('shows both versions when somebody was faster, and lets either win', async () => {
        const { id } = await journey.openTicket('Collide');
        await view.changePriority('Zendesk_Priority_Low');
        await running.zendesk.changeTicket(id, { priority: 'high' });

        await view.button('Zendesk_Button_Save').click();
        const collision = view.root.locator('c-zendesk-collision');
        await collision.getByText(say('Zendesk_Priority_High')).waitFor();
        await collision.getByText(say('Zendesk_Priority_Low')).waitFor();
        await view.button('Zendesk_Collision_KeepMine').click();
        await view.submitted();
        expect(await running.zendesk.ticket(id)).toMatchObject({ priority: 'low' });

        await view.changePriority('Zendesk_Priority_Normal');
        await running.zendesk.changeTicket(id, { priority: 'urgent' });
        await view.button('Zendesk_Button_Save').click();
        await view.button('Zendesk_Collision_TakeTheirs').click();
        await view.editor.getByText(say('Zendesk_Priority_Urgent')).waitFor();
        expect(await running.zendesk.ticket(id)).toMatchObject({ priority: 'urgent' });
    });

    it('keeps what was typed while Zendesk is away, and sends it once it is back', async () => {
        const { id } = await journey.openTicket('Away');
        await view.write('Do not lose me.');

        for (const { fault, label } of FAILURES) {
            await running.zendesk.fail({
                path: `/api/v2/tickets/${id}`,
                method: 'PUT',
                ...fault
            });
            await view.submit();
            await view.alerted(label);
            expect(await view.text.textContent()).toContain('Do not lose me.');
        }
        await view.submit();
        await view.submitted();

        const said = await running.zendesk.comments(id);
        expect(said.filter(({ plain_body }) => plain_body === 'Do not lose me.')).toHaveLength(1);
    });

    it('goes back to the list when an answer that is on its way has arrived, not before', async () => {
        const { id } = await journey.openTicket('Left');
        await view.write('Read me later.');
        await running.zendesk.fail({
            path: `/api/v2/tickets/${id}`,
            method: 'PUT',
            delayMs: 1500
        });
        await view.submit();

        await view.button('Zendesk_Detail_Back').click();

        await view.message('Zendesk_Detail_LeavingSoon').waitFor();
        await view.message('Zendesk_Detail_Saved').waitFor();
        await view.rows.first().waitFor();
        expect(await running.zendesk.comments(id)).toHaveLength(2);
    });

    it('posts an answer once, although word of its arrival got lost', async () => {
        const { id } = await journey.openTicket('Unheard');
        await view.write('Say it once.');
        await running.zendesk.fail({
            path: `/api/v2/tickets/${id}`,
            method: 'PUT',
            malformed: true
        });
        await view.submit();
        await view.alerted('Zendesk_Error_Unreadable');

        await view.submit();

        await view.submitted();
        expect(await view.text.textContent()).toBe('');
        expect(await running.zendesk.comments(id)).toHaveLength(2);
    });

    it('makes one ticket, although the answer to the first attempt got lost', async () => {
        const subject = journey.nameFor('Lost');
        await journey.startNewTicket(subject);
        await view.write('Only once, please.');
        await running.zendesk.fail({
            path: '/api/v2/tickets',
            method: 'POST',
            malformed: true
        });
        await view.button('Zendesk_New_Create').click();
        await view.snag.getByText(say('Zendesk_Error_Unreadable')).waitFor();

        await view.button('Zendesk_New_Create').click();

        await view.rows.first().getByText(subject).waitFor();
        await journey.openRecord();
        expect(await view.rows.getByText(subject, { exact: true }).count()).toBe(1);
    });

    it('names the field that Zendesk refuses, in the words of the user', async () => {
        const { id } = await journey.openTicket('Refused');
        await running.zendesk.fail({
            path: `/api/v2/tickets/${id}`,
            method: 'PUT',
            ...REFUSAL
        });

        await view.changePriority('Zendesk_Priority_Low');
        await view.button('Zendesk_Button_Save').click();

        await view.alerted('Zendesk_Error_InvalidFields');
        const field = view.editor.locator('c-zendesk-field-input');
        await field.getByText(say('Zendesk_Field_Invalid')).waitFor();
        expect(await view.root.textContent()).not.toContain(ZENDESKS_WORDS);
    });

    it('finds the draft again after leaving the page', async () => {
        const { subject } = await journey.openTicket('Leave');
        await view.write('Half a sentence');
        await journey.leave();

        await journey.openRecord();
        await view.open(subject);

        await view.message('Zendesk_Detail_DraftRestored').waitFor();
        expect(await view.text.textContent()).toContain('Half a sentence');
    });

    it('links a record by hand, and takes the link back', async () => {
        await journey.openAccount('100% Pure Spring Water');
        await view.button('Zendesk_List_WhyNone').click();
        await view.root.getByLabel(say('Zendesk_Link_Search')).fill('Verdant');
        await view.button('Zendesk_Link_Link', LINKED).click();
        await view.rows.first().waitFor();

        await view.button('Zendesk_List_WhyThese').click();
        await view.message('Zendesk_Match_ByHand').waitFor();
        await view.button('Zendesk_Link_Unlink', LINKED).click();

        await view.message('Zendesk_List_NoMatchTitle').waitFor();
        expect(await view.rows.count()).toBe(0);
    });

    it('goes all the way by keyboard, and comes back to where it was', async () => {
        const { subject } = await journey.openTicket('Keyboard');
        await view.button('Zendesk_Detail_Back').press('Enter');
        const row = view.rows.getByRole('button', { name: subject, exact: true });
        await row.and(page.locator(':focus')).waitFor();

        await page.keyboard.press('Enter');
        await view.heading.getByText(subject).waitFor();
        const tags = say('Zendesk_Property_Tags');
        await view.button('Zendesk_Fields_EditOne', tags).press('Enter');
        await page.keyboard.type('vip');
        await page.keyboard.press('Enter');
        await view.button('Zendesk_Button_Save').press('Enter');
        await view.submitted();

        await view.button('Zendesk_Fields_EditOne', tags).and(page.locator(':focus')).waitFor();
    });

    it('shows a picture where it stands, and through Salesforce to who has no session', async () => {
        const { id, subject } = await journey.openTicket('Picture');
        await running.zendesk.showPicture(id, PICTURE.name, PICTURE.buffer);
        await journey.openRecord();
        await view.open(subject);
        const picture = view.comments.first().locator('.text img');
        await picture.waitFor();
        expect(await picture.getAttribute('src')).toContain(running.zendesk.url);

        await running.zendesk.keepAttachmentsPrivate(true);
        await journey.openRecord();
        await view.open(subject);
        await view.button('Zendesk_Comment_ImagesShow').click();
        await picture.waitFor();
        expect(await picture.getAttribute('src')).toContain('data:image/png;base64,');

        const saved = page.waitForEvent('download');
        await view.button('Zendesk_Attachment_Download', PICTURE.name).click();
        expect((await saved).suggestedFilename()).toBe(PICTURE.name);
    });

    it('shows hostile text as text, and keeps styles where they are', async () => {
        const subject = journey.nameFor(HOSTILE.subject);
        const { id } = await running.zendesk.createTicket(subject, CUSTOMER);
        await running.zendesk.changeTicket(id, { comment: { html_body: HOSTILE.html } });
        await running.zendesk.changeTicket(id, { comment: { body: HOSTILE.long } });
        await journey.openRecord();
        await view.open(subject);

        const hostile = view.comments.nth(1);
        await hostile.getByRole('status').waitFor();
        const overlay = await hostile.getByText('Overlay').boundingBox();
        const comment = await hostile.boundingBox();
        expect(await page.evaluate('window.hacked')).toBeUndefined();
        expect(overlay?.y).toBeGreaterThanOrEqual(comment?.y ?? 0);
        expect(overlay?.height).toBeLessThanOrEqual(comment?.height ?? 0);
        expect(await view.comments.first().textContent()).toContain('😀 مرحبا');
    });
});

describe('a light agent', () => {
    it('is offered internal notes alone, as soon as they are linked', async () => {
        const journey = await Journey.begin(running.browser, running.product, LIGHT);
        const { view, say } = journey;
        const kinds = view.root.locator('c-zendesk-message-input').getByRole('radio');
        expect(await kinds.count()).toBe(1);
        expect(await view.text.textContent()).toContain('Kept while linking');

        await view.submit();
        await view.submitted();

        await view.comments.first().getByText(say('Zendesk_Comment_Internal')).waitFor();
        expect(await view.button('Zendesk_Macro_Open').count()).toBe(0);
        await journey.end();
    });
});

function isCreation({ method, path }: ZendeskRequest): boolean {
    return method === 'POST' && path.startsWith('/api/v2/tickets');
}
