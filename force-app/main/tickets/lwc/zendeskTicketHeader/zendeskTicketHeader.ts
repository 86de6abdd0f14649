import { api, LightningElement } from 'lwc';

import NO_SUBJECT from '@salesforce/label/c.Zendesk_Ticket_NoSubject';
import OPEN_IN_ZENDESK from '@salesforce/label/c.Zendesk_Detail_OpenInZendesk';
import REQUESTED_BY from '@salesforce/label/c.Zendesk_Detail_RequestedBy';
import UPDATED from '@salesforce/label/c.Zendesk_Column_Updated';
import VALUE from '@salesforce/label/c.Zendesk_History_Set';

import { namesOf, partyOf } from 'c/zendeskFieldViews';
import { formatLabel, fullTime } from 'c/zendeskFormats';
import { agentStatusLabel } from 'c/zendeskTicketTerms';

import type { TicketDetail, TicketLayout } from 'c/zendeskConversationService';
import type { TicketStatus } from 'c/zendeskTicketService';

/** What a ticket is about, in what state it is and who asked. */
export default class ZendeskTicketHeader extends LightningElement {
    @api ticket!: TicketDetail;
    /** Comes with the ticket, or later. */
    @api layout?: TicketLayout;
    /** Absent when the account's address is not known. */
    @api zendeskUrl?: string;

    readonly labels = { openInZendesk: OPEN_IN_ZENDESK };

    @api
    focus(): void {
        (this.refs?.heading as HTMLElement | undefined)?.focus();
    }

    get heading(): string {
        return this.textOf('subject') || NO_SUBJECT;
    }

    get number(): string {
        return `#${this.ticket.id}`;
    }

    get status(): string {
        const customId = this.textOf('custom_status_id');
        const custom = this.layout?.statuses.find(({ id }) => id === customId);
        return agentStatusLabel(this.textOf('status') as TicketStatus, custom?.label);
    }

    get requestedBy(): string {
        const values = new Map(this.ticket.values.map((value) => [value.key, value]));
        return formatLabel(REQUESTED_BY, partyOf(values, namesOf(this.ticket)));
    }

    get updated(): string {
        return formatLabel(VALUE, UPDATED, fullTime(this.ticket.updatedAt, Date.now()));
    }

    private textOf(key: string): string {
        return this.ticket.values.find((value) => value.key === key)?.text ?? '';
    }
}
