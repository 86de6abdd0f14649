import { api, LightningElement } from 'lwc';

import CLOSE from '@salesforce/label/c.Zendesk_Snag_Close';
import FIELDS from '@salesforce/label/c.Zendesk_Snag_Fields';
import TITLE from '@salesforce/label/c.Zendesk_Snag_Title';

import type { FaultyField } from 'c/zendeskNewTicketFaults';

/**
 * What keeps a form from being saved, as the record forms of Salesforce say it: behind an icon beside the
 * button, with links to the fields. In its slot is what else can be done. Fires `choose` with a field's key.
 */
export default class ZendeskSnag extends LightningElement {
    @api sentences: readonly string[] = [];
    @api fields: readonly FaultyField[] = [];

    readonly labels = { close: CLOSE, fields: FIELDS, title: TITLE };

    isOpen = false;

    /** What was pressed gave way to something else, on which the user goes on. */
    private isFocusDue = false;

    /** Opens it, so that it is not missed. */
    @api
    focus(): void {
        this.isOpen = true;
        this.isFocusDue = true;
    }

    renderedCallback(): void {
        if (this.isFocusDue) {
            this.isFocusDue = false;
            const place = this.isOpen ? (this.firstLink ?? this.refs?.popover) : this.refs?.icon;
            (place as HTMLElement | undefined)?.focus();
        }
    }

    get isShown(): boolean {
        return this.sentences.length > 0 || this.hasFields;
    }

    get hasFields(): boolean {
        return this.fields.length > 0;
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        this.isFocusDue = this.isOpen;
    }

    handleClose(): void {
        this.close();
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.close();
        }
    }

    handleChoose(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        this.isOpen = false;
        this.dispatchEvent(new CustomEvent('choose', { detail: key }));
    }

    private close(): void {
        this.isOpen = false;
        this.isFocusDue = true;
    }

    private get firstLink(): HTMLElement | null | undefined {
        return this.template?.querySelector<HTMLElement>('.field');
    }
}
