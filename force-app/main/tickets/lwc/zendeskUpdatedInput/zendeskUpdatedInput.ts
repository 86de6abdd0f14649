import { api, LightningElement } from 'lwc';

import UPDATED from '@salesforce/label/c.Zendesk_Column_Updated';
import ANY from '@salesforce/label/c.Zendesk_Facet_Any';
import CUSTOM from '@salesforce/label/c.Zendesk_Updated_Custom';
import FROM from '@salesforce/label/c.Zendesk_Updated_From';
import TO from '@salesforce/label/c.Zendesk_Updated_To';

import { UPDATED_SPANS } from 'c/zendeskTicketFiltering';

import type { TicketFilter } from 'c/zendeskTicketService';

type UpdatedPart = Pick<TicketFilter, 'updatedDays' | 'updatedFrom' | 'updatedTo'>;

const NO_TIME: UpdatedPart = {
    updatedDays: undefined,
    updatedFrom: undefined,
    updatedTo: undefined
};

/** When tickets were updated: a span or two dates. Fires `choose` with these parts of a filter. */
export default class ZendeskUpdatedInput extends LightningElement {
    @api filter: TicketFilter = {};

    readonly labels = { from: FROM, to: TO, updated: UPDATED };
    readonly options = [
        { value: 'any', label: ANY },
        ...UPDATED_SPANS.map(({ days, label }) => ({ value: String(days), label })),
        { value: 'custom', label: CUSTOM }
    ];

    private isCustomChosen = false;

    get isCustom(): boolean {
        const { updatedFrom, updatedTo, updatedDays } = this.filter;
        const isSpan = updatedDays !== undefined && updatedDays !== null;
        return Boolean(updatedFrom ?? updatedTo) || (this.isCustomChosen && !isSpan);
    }

    get span(): string {
        return this.isCustom ? 'custom' : String(this.filter.updatedDays ?? 'any');
    }

    /** Dates are yet to be chosen when they are what was chosen. */
    handleSpan(event: CustomEvent<{ value: string }>): void {
        const { value } = event.detail;
        this.isCustomChosen = value === 'custom';
        const days = ['any', 'custom'].includes(value) ? undefined : Number(value);
        this.choose({ ...NO_TIME, updatedDays: days });
    }

    handleDate(event: CustomEvent<{ value: string | null }>): void {
        event.stopPropagation();
        const { name } = (event.currentTarget as HTMLElement).dataset;
        const { updatedFrom, updatedTo } = this.filter;
        const value = event.detail.value || undefined;
        this.choose({ ...NO_TIME, updatedFrom, updatedTo, [name as string]: value });
    }

    private choose(detail: UpdatedPart): void {
        this.dispatchEvent(new CustomEvent('choose', { detail }));
    }
}
