import { LightningElement } from 'lwc';

import TICKET_LIST from '@salesforce/label/c.Zendesk_ListSettings_Title';
import ACCESS from '@salesforce/label/c.Zendesk_Setup_Access';
import MATCH_RULES from '@salesforce/label/c.Zendesk_Setup_MatchRules';
import SECTIONS from '@salesforce/label/c.Zendesk_Setup_Sections';
import TITLE from '@salesforce/label/c.Zendesk_Setup_Title';

type Section = 'access' | 'matchRules' | 'ticketList';

/** The page of the app Zendesk Setup: a section at a time, each of which loads itself. */
export default class ZendeskSetup extends LightningElement {
    readonly labels = { sections: SECTIONS, title: TITLE };
    readonly sections: readonly { readonly name: Section; readonly label: string }[] = [
        { name: 'access', label: ACCESS },
        { name: 'matchRules', label: MATCH_RULES },
        { name: 'ticketList', label: TICKET_LIST }
    ];

    section: Section = 'access';

    get isAccess(): boolean {
        return this.section === 'access';
    }

    get isMatchRules(): boolean {
        return this.section === 'matchRules';
    }

    get isTicketList(): boolean {
        return this.section === 'ticketList';
    }

    handleSelect(event: CustomEvent<{ name: string }>): void {
        this.section = event.detail.name as Section;
    }
}
