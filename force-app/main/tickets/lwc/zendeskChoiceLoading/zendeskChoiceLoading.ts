import { getFilterChoices } from 'c/zendeskChoiceService';
import { attempt } from 'c/zendeskTicketLoading';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { Problem } from 'c/zendeskErrors';

/** What is known of the choices of the account. */
export interface ShownChoices {
    readonly choices?: FilterChoices;
    readonly problem?: Problem;
}

/** Asks once what tickets of the account can be filtered by, and again after that failed. */
export class ListChoices {
    private readonly show: (shown: ShownChoices) => void;
    private isLoading = false;
    private choices?: FilterChoices;

    constructor(show: (shown: ShownChoices) => void) {
        this.show = show;
    }

    async load(recordId: string): Promise<void> {
        if (this.isLoading || this.choices) {
            return;
        }
        this.isLoading = true;
        const { answer, problem } = await attempt(getFilterChoices(recordId));
        this.isLoading = false;
        this.choices = answer;
        this.show({ choices: answer, problem });
    }
}
