import { api, LightningElement } from 'lwc';
import type { PageNode } from '../recordPage/context.ts';

/** Text of a Lightning page, sanitised by the base component. */
export default class RichText extends LightningElement {
    @api context: unknown;
    @api node!: PageNode;

    get value(): string {
        return String(this.node.properties['richTextValue'] ?? '');
    }
}
