import { attempt } from 'c/zendeskQuestions';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { Choice } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';

/** What is known of the choices of the account. */
export interface ShownChoices {
    readonly choices?: FilterChoices;
    /** Why they are not known. */
    readonly problem?: Problem;
    readonly isSearching?: boolean;
    /** Why no agents were found. */
    readonly searchProblem?: Problem;
}

/** Where choices come from, and who shows them. */
export interface ChoiceSource {
    load(): Promise<FilterChoices>;
    findAgents(text: string): Promise<readonly Choice[]>;
    show(known: ShownChoices): void;
}

/**
 * By what tickets of the account can be filtered: asked for once, and again after that failed. Agents who
 * were found join those who were listed.
 */
export class ListChoices {
    private readonly source: ChoiceSource;
    private isLoading = false;
    private searches = 0;
    private known: ShownChoices = {};

    constructor(source: ChoiceSource) {
        this.source = source;
    }

    async load(): Promise<void> {
        if (this.isLoading || this.known.choices) {
            return;
        }
        this.isLoading = true;
        const { answer: choices, problem } = await attempt(this.source.load());
        this.isLoading = false;
        this.put({ choices, problem });
    }

    async findAgents(text: string): Promise<void> {
        const search = ++this.searches;
        this.put({ isSearching: true, searchProblem: undefined });
        const { answer, problem } = await attempt(this.source.findAgents(text));
        this.join(answer ?? []);
        if (search === this.searches) {
            this.put({ isSearching: false, searchProblem: problem });
        }
    }

    private join(found: readonly Choice[]): void {
        const { choices } = this.known;
        if (choices) {
            const listed = new Set(choices.agents.map(({ value }) => value));
            const added = found.filter(({ value }) => !listed.has(value));
            this.put({ choices: { ...choices, agents: [...choices.agents, ...added] } });
        }
    }

    private put(part: ShownChoices): void {
        this.known = { ...this.known, ...part };
        this.source.show(this.known);
    }
}
