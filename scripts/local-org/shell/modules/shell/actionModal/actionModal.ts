import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { CLOSE_ACTION_SCREEN } from 'lightning/actions';

/** The modal of a screen action; the component closes it by `CloseActionScreenEvent`. */
export default class ActionModal extends LightningModal {
    @api constructorFunction: unknown;
    @api properties: Readonly<Record<string, unknown>> = {};

    override connectedCallback(): void {
        this.addEventListener(CLOSE_ACTION_SCREEN, () => this.close());
    }
}
