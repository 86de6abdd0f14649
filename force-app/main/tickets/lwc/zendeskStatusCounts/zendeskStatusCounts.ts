import { api, LightningElement } from 'lwc';

import CHIP from '@salesforce/label/c.Zendesk_Counts_Chip';
import TITLE from '@salesforce/label/c.Zendesk_Counts_Title';

import { formatLabel } from 'c/zendeskFormats';
import { statusLabel } from 'c/zendeskTicketTerms';

import type { StatusCount, TicketStatus } from 'c/zendeskTicketService';

interface Chip {
    readonly status: TicketStatus;
    readonly text: string;
    readonly isPressed: 'true' | 'false';
    readonly buttonClass: string;
}

/** Tickets by status, as chips that filter. Fires `statuseschange` with the statuses now chosen. */
export default class ZendeskStatusCounts extends LightningElement {
    @api
    get counts(): readonly StatusCount[] {
        return this.known;
    }
    set counts(value: readonly StatusCount[]) {
        this.known = value;
        const found = value.filter(({ total }) => total > 0);
        this.offered = new Set([...this.offered, ...found.map(({ status }) => status)]);
    }

    /** The statuses that the list is filtered by. */
    @api chosen: readonly TicketStatus[] = [];

    readonly labels = { title: TITLE };

    private known: readonly StatusCount[] = [];
    /** A chip that was there stays, with 0: somebody may be about to press it. */
    private offered: ReadonlySet<TicketStatus> = new Set();

    get chips(): readonly Chip[] {
        return this.counts
            .filter(({ status }) => this.offered.has(status) || this.chosen.includes(status))
            .map(({ status, total }) => this.toChip(status, total));
    }

    handleClick(event: Event): void {
        const status = (event.currentTarget as HTMLElement).dataset.status as TicketStatus;
        const others = this.chosen.filter((other) => other !== status);
        const detail = others.length < this.chosen.length ? others : [...others, status];
        this.dispatchEvent(new CustomEvent('statuseschange', { detail }));
    }

    private toChip(status: TicketStatus, total: number): Chip {
        const isPressed = this.chosen.includes(status);
        return {
            status,
            text: formatLabel(CHIP, statusLabel(status), total),
            isPressed: isPressed ? 'true' : 'false',
            buttonClass: `slds-button ${isPressed ? 'slds-button_brand' : 'slds-button_neutral'}`
        };
    }
}
