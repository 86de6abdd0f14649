import { api, LightningElement } from 'lwc';

import TITLE from '@salesforce/label/c.Zendesk_Match_Title';
import LOADING from '@salesforce/label/c.Zendesk_Match_Loading';
import OPEN from '@salesforce/label/c.Zendesk_Match_Open';
import RETRY from '@salesforce/label/c.Zendesk_Error_Retry';
import UNLINK from '@salesforce/label/c.Zendesk_Link_Unlink';

import { toProblem } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';
import { explain, link, search, unlink } from 'c/zendeskMatchService';
import { explanationText, typeLabel } from 'c/zendeskMatchTerms';

import type { Problem } from 'c/zendeskErrors';
import type { SearchDetail } from 'c/zendeskLinkSearch';
import type { Explanation, Found, Target } from 'c/zendeskMatchService';

interface Row {
    readonly key: string;
    readonly id: string;
    readonly type: string;
    readonly typeLabel: string;
    readonly name: string;
    readonly url?: string;
    readonly openLabel: string;
    readonly unlinkLabel: string;
    readonly mayUnlink: boolean;
}

/**
 * Says why a record shows the tickets that it shows, and lets people with the permission link it by
 * hand. Fires `linkchange` after what the record reaches has changed.
 */
export default class ZendeskMatchPanel extends LightningElement {
    @api
    get recordId(): string | undefined {
        return this.currentRecordId;
    }
    set recordId(value: string | undefined) {
        this.currentRecordId = value;
        this.load();
    }

    readonly labels = { loading: LOADING, retry: RETRY, title: TITLE };

    isLoading = true;
    explanation?: Explanation;
    problem?: Problem;
    targets?: readonly Target[];

    private currentRecordId?: string;
    /** Counts questions, so that an answer that comes after a newer one of its kind is dropped. */
    private loads = 0;
    private searches = 0;

    get sentence(): string {
        return this.explanation ? explanationText(this.explanation) : '';
    }

    get rows(): readonly Row[] {
        const { explanation } = this;
        return explanation
            ? [...explanation.tickets, ...explanation.found].map((found) =>
                  toRow(found, explanation)
              )
            : [];
    }

    handleRetry(): void {
        this.load();
    }

    async handleSearch(event: CustomEvent<SearchDetail>): Promise<void> {
        const { type, text } = event.detail;
        const asked = ++this.searches;
        const isWanted = () => asked === this.searches;
        const targets = await this.attempt(() => search(this.record, type, text), isWanted);
        if (isWanted()) {
            this.targets = targets;
        }
    }

    handleLink(event: CustomEvent<{ type: string; id: string }>): void {
        const { type, id } = event.detail;
        this.change(() => link(this.record, type, id));
    }

    handleUnlink(event: Event): void {
        const { type, id } = (event.currentTarget as HTMLElement).dataset;
        this.change(() => unlink(this.record, type ?? '', id ?? ''));
    }

    private async change(action: () => Promise<void>): Promise<void> {
        this.isLoading = true;
        await this.attempt(action);
        if (this.problem) {
            this.isLoading = false;
            return;
        }
        this.dispatchEvent(new CustomEvent('linkchange'));
        await this.load();
    }

    private get record(): string {
        return this.currentRecordId ?? '';
    }

    private async load(): Promise<void> {
        if (!this.currentRecordId) {
            return;
        }
        const asked = ++this.loads;
        const isWanted = () => asked === this.loads;
        this.isLoading = true;
        const explanation = await this.attempt(() => explain(this.record), isWanted);
        if (isWanted()) {
            this.explanation = explanation;
            this.targets = undefined;
            this.isLoading = false;
        }
    }

    /** Sets or clears the problem as long as it is wanted; the outcome is absent when there is one. */
    private async attempt<T>(
        action: () => Promise<T>,
        isWanted = () => true
    ): Promise<T | undefined> {
        const { outcome, problem } = await settled(action);
        if (isWanted()) {
            this.problem = problem;
        }
        return outcome;
    }
}

async function settled<T>(
    action: () => Promise<T>
): Promise<{ readonly outcome?: T; readonly problem?: Problem }> {
    try {
        return { outcome: await action() };
    } catch (error) {
        return { problem: toProblem(error) };
    }
}

function toRow(found: Found, explanation: Explanation): Row {
    return {
        key: `${found.type}:${found.id}`,
        id: found.id,
        type: found.type,
        typeLabel: typeLabel(found.type),
        name: found.name,
        url: found.url,
        openLabel: formatLabel(OPEN, found.name),
        unlinkLabel: formatLabel(UNLINK, found.name),
        mayUnlink:
            explanation.mayLink && explanation.source === 'by_hand' && found.type !== 'ticket'
    };
}
