import { api, LightningElement } from 'lwc';
import { texts } from 'shell/texts';

/** Stands where Lightning shows tasks and events; the local org keeps none. */
export default class ActivityPanel extends LightningElement {
    @api context: unknown;
    @api node: unknown;
    texts = texts;
}
