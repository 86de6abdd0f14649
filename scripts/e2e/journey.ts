import type { Browser, Page } from 'playwright-core';

import { DESKTOP, openAs, PHONE } from '../local-org/shell/e2e/browser.ts';
import type { Product } from './product.ts';
import { TicketView } from './ticketView.ts';
import { wordsOf, type Words } from './words.ts';

/** Zendesk's organization of the same name has many tickets. */
const ACCOUNT = 'Meridian Rail Systems';

const ACCOUNTS = '/lightning/o/Account/list';

/** Somebody of that organization. */
export const CUSTOMER = 'rosalind.achterberg@meridianrail.example';

/** A colleague of theirs, by name. */
export const COLLEAGUE = 'Dmitri Okonkwo';

/** Somebody of another organization. */
export const STRANGER = {
    name: 'Callum Reyes',
    email: 'callum.reyes@bluewaterferry.example',
    organization: 'Bluewater Ferry Lines'
};

const PATIENCE = 15_000;

/** Who goes on a journey, and as whom they act in Zendesk. */
export interface Traveller {
    readonly userName: string;
    readonly language: string;
    readonly deviceName: 'desktop' | 'phone';
    readonly agent: string;
}

/** A user at the record page of an account, with what many of their journeys begin with. */
export class Journey {
    readonly view: TicketView;
    readonly say: Words;

    readonly #product: Product;
    readonly #traveller: Traveller;
    readonly #recordPath: string;
    #tickets = 0;

    private constructor(product: Product, traveller: Traveller, page: Page, recordPath: string) {
        this.#product = product;
        this.#traveller = traveller;
        this.#recordPath = recordPath;
        this.say = wordsOf(traveller.language);
        this.view = new TicketView(page, this.say);
    }

    /** Logs the user in and links their agent. */
    static async begin(browser: Browser, product: Product, traveller: Traveller): Promise<Journey> {
        const { page } = await openAs(browser, {
            orgUrl: product.orgUrl,
            userName: traveller.userName,
            path: ACCOUNTS,
            device: traveller.deviceName === 'phone' ? PHONE : DESKTOP
        });
        page.setDefaultTimeout(PATIENCE);
        const link = page.getByRole('link', { name: ACCOUNT, exact: true }).first();
        const recordPath = (await link.getAttribute('href')) ?? '';
        const journey = new Journey(product, traveller, page, recordPath);
        await journey.#linkAgent();
        return journey;
    }

    get page(): Page {
        return this.view.page;
    }

    async end(): Promise<void> {
        await this.page.context().close();
    }

    /** A text that no other journey uses. */
    nameFor(topic: string): string {
        return `${topic} ${this.#traveller.userName} ${++this.#tickets}`;
    }

    async openRecord(): Promise<void> {
        await this.page.goto(this.#product.orgUrl + this.#recordPath);
        await this.view.rows.first().waitFor();
    }

    /** The page of another account. */
    async openAccount(name: string): Promise<void> {
        await this.page.goto(`${this.#product.orgUrl}${ACCOUNTS}`);
        await this.page.getByRole('link', { name, exact: true }).first().click();
        await this.view.root.waitFor();
    }

    async leave(): Promise<void> {
        await this.page.goto(`${this.#product.orgUrl}/lightning/o/Contact/list`);
    }

    /** A ticket of its own, opened. */
    async openTicket(topic: string): Promise<{ id: number; subject: string }> {
        const subject = this.nameFor(topic);
        const { id } = await this.#product.zendesk.createTicket(subject, CUSTOMER);
        await this.openRecord();
        await this.view.open(subject);
        return { id, subject };
    }

    async startNewTicket(subject: string): Promise<void> {
        const { view, say } = this;
        await this.openRecord();
        await view.button('Zendesk_List_New').click();
        await view.choose(say('Zendesk_New_Contact'), say('Zendesk_New_OtherPerson'));
        await view.newTicket.getByLabel(say('Zendesk_New_Email')).fill(CUSTOMER);
        await view.newTicket.getByLabel(say('Zendesk_Column_Subject')).fill(subject);
    }

    /** In a pop-up, or on a phone in the same window, which comes back to the record. */
    async #linkAgent(): Promise<void> {
        const { page, view } = this;
        await this.openTicket('Link');
        await view.write('Kept while linking');
        const link = view.button('Zendesk_Agent_Link');
        const isPhone = this.#traveller.deviceName === 'phone';
        const window = isPhone ? page : page.waitForEvent('popup');
        await link.click();
        await this.#allow(await window);
        if (isPhone) {
            await view.root.waitFor();
        } else {
            await view.root.locator('c-zendesk-agent-link').waitFor({ state: 'detached' });
        }
    }

    async #allow(zendesk: Page): Promise<void> {
        const option = zendesk.locator('option', { hasText: this.#traveller.agent });
        const label = (await option.textContent()) ?? '';
        await zendesk.locator('select').selectOption({ label });
        await zendesk.getByRole('button', { name: 'Allow' }).click();
    }
}
