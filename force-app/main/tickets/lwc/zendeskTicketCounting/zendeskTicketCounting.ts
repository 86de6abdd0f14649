import { countingOf, countsOf } from 'c/zendeskOwnCounts';
import { Questions } from 'c/zendeskQuestions';
import { countByStatus } from 'c/zendeskTicketService';

import type { Problem } from 'c/zendeskErrors';
import type { CountedList, Counting } from 'c/zendeskOwnCounts';
import type { StatusCount } from 'c/zendeskTicketService';

/** What is known of the numbers. */
export interface ShownCounts {
    readonly counts: readonly StatusCount[];
    readonly problem?: Problem;
}

/**
 * Counts tickets by status, with one's own changes on top as long as Zendesk does not count them. An
 * answer that comes after a newer question is dropped.
 */
export class TicketCounts {
    private readonly show: (shown: ShownCounts) => void;
    private readonly questions = new Questions();
    private list?: CountedList;
    private counting?: Counting;

    constructor(show: (shown: ShownCounts) => void) {
        this.show = show;
    }

    async load(list: CountedList): Promise<void> {
        this.expire();
        const askedAt = Date.now();
        const { recordId, filter } = list;
        const came = await this.questions.ask(countByStatus(recordId, { filter }));
        if (came) {
            this.list = list;
            this.counting = came.answer && countingOf(list, came.answer, askedAt);
            this.layOut(came.problem);
        }
    }

    /** Shows them again, after the user changed a ticket. */
    layOut(problem?: Problem): void {
        const { list, counting } = this;
        this.show({ counts: list && counting ? countsOf(list, counting) : [], problem });
    }

    /** What is being counted is no longer asked for; what is there stays until the next answer. */
    expire(): void {
        this.questions.renew();
    }

    /** Forgets what is there, for another list. */
    clear(): void {
        this.expire();
        this.counting = undefined;
        this.layOut();
    }
}
