import DESCRIPTION from '@salesforce/label/c.Zendesk_New_Description';
import INVALID_EMAIL from '@salesforce/label/c.Zendesk_Change_InvalidEmail';
import MISSING from '@salesforce/label/c.Zendesk_Field_Blank';
import REQUESTER from '@salesforce/label/c.Zendesk_New_Contact';

import { textFault } from 'c/zendeskRichText';
import { hasComment } from 'c/zendeskTicketDrafts';
import { viewsOf } from 'c/zendeskTicketEditing';
import { DESCRIPTION_KEY, faultsOf, REQUESTER_KEY } from 'c/zendeskTicketFaults';

import type { TicketDraft } from 'c/zendeskTicketDrafts';
import type { Editing } from 'c/zendeskTicketEditing';

/** A field of the form, by key, to which something has to be done. */
export interface FaultyField {
    readonly key: string;
    readonly title: string;
}

const EMAIL_FORM = /^[^@\s,<>]+@[^@\s,<>]+$/;

/** All that keeps a new ticket from being sent, by key. */
export function newTicketFaults(editing: Editing): ReadonlyMap<string, string> {
    const requester = requesterFault(editing.draft);
    const description = descriptionFault(editing.draft);
    return new Map([
        ...(requester ? [[REQUESTER_KEY, requester] as const] : []),
        ...(description ? [[DESCRIPTION_KEY, description] as const] : []),
        ...faultsOf(editing)
    ]);
}

/** The fields with a problem, in the order in which they stand on the page. */
export function faultyFields(editing: Editing): readonly FaultyField[] {
    const views = viewsOf(editing).map(({ key, title, problem }) => ({ key, title, problem }));
    const own = (key: string, title: string) => ({
        key,
        title,
        problem: editing.problems.get(key)
    });
    return [
        own(REQUESTER_KEY, REQUESTER),
        ...views.filter(({ key }) => key === 'subject'),
        own(DESCRIPTION_KEY, DESCRIPTION),
        ...views.filter(({ key }) => key !== 'subject')
    ]
        .filter(({ problem }) => problem !== undefined)
        .map(({ key, title }) => ({ key, title }));
}

/** Somebody is doing something about it; whether that was enough shows when it is sent again. */
export function withoutProblem(editing: Editing, key: string): Editing {
    const problems = new Map(editing.problems);
    problems.delete(key);
    return { ...editing, problems };
}

function requesterFault({ requesterEmail }: TicketDraft): string | undefined {
    if (!requesterEmail) {
        return MISSING;
    }
    return EMAIL_FORM.test(requesterEmail) ? undefined : INVALID_EMAIL;
}

function descriptionFault(draft: TicketDraft): string | undefined {
    return hasComment(draft) ? textFault(draft.html) : MISSING;
}
