import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import {
    DESKTOP,
    findBrowser,
    launchBrowser,
    openAs,
    PHONE
} from '../local-org/shell/e2e/browser.ts';
import { startProduct, type Product } from './product.ts';
import { TicketView } from './ticketView.ts';
import { wordsOf } from './words.ts';
import type { Fault, ZendeskRequest } from './zendesk.ts';

jest.setTimeout(120_000);

const ACCOUNT = 'Meridian Rail Systems';
const CUSTOMER = 'rosalind.achterberg@meridianrail.example';

const PATIENCE = 15_000;

/** Zendesk tells versions of a ticket apart by the second. */
const SECOND = 1000;

/** Who goes on the journeys: each of them in both languages and on both devices. */
const TRAVELLERS = [
    { userName: 'Theo Lindqvist', language: 'en_US', deviceName: 'desktop', agent: 'Priya Raman' },
    { userName: 'Camille Aubert', language: 'fr', deviceName: 'phone', agent: 'Chloé Marchand' }
] as const;

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

let product: Product;
let browser: Browser;

beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser(findBrowser(process.env['CHROME_PATH']) ?? '');
});

afterAll(async () => {
    await browser?.close();
    await product?.stop();
});

describe.each(TRAVELLERS)('$userName ($language, $deviceName)', (traveller) => {
    const say = wordsOf(traveller.language);
    let page: Page;
    let view: TicketView;
    let recordPath: string;
    let tickets = 0;

    beforeAll(async () => {
        const { orgUrl } = product;
        const { userName, deviceName } = traveller;
        const device = deviceName === 'phone' ? PHONE : DESKTOP;
        const path = '/lightning/o/Account/list';
        ({ page } = await openAs(browser, { orgUrl, userName, path, device }));
        page.setDefaultTimeout(PATIENCE);
        view = new TicketView(page, say);
        const link = page.getByRole('link', { name: ACCOUNT, exact: true }).first();
        recordPath = (await link.getAttribute('href')) ?? '';
        await linkAgent();
    });

    afterAll(() => page?.context().close());

    beforeEach(async () => {
        await product.zendesk.recover();
        await product.zendesk.clearLog();
    });

    async function openRecord(): Promise<void> {
        await page.goto(product.orgUrl + recordPath);
        await view.rows.first().waitFor();
    }

    /** A ticket of its own for a journey, opened. */
    async function openTicket(topic: string): Promise<{ id: number; subject: string }> {
        const subject = `${topic} ${traveller.language} ${++tickets}`;
        const { id } = await product.zendesk.createTicket(subject, CUSTOMER);
        await openRecord();
        await view.open(subject);
        return { id, subject };
    }

    /** In a pop-up, or on a phone in the same window, which comes back. */
    async function linkAgent(): Promise<void> {
        await openTicket('Link');
        await view.write('Kept while linking');
        const link = view.button('Zendesk_Agent_Link');
        const popup = traveller.deviceName === 'phone' ? page : page.waitForEvent('popup');
        await link.click();
        const zendesk = await popup;
        await zendesk.locator('select').selectOption({ label: await agentOption(zendesk) });
        await zendesk.getByRole('button', { name: 'Allow' }).click();
        await view.root.waitFor();
    }

    async function agentOption(zendesk: Page): Promise<string> {
        const option = zendesk.locator('option', { hasText: traveller.agent });
        return (await option.textContent()) ?? '';
    }

    it('answers publicly, then leaves an internal note', async () => {
        const { id } = await openTicket('Answer');

        await view.write('We are on it.');
        await view.submit();
        await view.submitted();
        await view.address('Zendesk_Reply_Internal');
        await view.write('They are right.');
        await view.submit();
        await view.comments.filter({ hasText: 'They are right.' }).waitFor();

        expect(await view.comments.count()).toBe(3);
        const said = await product.zendesk.comments(id);
        expect(said.map((comment) => [comment.plain_body, comment.public]).slice(1)).toEqual([
            ['We are on it.', true],
            ['They are right.', false]
        ]);
    });

    it('edits fields where they stand, and takes a change back', async () => {
        const { id } = await openTicket('Edit');
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

        await view.editor.getByText('FH-1').waitFor();
        expect(await product.zendesk.ticket(id)).toMatchObject({ priority: 'urgent' });
    });

    it('puts a macro into the answer and submits it as the status of the macro', async () => {
        const { id } = await openTicket('Macro');

        await view.button('Zendesk_Macro_Open').click();
        await view.choose(say('Zendesk_Macro_Choose'), 'Ask for the build number');
        await view.button('Zendesk_Macro_Apply').click();
        await view.submit();
        await view.submitted();

        await view.comments.first().getByText('Which build are you using?').waitFor();
        expect(await product.zendesk.ticket(id)).toMatchObject({ status: 'pending' });
    });

    it('makes a ticket with a file, which is the first of the list', async () => {
        const subject = `New ${traveller.language}`;
        await startNewTicket(subject);
        await view.write('A picture is attached.');
        await view.newTicket.locator('input[type=file]').setInputFiles(PICTURE);
        await view.message('Zendesk_Files_Ready', '1').waitFor();
        await view.button('Zendesk_New_Create').dblclick();

        await view.rows.first().getByText(subject).waitFor();
        await view.open(subject);
        await view.comments.getByText(PICTURE.name).waitFor();
        const requests = await product.zendesk.requests();
        expect(requests.filter(isCreation)).toHaveLength(1);
    });

    it('shows both versions when somebody was faster, and lets either win', async () => {
        const { id } = await openTicket('Collide');
        const priority = say('Zendesk_Column_Priority');
        await changePriority(priority, 'Zendesk_Priority_Low');
        await product.zendesk.changeTicket(id, { priority: 'high' });

        await view.button('Zendesk_Button_Save').click();
        const collision = view.root.locator('c-zendesk-collision');
        await collision.getByText(say('Zendesk_Priority_High')).waitFor();
        await collision.getByText(say('Zendesk_Priority_Low')).waitFor();
        await view.button('Zendesk_Collision_KeepMine').click();
        await view.submitted();
        expect(await product.zendesk.ticket(id)).toMatchObject({ priority: 'low' });

        await changePriority(priority, 'Zendesk_Priority_Normal');
        await product.zendesk.passTime(SECOND);
        await product.zendesk.changeTicket(id, { priority: 'urgent' });
        await view.button('Zendesk_Button_Save').click();
        await view.button('Zendesk_Collision_TakeTheirs').click();
        await view.editor.getByText(say('Zendesk_Priority_Urgent')).waitFor();
        expect(await product.zendesk.ticket(id)).toMatchObject({ priority: 'urgent' });
    });

    it('keeps what was typed while Zendesk is away, and sends it once it is back', async () => {
        const { id } = await openTicket('Away');
        await view.write('Do not lose me.');

        for (const { fault, label } of FAILURES) {
            await product.zendesk.fail({ path: `/api/v2/tickets/${id}`, method: 'PUT', ...fault });
            await view.submit();
            await view.alerted(label);
            expect(await view.text.textContent()).toContain('Do not lose me.');
        }
        await view.submit();
        await view.submitted();

        const said = await product.zendesk.comments(id);
        expect(said.filter(({ plain_body }) => plain_body === 'Do not lose me.')).toHaveLength(1);
    });

    it('makes one ticket, although the answer to the first attempt got lost', async () => {
        const subject = `Lost ${traveller.language}`;
        await startNewTicket(subject);
        await view.write('Only once, please.');
        await product.zendesk.fail({ path: '/api/v2/tickets', method: 'POST', malformed: true });
        await view.button('Zendesk_New_Create').click();
        await view.alerted('Zendesk_Error_Unreadable');

        await view.button('Zendesk_New_Create').click();

        await view.rows.first().getByText(subject).waitFor();
        await openRecord();
        expect(await view.rows.getByText(subject, { exact: true }).count()).toBe(1);
    });

    it('names the field that Zendesk refuses, in the words of the user', async () => {
        const { id } = await openTicket('Refused');
        await product.zendesk.fail({ path: `/api/v2/tickets/${id}`, method: 'PUT', ...REFUSAL });

        await changePriority(say('Zendesk_Column_Priority'), 'Zendesk_Priority_Low');
        await view.button('Zendesk_Button_Save').click();

        await view.alerted('Zendesk_Error_InvalidFields');
        const field = view.editor.locator('c-zendesk-field-input');
        await field.getByText(say('Zendesk_Field_Invalid')).waitFor();
        expect(await view.root.textContent()).not.toContain(ZENDESKS_WORDS);
    });

    it('finds the draft again after leaving the page', async () => {
        const { subject } = await openTicket('Leave');
        await view.write('Half a sentence');
        await page.goto(`${product.orgUrl}/lightning/o/Contact/list`);

        await openRecord();
        await view.open(subject);

        await view.message('Zendesk_Detail_DraftRestored').waitFor();
        expect(await view.text.textContent()).toContain('Half a sentence');
    });

    async function startNewTicket(subject: string): Promise<void> {
        await openRecord();
        await view.button('Zendesk_List_New').click();
        await view.choose(say('Zendesk_New_Contact'), say('Zendesk_New_OtherPerson'));
        await view.newTicket.getByLabel(say('Zendesk_New_Email')).fill(CUSTOMER);
        await view.newTicket.getByLabel(say('Zendesk_Column_Subject')).fill(subject);
    }

    async function changePriority(field: string, priority: string): Promise<void> {
        await view.edit(field);
        await view.choose(field, say(priority));
    }
});

function isCreation({ method, path }: ZendeskRequest): boolean {
    return method === 'POST' && path.startsWith('/api/v2/tickets');
}
