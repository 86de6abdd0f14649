/** The stubs of sfdx-lwc-jest lack `lightning/actions`. */
export class CloseActionScreenEvent extends Event {
    constructor() {
        super('lightning__actionsclosescreen');
    }
}
