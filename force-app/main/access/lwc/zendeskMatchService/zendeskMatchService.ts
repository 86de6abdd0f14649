import explainOf from '@salesforce/apex/ZendeskMatchController.explain';
import linkOf from '@salesforce/apex/ZendeskMatchController.link';
import searchOf from '@salesforce/apex/ZendeskMatchController.search';
import unlinkOf from '@salesforce/apex/ZendeskMatchController.unlink';

export type TargetType = 'organization' | 'user';

/** Something in Zendesk that a record can be linked to. */
export interface Target {
    readonly type: TargetType;
    readonly id: string;
    readonly name: string;
    /** What tells it from others of its name. */
    readonly detail?: string;
}

/** Something in Zendesk that a record reaches, with its page there. */
export interface Found {
    readonly type: TargetType | 'ticket';
    readonly id: string;
    readonly name: string;
    readonly url?: string;
}

export type Side =
    | 'organization_name'
    | 'organization_external_id'
    | 'organization_id'
    | 'requester_email'
    | 'requester_external_id'
    | 'requester_id';

/** Why a record shows the tickets that it shows. */
export interface Explanation {
    readonly outcome: 'matched' | 'no_match' | 'field_empty';
    readonly source: 'automatic' | 'by_hand' | 'sync';
    /** What in Zendesk was compared. */
    readonly side: Side;
    readonly fieldLabel: string;
    readonly value?: string;
    readonly found: readonly Found[];
    readonly tickets: readonly Found[];
    readonly mayLink: boolean;
}

/** Each rejects with what `toProblem` reads. */
export function explain(recordId: string): Promise<Explanation> {
    return explainOf({ recordId }) as Promise<Explanation>;
}

export function search(
    recordId: string,
    type: TargetType,
    text: string
): Promise<readonly Target[]> {
    return searchOf({ recordId, type, text }) as Promise<readonly Target[]>;
}

export async function link(recordId: string, type: string, zendeskId: string): Promise<void> {
    await linkOf({ recordId, type, zendeskId });
}

export async function unlink(recordId: string, type: string, zendeskId: string): Promise<void> {
    await unlinkOf({ recordId, type, zendeskId });
}
