import { api, LightningElement } from 'lwc';

import type { ShownChoices } from 'c/zendeskChoiceLoading';
import type { Problem } from 'c/zendeskErrors';
import type { FilterOrigin, StatusCount, TicketFilter, TicketStatus } from 'c/zendeskTicketService';

/**
 * Everything by which a list is filtered. Fires `filterchange` with the new filter, `findagents` with a
 * text, `save` after the filter became the user's own default, and `reset` after that is gone.
 */
export default class ZendeskListControls extends LightningElement {
    @api recordId!: string;
    @api filter: TicketFilter = {};
    @api sort!: string;
    /** Whose default the list begins with; absent for the usual list. */
    @api origin?: FilterOrigin;
    /** Whether the filters are open. */
    @api isOpen = false;
    /** What is known of the choices of the account. */
    @api known: ShownChoices = {};
    /** Whether "me" is somebody. */
    @api knowsMe = false;
    @api counts: readonly StatusCount[] = [];
    /** Why tickets could not be counted. */
    @api countProblem?: Problem;

    get chosenStatuses(): readonly TicketStatus[] {
        return this.filter.statuses ?? [];
    }

    get hasCounts(): boolean {
        return this.counts.length > 0;
    }

    handleFilter(event: CustomEvent<TicketFilter>): void {
        this.change(event.detail);
    }

    handleFindAgents(event: CustomEvent<string>): void {
        this.dispatchEvent(new CustomEvent('findagents', { detail: event.detail }));
    }

    handleStatuses(event: CustomEvent<readonly TicketStatus[]>): void {
        this.change({ ...this.filter, statuses: event.detail, customStatusIds: [] });
    }

    handleSave(): void {
        this.dispatchEvent(new CustomEvent('save'));
    }

    handleReset(): void {
        this.dispatchEvent(new CustomEvent('reset'));
    }

    private change(detail: TicketFilter): void {
        this.dispatchEvent(new CustomEvent('filterchange', { detail }));
    }
}
