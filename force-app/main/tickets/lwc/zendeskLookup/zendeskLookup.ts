import { api, LightningElement } from 'lwc';

import FOUND from '@salesforce/label/c.Zendesk_Lookup_Found';
import NOTHING from '@salesforce/label/c.Zendesk_Lookup_Nothing';
import SEARCHING from '@salesforce/label/c.Zendesk_Lookup_Searching';

import { findTargets } from 'c/zendeskChoiceService';
import { toProblem } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';
import { TypingPause } from 'c/zendeskTyping';

import type { Choice } from 'c/zendeskConversationService';

const SHORTEST_TEXT = 2;

/** Finds people or things of Zendesk by the beginning of their name. Fires `choose`. */
export default class ZendeskLookup extends LightningElement {
    @api recordId!: string;
    @api label!: string;
    @api help?: string;
    @api required = false;
    /** What is searched, e.g. `zen:user`. */
    @api target!: string;
    @api placeholder = '';
    @api disabled = false;

    /** Puts the cursor where a name is typed. */
    @api
    focus(): void {
        (this.refs?.input as HTMLElement | undefined)?.focus();
    }

    text = '';
    found: readonly Choice[] = [];
    message = '';

    private readonly typing = new TypingPause();
    private searches = 0;

    disconnectedCallback(): void {
        this.typing.cancel();
    }

    handleInput(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
        this.found = [];
        this.message = '';
        this.typing.cancel();
        if (this.text.trim().length >= SHORTEST_TEXT) {
            this.typing.afterwards(() => this.search());
        }
    }

    handleChoose(event: Event): void {
        const { value } = (event.currentTarget as HTMLElement).dataset;
        const choice = this.found.find((item) => item.value === value);
        this.text = '';
        this.found = [];
        this.message = '';
        this.dispatchEvent(new CustomEvent<Choice>('choose', { detail: choice }));
    }

    private async search(): Promise<void> {
        const search = ++this.searches;
        this.message = SEARCHING;
        const { found, message } = await this.ask();
        if (search === this.searches) {
            this.found = found;
            this.message = message;
        }
    }

    private async ask(): Promise<{ found: readonly Choice[]; message: string }> {
        try {
            const found = await findTargets(this.recordId, this.target, this.text);
            return { found, message: found.length ? formatLabel(FOUND, found.length) : NOTHING };
        } catch (error) {
            return { found: [], message: toProblem(error).message };
        }
    }
}
