import { api, LightningElement } from 'lwc';
import type { RelatedList } from '../session/types.ts';
import type { RecordContext } from '../recordPage/context.ts';

/** All related lists of the page layout. */
export default class RelatedListContainer extends LightningElement {
    @api context!: RecordContext;
    @api node: unknown;

    get lists(): readonly RelatedList[] {
        return this.context.model.relatedLists;
    }
}
