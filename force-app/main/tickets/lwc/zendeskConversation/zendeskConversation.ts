import { api, LightningElement } from 'lwc';

import EMPTY from '@salesforce/label/c.Zendesk_Conversation_Empty';
import LOADING from '@salesforce/label/c.Zendesk_Conversation_Loading';
import OLDER from '@salesforce/label/c.Zendesk_Conversation_Older';
import TITLE from '@salesforce/label/c.Zendesk_Conversation_Title';

import type { Person, TicketComment } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';

/** The messages of a ticket, latest first. Fires `older` to be given more. */
export default class ZendeskConversation extends LightningElement {
    @api recordId!: string;
    @api ticketId!: string;
    @api comments: readonly TicketComment[] = [];
    @api people: ReadonlyMap<string, Person> = new Map();
    @api hasOlder = false;
    @api isLoadingOlder = false;
    @api problem?: Problem;

    readonly labels = { empty: EMPTY, loading: LOADING, older: OLDER, title: TITLE };

    get rows(): readonly { id: string; comment: TicketComment; author?: Person }[] {
        return this.comments.map((comment) => ({
            id: comment.id,
            comment,
            author: this.people.get(comment.authorId ?? '')
        }));
    }

    get isEmpty(): boolean {
        return this.comments.length === 0 && !this.hasOlder;
    }

    handleOlder(): void {
        this.dispatchEvent(new CustomEvent('older'));
    }
}
