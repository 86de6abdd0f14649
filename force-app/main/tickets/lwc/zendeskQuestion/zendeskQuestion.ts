import { api, LightningElement } from 'lwc';

/** Asks the reader to decide before they can go on; the ways to go on are in the slot `choices`. */
export default class ZendeskQuestion extends LightningElement {
    @api heading!: string;
    @api explanation!: string;

    @api
    focus(): void {
        (this.refs?.heading as HTMLElement | undefined)?.focus();
    }
}
