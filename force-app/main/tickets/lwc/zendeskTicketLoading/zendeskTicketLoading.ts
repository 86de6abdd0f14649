import { toProblem } from 'c/zendeskErrors';

import type { Problem } from 'c/zendeskErrors';
import type { Ticket } from 'c/zendeskTicketService';

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

/** A ticket that was updated between two pages comes twice; its first place stays. */
export function withoutRepeats(
    shown: readonly Ticket[],
    added: readonly Ticket[]
): readonly Ticket[] {
    const known = new Set(shown.map(({ id }) => id));
    return [...shown, ...added.filter(({ id }) => !known.has(id))];
}
