import { api, LightningElement } from 'lwc';
import type { PageNode } from '../recordPage/context.ts';

/** Accordion sections of a Lightning page. */
export default class Accordion extends LightningElement {
    @api context: unknown;
    @api node!: PageNode;

    get sections() {
        return (this.node.facets['sections'] ?? []).map((node) => ({
            id: node.id,
            node,
            label: String(node.properties['title'] ?? node.properties['label'] ?? '')
        }));
    }

    get firstName(): readonly string[] {
        return this.sections.slice(0, 1).map(({ id }) => id);
    }
}
