import { toProblem } from 'c/zendeskErrors';

import type { Problem } from 'c/zendeskErrors';

/** What came of a question: an answer or a problem. */
export interface Attempt<Answer> {
    readonly answer?: Answer;
    readonly problem?: Problem;
}

/** Waits for an answer. Never rejects. */
export async function attempt<Answer>(question: Promise<Answer>): Promise<Attempt<Answer>> {
    try {
        return { answer: await question };
    } catch (error) {
        return { problem: toProblem(error) };
    }
}

/** Questions about something that may give way to something else before the answers come. */
export class Questions {
    private subject = 0;

    /** Turns to something else: answers to what was asked before are wanted no more. */
    renew(): void {
        this.subject++;
    }

    /** What came of a question; nothing when the answer is wanted no more. Never rejects. */
    async ask<Answer>(question: Promise<Answer>): Promise<Attempt<Answer> | undefined> {
        const { subject } = this;
        const came = await attempt(question);
        return subject === this.subject ? came : undefined;
    }
}
