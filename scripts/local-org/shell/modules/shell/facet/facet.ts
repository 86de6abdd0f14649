import { api, LightningElement } from 'lwc';
import type { PageNode } from '../recordPage/context.ts';

/** The components of a node's body, one below the other. */
export default class Facet extends LightningElement {
    @api context: unknown;
    @api node!: PageNode;

    get items(): readonly PageNode[] {
        return this.node.facets['body'] ?? [];
    }
}
