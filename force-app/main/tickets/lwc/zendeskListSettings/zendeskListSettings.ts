import { LightningElement } from 'lwc';

import AVAILABLE from '@salesforce/label/c.Zendesk_ListSettings_Available';
import COLUMNS from '@salesforce/label/c.Zendesk_ListSettings_Columns';
import HINT from '@salesforce/label/c.Zendesk_ListSettings_Hint';
import SAVE from '@salesforce/label/c.Zendesk_ListSettings_Save';
import SAVED from '@salesforce/label/c.Zendesk_ListSettings_Saved';
import SHOWN from '@salesforce/label/c.Zendesk_ListSettings_Shown';
import TITLE from '@salesforce/label/c.Zendesk_ListSettings_Title';
import SORT_BY from '@salesforce/label/c.Zendesk_List_SortBy';

import { ListChoices } from 'c/zendeskChoiceLoading';
import { findAgents, getSettings, saveSettings } from 'c/zendeskListSettingsService';
import { attempt } from 'c/zendeskQuestions';
import {
    columnLabel,
    LATEST_FIRST,
    sortOptions,
    STANDARD_COLUMNS,
    USUAL_COLUMNS
} from 'c/zendeskTicketColumns';

import type { ShownChoices } from 'c/zendeskChoiceLoading';
import type { FilterChoices } from 'c/zendeskChoiceService';
import type { Choice } from 'c/zendeskConversationService';
import type { Problem } from 'c/zendeskErrors';
import type { ListSettings } from 'c/zendeskListSettingsService';
import type { TicketFilter } from 'c/zendeskTicketService';

const MOST_COLUMNS = 15;

/** With what the ticket lists of the org begin, unless a page or a user says otherwise; for admins. */
export default class ZendeskListSettings extends LightningElement {
    readonly labels = {
        available: AVAILABLE,
        columns: COLUMNS,
        hint: HINT,
        save: SAVE,
        shown: SHOWN,
        sortBy: SORT_BY,
        title: TITLE
    };
    readonly mostColumns = MOST_COLUMNS;
    readonly sortOptions = sortOptions();

    isBusy = true;
    problem?: Problem;
    settings?: ListSettings;
    columns: readonly string[] = [];
    filter: TicketFilter = {};
    sort = LATEST_FIRST;
    message = '';
    known: ShownChoices = {};
    private chooser?: ListChoices;
    private hasFailed = false;

    connectedCallback(): void {
        this.load();
    }

    get columnOptions(): readonly Choice[] {
        return [...STANDARD_COLUMNS, ...(this.settings?.customColumns ?? [])].map((column) => ({
            value: column.key,
            label: columnLabel(column)
        }));
    }

    get messageClass(): string {
        return this.hasFailed ? 'slds-text-color_error' : 'slds-text-color_success';
    }

    handleRetry(): void {
        this.load();
    }

    handleColumns(event: CustomEvent<{ value: readonly string[] }>): void {
        this.columns = [...event.detail.value];
        this.message = '';
    }

    handleFilter(event: CustomEvent<TicketFilter>): void {
        this.filter = event.detail;
        this.message = '';
    }

    handleFindAgents(event: CustomEvent<string>): void {
        this.chooser?.findAgents(event.detail);
    }

    handleSort(event: CustomEvent<{ value: string }>): void {
        this.sort = event.detail.value;
        this.message = '';
    }

    /** What was chosen stays when it can't be saved. */
    async handleSave(): Promise<void> {
        const { columns, filter, sort: sortBy } = this;
        this.isBusy = true;
        const { problem } = await attempt(saveSettings({ columns, filter, sortBy }));
        this.isBusy = false;
        this.hasFailed = problem !== undefined;
        this.message = problem?.message ?? SAVED;
    }

    private async load(): Promise<void> {
        this.isBusy = true;
        const { answer, problem } = await attempt(getSettings());
        this.isBusy = false;
        this.problem = problem;
        this.settings = answer;
        if (answer) {
            this.showChoices(answer.choices);
        }
        this.columns = answer?.preference.columns ?? USUAL_COLUMNS;
        this.filter = answer?.preference.filter ?? {};
        this.sort = answer?.preference.sortBy ?? LATEST_FIRST;
    }

    private showChoices(choices: FilterChoices): void {
        this.chooser = new ListChoices({
            load: () => Promise.resolve(choices),
            findAgents,
            show: (known) => (this.known = known)
        });
        this.chooser.load();
    }
}
