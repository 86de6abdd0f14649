import { api, LightningElement } from 'lwc';
import type { PageNode, RecordContext } from '../recordPage/context.ts';

/** A field section of Dynamic Forms: columns of fields. */
export default class FieldSection extends LightningElement {
    @api context!: RecordContext;
    @api node!: PageNode;

    get label(): string {
        return String(this.node.properties['label'] ?? '');
    }

    get columns(): readonly PageNode[] {
        return this.node.facets['columns'] ?? [];
    }

    get columnClass(): string {
        return `slds-col slds-size_1-of-1 slds-medium-size_1-of-${this.columns.length || 1}`;
    }
}
