export const CLOSE_ACTION_SCREEN = 'lightning__actionsclosescreen';

/** Closes the modal of the record action that dispatches it. */
export class CloseActionScreenEvent extends CustomEvent<unknown> {
    constructor() {
        super(CLOSE_ACTION_SCREEN, { bubbles: true, composed: true });
    }
}
