import type { Locator, Page } from 'playwright-core';

import type { Words } from './words.ts';

/** The ticket view of a record page, as its user works with it, in whatever language. */
export class TicketView {
    readonly page: Page;
    readonly root: Locator;
    readonly say: Words;

    constructor(page: Page, say: Words) {
        this.page = page;
        this.say = say;
        this.root = page.locator('c-zendesk-ticket-view');
    }

    get rows(): Locator {
        return this.root.locator('c-zendesk-ticket-list tbody tr');
    }

    get heading(): Locator {
        return this.root.locator('c-zendesk-ticket-detail header');
    }

    get comments(): Locator {
        return this.root.locator('c-zendesk-comment');
    }

    get editor(): Locator {
        return this.root.locator('c-zendesk-ticket-editor');
    }

    get newTicket(): Locator {
        return this.root.locator('c-zendesk-new-ticket');
    }

    /** A list of options by which the tickets are filtered. */
    facet(label: string): Locator {
        return this.root
            .locator('c-zendesk-facet')
            .filter({ hasText: this.say(label) })
            .first();
    }

    /** Where text is written: the answer, or the description of a new ticket. */
    get text(): Locator {
        return this.root.locator('[contenteditable=true]');
    }

    get alert(): Locator {
        return this.root.locator('.slds-theme_error[role=alert]');
    }

    /** Says that, with whatever stands in the gaps of the sentence. */
    async alerted(label: string): Promise<void> {
        const [beginning = ''] = this.say(label).split('{');
        await this.alert.getByText(beginning).waitFor();
    }

    /** What keeps a new ticket from being made, beside its buttons. */
    get snag(): Locator {
        return this.newTicket.getByRole('dialog', { name: this.say('Zendesk_Snag_Title') });
    }

    button(label: string, ...values: readonly string[]): Locator {
        return this.root.getByRole('button', { name: this.say(label, ...values), exact: true });
    }

    /** A text of the package, wherever it stands. */
    message(label: string, ...values: readonly string[]): Locator {
        return this.root.getByText(this.say(label, ...values));
    }

    async open(subject: string): Promise<void> {
        await this.rows.getByRole('button', { name: subject, exact: true }).click();
        await this.heading.getByText(subject).waitFor();
    }

    async write(text: string): Promise<void> {
        await this.text.click();
        await this.page.keyboard.press('Control+End');
        await this.page.keyboard.insertText(text);
    }

    /** Chooses who can read what is written. */
    async address(kind: 'Zendesk_Reply_Public' | 'Zendesk_Reply_Internal'): Promise<void> {
        await this.root.locator('label').getByText(this.say(kind), { exact: true }).click();
    }

    async choose(label: string, option: string): Promise<void> {
        await this.root.getByRole('combobox', { name: label }).click();
        await this.page.getByRole('option', { name: option, exact: true }).click();
    }

    async submit(): Promise<void> {
        await this.button('Zendesk_Reply_Submit').click();
    }

    async submitted(): Promise<void> {
        await this.message('Zendesk_Detail_Saved').waitFor();
    }

    async edit(field: string): Promise<void> {
        await this.button('Zendesk_Fields_EditOne', field).click();
    }

    /** Looks somebody, or something, up in the place of what is chosen. */
    async replace(field: string, text: string, option: string): Promise<void> {
        await this.edit(field);
        await this.page.keyboard.press('Delete');
        await this.page.keyboard.type(text);
        await this.root.getByRole('option', { name: option }).click();
    }

    async changePriority(priority: string): Promise<void> {
        const field = this.say('Zendesk_Column_Priority');
        await this.edit(field);
        await this.choose(field, this.say(priority));
    }
}
