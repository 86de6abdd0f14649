import { LightningElement } from 'lwc';

import ACCESS from '@salesforce/label/c.Zendesk_Setup_Access';
import SECTIONS from '@salesforce/label/c.Zendesk_Setup_Sections';
import TITLE from '@salesforce/label/c.Zendesk_Setup_Title';

type Section = 'access';

/** The page of the app Zendesk Setup: a section at a time, each of which loads itself. */
export default class ZendeskSetup extends LightningElement {
    readonly labels = { sections: SECTIONS, title: TITLE };
    readonly sections: readonly { readonly name: Section; readonly label: string }[] = [
        { name: 'access', label: ACCESS }
    ];

    section: Section = 'access';

    get isAccess(): boolean {
        return this.section === 'access';
    }

    handleSelect(event: CustomEvent<{ name: string }>): void {
        this.section = event.detail.name as Section;
    }
}
