function flowEvent(name: string) {
    return class extends CustomEvent<unknown> {
        constructor(detail?: unknown) {
            super(name, { bubbles: true, composed: true, cancelable: true, detail });
        }
    };
}

export class FlowAttributeChangeEvent extends CustomEvent<unknown> {
    constructor(attributeName: string, attributeValue: unknown) {
        super('_attributechange', {
            bubbles: true,
            composed: true,
            cancelable: true,
            detail: { attributeName, attributeValue }
        });
    }
}

export const FlowNavigationNextEvent = flowEvent('_navigatenext');
export const FlowNavigationBackEvent = flowEvent('_navigateback');
export const FlowNavigationPauseEvent = flowEvent('_navigatepause');
export const FlowNavigationFinishEvent = flowEvent('_navigatefinish');
