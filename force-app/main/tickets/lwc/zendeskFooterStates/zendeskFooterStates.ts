import { faultyFields } from 'c/zendeskNewTicketFaults';

import type { Problem } from 'c/zendeskErrors';
import type { FaultyField } from 'c/zendeskNewTicketFaults';
import type { Editing } from 'c/zendeskTicketEditing';

/** What the footer of the form of a new ticket shows. */
export interface FooterState {
    /** Whether there is a form to send. */
    readonly canCreate: boolean;
    /** Whether it has to wait, e.g. for a file that is on its way. */
    readonly isHeld: boolean;
    /** Whether it is on its way. */
    readonly isSaving: boolean;
    /** What went wrong. */
    readonly sentences: readonly string[];
    readonly fields: readonly FaultyField[];
    /** Whether an earlier attempt may have made the ticket already. */
    readonly isRepeated: boolean;
}

/** A form as far as its footer is concerned. */
export interface FormState {
    readonly editing?: Editing;
    readonly isBarred: boolean;
    readonly isUploading: boolean;
    readonly isSaving: boolean;
    readonly shownProblem?: Problem;
    readonly otherProblems: readonly string[];
}

/** Before there is a form. */
export const NO_FORM: FooterState = {
    canCreate: false,
    isHeld: false,
    isSaving: false,
    sentences: [],
    fields: [],
    isRepeated: false
};

export function footerOf(form: FormState): FooterState {
    const { editing, shownProblem } = form;
    return {
        canCreate: editing !== undefined && !form.isBarred,
        isHeld: form.isUploading,
        isSaving: form.isSaving,
        sentences: shownProblem ? [shownProblem.message, ...form.otherProblems] : [],
        fields: editing ? faultyFields(editing) : [],
        isRepeated: shownProblem?.code === 'repeated_request'
    };
}
