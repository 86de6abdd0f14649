import { api, LightningElement } from 'lwc';
import type { RelatedList } from '../session/types.ts';
import type { PageNode, RecordContext } from '../recordPage/context.ts';

/** One related list, named by the page. */
export default class RelatedListSingle extends LightningElement {
    @api context!: RecordContext;
    @api node!: PageNode;

    get list(): RelatedList | undefined {
        const name = String(this.node.properties['relatedListApiName'] ?? '');
        return this.context.model.relatedLists.find((list) => list.relationshipName === name);
    }
}
