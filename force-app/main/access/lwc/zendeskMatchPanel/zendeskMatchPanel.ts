import { api, LightningElement } from 'lwc';

import TITLE from '@salesforce/label/c.Zendesk_Match_Title';
import LOADING from '@salesforce/label/c.Zendesk_Match_Loading';
import OPEN from '@salesforce/label/c.Zendesk_Match_Open';
import RETRY from '@salesforce/label/c.Zendesk_Error_Retry';
import UNLINK from '@salesforce/label/c.Zendesk_Link_Unlink';

import { formatLabel } from 'c/zendeskFormats';
import { explain, link, search, unlink } from 'c/zendeskMatchService';
import { explanationText, typeLabel } from 'c/zendeskMatchTerms';
import { attempt, Questions } from 'c/zendeskQuestions';

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
    private readonly explaining = new Questions();
    private readonly searching = new Questions();

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
        this.searching.renew();
        const came = await this.searching.ask(search(this.record, type, text));
        if (came) {
            this.targets = came.answer;
            this.problem = came.problem;
        }
    }

    handleLink(event: CustomEvent<{ type: string; id: string }>): void {
        const { type, id } = event.detail;
        this.change(link(this.record, type, id));
    }

    handleUnlink(event: Event): void {
        const { type, id } = (event.currentTarget as HTMLElement).dataset;
        this.change(unlink(this.record, type ?? '', id ?? ''));
    }

    private async change(action: Promise<void>): Promise<void> {
        this.isLoading = true;
        const { problem } = await attempt(action);
        this.problem = problem;
        if (problem) {
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
        this.explaining.renew();
        this.searching.renew();
        this.targets = undefined;
        this.isLoading = true;
        const came = await this.explaining.ask(explain(this.record));
        if (came) {
            this.explanation = came.answer;
            this.problem = came.problem;
            this.isLoading = false;
        }
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
