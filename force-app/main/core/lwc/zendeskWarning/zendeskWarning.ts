import { api, LightningElement } from 'lwc';

/** What a reader should weigh before they go on. */
export default class ZendeskWarning extends LightningElement {
    @api message!: string;
}
