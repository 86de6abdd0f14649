import { api, LightningElement } from 'lwc';

import CLOSED from '@salesforce/label/c.Zendesk_Collision_Closed';
import CLOSED_TITLE from '@salesforce/label/c.Zendesk_Collision_ClosedTitle';
import COMMENTS from '@salesforce/label/c.Zendesk_Collision_NewComments';
import DISCARD from '@salesforce/label/c.Zendesk_Collision_TakeTheirs';
import EXPLANATION from '@salesforce/label/c.Zendesk_Collision_Explanation';
import FIELD from '@salesforce/label/c.Zendesk_Collision_Field';
import GO_ON from '@salesforce/label/c.Zendesk_Collision_GoOn';
import KEEP from '@salesforce/label/c.Zendesk_Collision_KeepMine';
import MINE from '@salesforce/label/c.Zendesk_Collision_Mine';
import OWN_ATTEMPT from '@salesforce/label/c.Zendesk_Collision_OwnAttempt';
import THEIRS from '@salesforce/label/c.Zendesk_Collision_Theirs';
import TITLE from '@salesforce/label/c.Zendesk_Collision_Title';

import { formatLabel } from 'c/zendeskFormats';

/** A field in both versions. */
export interface CollidingField {
    readonly key: string;
    readonly title: string;
    readonly mine: string;
    readonly theirs: string;
}

/** Both versions of a ticket that two people changed. Fires `keep` or `discard`. */
export default class ZendeskCollision extends LightningElement {
    @api fields: readonly CollidingField[] = [];
    /** Comments that came in meanwhile. */
    @api newComments = 0;
    /** Whether theirs is closed, so that there is no way to save the other one. */
    @api isClosed = false;

    /** Whether an earlier attempt of the user may have arrived. */
    @api isInDoubt = false;

    readonly labels = {
        field: FIELD,
        keep: KEEP,
        mine: MINE,
        ownAttempt: OWN_ATTEMPT,
        theirs: THEIRS
    };

    @api
    focus(): void {
        (this.refs?.question as HTMLElement | undefined)?.focus();
    }

    get title(): string {
        return this.isClosed ? CLOSED_TITLE : TITLE;
    }

    get explanation(): string {
        return this.isClosed ? CLOSED : EXPLANATION;
    }

    get canKeep(): boolean {
        return !this.isClosed;
    }

    get discardLabel(): string {
        return this.isClosed ? GO_ON : DISCARD;
    }

    get commentMessage(): string {
        return formatLabel(COMMENTS, this.newComments);
    }

    get hasFields(): boolean {
        return this.fields.length > 0;
    }

    handleKeep(): void {
        this.dispatchEvent(new CustomEvent('keep'));
    }

    handleDiscard(): void {
        this.dispatchEvent(new CustomEvent('discard'));
    }
}
