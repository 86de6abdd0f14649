import { api, LightningElement } from 'lwc';

import ASSIGNEE from '@salesforce/label/c.Zendesk_Column_Assignee';
import PRIORITY from '@salesforce/label/c.Zendesk_Column_Priority';
import STATUS from '@salesforce/label/c.Zendesk_Column_Status';
import MORE_AGENTS from '@salesforce/label/c.Zendesk_Facet_MoreAgents';
import CLOSED from '@salesforce/label/c.Zendesk_Filter_Closed';
import ME from '@salesforce/label/c.Zendesk_Filter_Me';
import NOBODY from '@salesforce/label/c.Zendesk_Filter_Nobody';
import NONE from '@salesforce/label/c.Zendesk_Filter_None';
import TEXT from '@salesforce/label/c.Zendesk_Filter_Text';
import TITLE from '@salesforce/label/c.Zendesk_Filter_Title';
import SEARCHING from '@salesforce/label/c.Zendesk_Lookup_Searching';
import BRAND from '@salesforce/label/c.Zendesk_Property_Brand';
import FORM from '@salesforce/label/c.Zendesk_Property_Form';
import GROUP from '@salesforce/label/c.Zendesk_Property_Group';
import TAGS from '@salesforce/label/c.Zendesk_Property_Tags';
import TYPE from '@salesforce/label/c.Zendesk_Property_Type';

import { formatLabel } from 'c/zendeskFormats';
import { chosenStatuses, statusOptions, statusPart } from 'c/zendeskStatusFilter';
import { priorityLabel, typeLabel } from 'c/zendeskTicketTerms';
import { TypingPause } from 'c/zendeskTyping';

import type { ShownChoices } from 'c/zendeskChoiceLoading';
import type { FilterChoices } from 'c/zendeskChoiceService';
import type { Choice } from 'c/zendeskConversationService';
import type { FacetOption } from 'c/zendeskStatusFilter';
import type { TicketFilter, TicketPriority, TicketType } from 'c/zendeskTicketService';

interface FacetView {
    readonly name: keyof TicketFilter;
    readonly label: string;
    readonly options: readonly FacetOption[];
    readonly values: readonly string[];
    /** Whether Zendesk can be asked for options that are not there. */
    readonly hasMore: boolean;
    readonly hint?: string;
}

const PRIORITIES: readonly TicketPriority[] = ['urgent', 'high', 'normal', 'low'];
const TYPES: readonly TicketType[] = ['question', 'incident', 'problem', 'task'];
const NO_CHOICES: FilterChoices = {
    statuses: [],
    forms: [],
    brands: [],
    groups: [],
    agents: [],
    hasMoreAgents: false
};
/** So many agents are listed at most. */
const MOST_AGENTS = 1000;
const LONGEST_TEXT = 255;

/** What the ticket list keeps. Fires `filterchange` with the new filter, and `findagents` with a text. */
export default class ZendeskTicketFilters extends LightningElement {
    @api filter: TicketFilter = {};
    /** What is known of the choices of the account. */
    @api known: ShownChoices = {};
    /** Whether "me" is somebody. */
    @api knowsMe = false;

    readonly labels = { closed: CLOSED, tags: TAGS, text: TEXT, title: TITLE };
    readonly longestText = LONGEST_TEXT;

    private readonly typing = new TypingPause();

    disconnectedCallback(): void {
        this.typing.cancel();
    }

    /** Those that leave a choice. */
    get facets(): readonly FacetView[] {
        return [this.statusFacet, ...this.ownFacets, ...this.accountFacets].filter(
            ({ options, values }) => options.length > 1 || values.length > 0
        );
    }

    get text(): string {
        return this.filter.text ?? '';
    }

    get tags(): readonly Choice[] {
        return (this.filter.tags ?? []).map((tag) => ({ value: tag, label: tag }));
    }

    get isClosedIncluded(): boolean {
        return this.filter.isClosedIncluded === true;
    }

    /** Whoever chooses statuses has said whether closed ones are among them. */
    get hasStatuses(): boolean {
        return Boolean(this.filter.statuses?.length);
    }

    handleChoose(event: CustomEvent<readonly string[]>): void {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        const { detail } = event;
        this.change(
            name === 'statuses'
                ? statusPart(detail, this.choices.statuses)
                : { [name as string]: detail }
        );
    }

    handleFind(event: CustomEvent<string>): void {
        this.dispatchEvent(new CustomEvent('findagents', { detail: event.detail }));
    }

    handleTags(event: CustomEvent<readonly Choice[]>): void {
        this.change({ tags: event.detail.map(({ value }) => value) });
    }

    handleUpdated(event: CustomEvent<TicketFilter>): void {
        this.change(event.detail);
    }

    handleClosed(event: CustomEvent<{ checked: boolean }>): void {
        this.change({ isClosedIncluded: event.detail.checked });
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        const text = event.detail.value;
        this.typing.afterwards(() => this.change({ text }));
    }

    private get choices(): FilterChoices {
        return this.known.choices ?? NO_CHOICES;
    }

    private get agentHint(): string {
        const { isSearching, searchProblem } = this.known;
        if (isSearching) {
            return SEARCHING;
        }
        return searchProblem?.message ?? formatLabel(MORE_AGENTS, MOST_AGENTS);
    }

    private get statusFacet(): FacetView {
        const { statuses } = this.choices;
        return {
            name: 'statuses',
            label: STATUS,
            options: statusOptions(statuses),
            values: chosenStatuses(this.filter, statuses),
            hasMore: false
        };
    }

    /** What all accounts have. */
    private get ownFacets(): readonly FacetView[] {
        const none = { value: 'none', label: NONE };
        return [
            this.facet('priorities', PRIORITY, [
                ...PRIORITIES.map((value) => ({ value, label: priorityLabel(value) })),
                none
            ]),
            this.facet('types', TYPE, [
                ...TYPES.map((value) => ({ value, label: typeLabel(value) })),
                none
            ])
        ];
    }

    private get accountFacets(): readonly FacetView[] {
        const { forms, brands, groups, agents, hasMoreAgents } = this.choices;
        const people = [
            ...(this.knowsMe ? [{ value: 'me', label: ME }] : []),
            { value: 'none', label: NOBODY },
            ...agents
        ];
        return [
            {
                ...this.facet('assigneeIds', ASSIGNEE, people),
                hasMore: hasMoreAgents,
                hint: this.agentHint
            },
            this.facet('groupIds', GROUP, groups),
            this.facet('brandIds', BRAND, brands),
            this.facet('formIds', FORM, forms)
        ];
    }

    private facet(
        name: 'priorities' | 'types' | 'assigneeIds' | 'groupIds' | 'brandIds' | 'formIds',
        label: string,
        options: readonly FacetOption[]
    ): FacetView {
        return { name, label, options, values: this.filter[name] ?? [], hasMore: false };
    }

    private change(part: TicketFilter): void {
        const detail = { ...this.filter, ...part };
        this.dispatchEvent(new CustomEvent('filterchange', { detail }));
    }
}
