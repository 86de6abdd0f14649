import { api, LightningElement } from 'lwc';

/** A message in place of content: a missing page, a component that failed. */
export default class Notice extends LightningElement {
    @api heading = '';
    @api detail = '';
    @api items: readonly string[] = [];
    @api icon: 'error' | 'missing' | 'info' = 'info';

    get iconName(): string {
        return { error: 'utility:error', missing: 'utility:unlinked', info: 'utility:info' }[
            this.icon
        ];
    }

    get variant(): string {
        return this.icon === 'error' ? 'error' : '';
    }

    get hasItems(): boolean {
        return this.items.length > 0;
    }
}
