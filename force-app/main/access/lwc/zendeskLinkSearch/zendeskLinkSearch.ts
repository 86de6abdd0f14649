import { api, LightningElement } from 'lwc';

import HINT from '@salesforce/label/c.Zendesk_Link_Hint';
import LINK from '@salesforce/label/c.Zendesk_Link_Link';
import NOTHING from '@salesforce/label/c.Zendesk_Link_Nothing';
import SEARCH from '@salesforce/label/c.Zendesk_Link_Search';
import TITLE from '@salesforce/label/c.Zendesk_Link_Title';
import TYPE from '@salesforce/label/c.Zendesk_Link_Type';

import { formatLabel } from 'c/zendeskFormats';
import { typeLabel } from 'c/zendeskMatchTerms';
import { TypingPause } from 'c/zendeskTyping';

import type { Target, TargetType } from 'c/zendeskMatchService';

export interface SearchDetail {
    readonly type: TargetType;
    readonly text: string;
}

/** Zendesk refuses to search by less. */
const SHORTEST_SEARCH = 2;

/** Looks for something in Zendesk to link a record to. Fires `search` and `link`. */
export default class ZendeskLinkSearch extends LightningElement {
    /** What was found; absent before anything was searched. */
    @api
    get targets(): readonly Target[] | undefined {
        return this.found;
    }
    set targets(value: readonly Target[] | undefined) {
        this.found = value;
        this.isAnswered = value !== undefined;
    }

    readonly labels = { hint: HINT, search: SEARCH, title: TITLE, type: TYPE };
    readonly types = (['organization', 'user'] as const).map((type) => ({
        label: typeLabel(type),
        value: type
    }));

    type: TargetType = 'organization';
    text = '';

    private found?: readonly Target[];
    /** Whether what was found is for what is typed. */
    private isAnswered = false;
    private readonly typing = new TypingPause();

    disconnectedCallback(): void {
        this.typing.cancel();
    }

    get rows(): readonly (Target & { readonly linkLabel: string })[] {
        const targets = this.isSearched ? (this.found ?? []) : [];
        return targets.map((target) => ({
            ...target,
            linkLabel: formatLabel(LINK, target.name)
        }));
    }

    get message(): string {
        const isNothing = this.isAnswered && this.found?.length === 0;
        return this.isSearched && isNothing ? formatLabel(NOTHING, this.text.trim()) : '';
    }

    handleType(event: CustomEvent<{ value: TargetType }>): void {
        this.type = event.detail.value;
        this.searchSoon();
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
        this.searchSoon();
    }

    handleLink(event: Event): void {
        const { type, id } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('link', { detail: { type, id } }));
    }

    private get isSearched(): boolean {
        return this.text.trim().length >= SHORTEST_SEARCH;
    }

    private searchSoon(): void {
        this.typing.cancel();
        this.isAnswered = false;
        if (!this.isSearched) {
            return;
        }
        const detail: SearchDetail = { type: this.type, text: this.text.trim() };
        this.typing.afterwards(() => this.dispatchEvent(new CustomEvent('search', { detail })));
    }
}
