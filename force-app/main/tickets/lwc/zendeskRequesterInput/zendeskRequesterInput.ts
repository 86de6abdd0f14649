import { api, LightningElement } from 'lwc';

import CONTACT from '@salesforce/label/c.Zendesk_New_Contact';
import EMAIL from '@salesforce/label/c.Zendesk_New_Email';
import FIRST_ONLY from '@salesforce/label/c.Zendesk_New_FirstContacts';
import NAME from '@salesforce/label/c.Zendesk_New_Name';
import OTHER_PERSON from '@salesforce/label/c.Zendesk_New_OtherPerson';

import { formatLabel } from 'c/zendeskFormats';
import { Validity } from 'c/zendeskValidity';

import type { Choice } from 'c/zendeskConversationService';
import type { Contact } from 'c/zendeskTicketEditService';

const OTHER = 'other';

/** Who asks: a contact of the record, or somebody else by email. Fires `requesterchange`. */
export default class ZendeskRequesterInput extends LightningElement {
    @api contacts: readonly Contact[] = [];
    /** The record may have more contacts than these. */
    @api hasMore = false;
    @api name = '';
    @api email = '';
    /** What is wrong with the choice. */
    @api
    get problem(): string | undefined {
        return this.currentProblem;
    }
    set problem(value: string | undefined) {
        this.currentProblem = value;
        if (this.isRendered) {
            this.showProblem();
        }
    }

    readonly labels = { contact: CONTACT, email: EMAIL, name: NAME };

    private isOtherChosen = false;
    private currentProblem?: string;
    private isRendered = false;
    private readonly choiceValidity = new Validity();
    private readonly emailValidity = new Validity();

    /** Puts the cursor where the requester is entered. */
    @api
    focus(): void {
        const { email, choice } = this.refs ?? {};
        ((email ?? choice) as HTMLElement | undefined)?.focus();
    }

    renderedCallback(): void {
        this.isRendered = true;
        this.showProblem();
    }

    get choices(): readonly Choice[] {
        const known = this.contacts.map(({ name, email }) => ({
            value: email,
            label: `${name} (${email})`
        }));
        return [...known, { value: OTHER, label: OTHER_PERSON }];
    }

    get firstOnly(): string {
        return formatLabel(FIRST_ONLY, this.contacts.length);
    }

    get choice(): string {
        return this.isOther ? OTHER : (this.email ?? '');
    }

    /** Chosen, or the only way, or what a draft brings back. */
    get isOther(): boolean {
        const isKnown = this.contacts.some(({ email }) => email === this.email);
        return this.isOtherChosen || this.contacts.length === 0 || (!!this.email && !isKnown);
    }

    handleChoice(event: CustomEvent<{ value: string }>): void {
        const { value } = event.detail;
        const contact = this.contacts.find(({ email }) => email === value);
        this.isOtherChosen = contact === undefined;
        this.report({ requesterName: contact?.name, requesterEmail: contact?.email });
    }

    handleName(event: CustomEvent<{ value: string }>): void {
        this.report({ requesterName: event.detail.value });
    }

    handleEmail(event: CustomEvent<{ value: string }>): void {
        this.report({ requesterEmail: event.detail.value });
    }

    private showProblem(): void {
        const { email, choice } = this.refs ?? {};
        this.choiceValidity.show(choice, this.isOther ? '' : this.problem);
        this.emailValidity.show(email, this.problem);
    }

    private report(part: { requesterName?: string; requesterEmail?: string }): void {
        this.dispatchEvent(new CustomEvent('requesterchange', { detail: part }));
    }
}
