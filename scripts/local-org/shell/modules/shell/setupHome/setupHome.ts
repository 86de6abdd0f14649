import { LightningElement } from 'lwc';
import { texts } from 'shell/texts';

/** Start of Setup. */
export default class SetupHome extends LightningElement {
    texts = texts;
}
