/** The stubs of sfdx-lwc-jest lack `lightning/actions`. */
export class CloseActionScreenEvent extends CustomEvent {
    constructor() {
        super('lightning__actionsclosescreen');
    }
}
