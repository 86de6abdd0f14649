import { api, LightningElement } from 'lwc';
import type { RecordContext } from '../recordPage/context.ts';

/** The sections of the page layout, for reading. */
export default class DetailPanel extends LightningElement {
    @api context!: RecordContext;
    @api node: unknown;
    closed: readonly string[] = [];

    get sections() {
        return this.context.model.layoutSections.map(({ label, columns }) => {
            const isOpen = !this.closed.includes(label);
            return {
                label,
                expanded: String(isOpen),
                className: `slds-section ${isOpen ? 'slds-is-open' : ''}`,
                columns: columns.map((fields, index) => ({
                    key: String(index),
                    names: fields.map(({ name }) => name),
                    className: `slds-col slds-size_1-of-1 slds-medium-size_1-of-${columns.length}`
                }))
            };
        });
    }

    handleToggle(event: Event): void {
        const { label = '' } = (event.currentTarget as HTMLElement).dataset;
        const isClosed = this.closed.includes(label);
        this.closed = isClosed ? this.closed.filter((l) => l !== label) : [...this.closed, label];
    }
}
