import { api, LightningElement } from 'lwc';

/** A state without content: what it is, and what the reader can do about it. */
export default class ZendeskNotice extends LightningElement {
    @api iconName = 'utility:info';
    @api heading!: string;
    @api message!: string;
}
