import { api, LightningElement } from 'lwc';

import ADD from '@salesforce/label/c.Zendesk_Values_Add';
import TAG_HINT from '@salesforce/label/c.Zendesk_Values_TagHint';

import { formatLabel } from 'c/zendeskFormats';
import { Validity } from 'c/zendeskValidity';

import type { Choice } from 'c/zendeskConversationService';

/** How more values come in: chosen from options, typed, or searched for. */
export type AdditionKind = 'choices' | 'tags' | 'people';

/** Several values as pills, to add to and to take from. Fires `valueschange` with the values. */
export default class ZendeskValuesInput extends LightningElement {
    @api recordId!: string;
    @api label!: string;
    @api help?: string;
    @api required = false;
    /** What is wrong with the values. */
    @api
    get problem(): string | undefined {
        return this.currentProblem;
    }
    set problem(value: string | undefined) {
        this.currentProblem = value;
        if (this.isRendered) {
            this.showProblem();
        }
    }
    @api kind: AdditionKind = 'choices';
    @api values: readonly Choice[] = [];
    @api options: readonly Choice[] = [];
    /** Whether all people are among the options. Others are searched for, and may be mere addresses. */
    @api isListed = false;

    /** Puts the cursor where more come in. */
    @api
    focus(): void {
        (this.refs?.input as HTMLElement | undefined)?.focus();
    }

    text = '';

    readonly labels = { tagHint: TAG_HINT };

    private currentProblem?: string;
    private isRendered = false;
    private readonly validity = new Validity();

    renderedCallback(): void {
        this.isRendered = true;
        this.showProblem();
    }

    /** Nothing is missing once there is a value, however empty the input for another one is. */
    get isMissing(): boolean {
        return this.required && this.values.length === 0;
    }

    get isChoices(): boolean {
        return this.kind === 'choices';
    }

    get isTags(): boolean {
        return this.kind === 'tags';
    }

    get takesAddresses(): boolean {
        return !this.isListed;
    }

    get chosen(): readonly string[] {
        return this.values.map(({ value }) => value);
    }

    get addLabel(): string {
        return formatLabel(ADD, this.label);
    }

    get pills(): readonly { name: string; label: string }[] {
        return this.values.map(({ value, label }) => ({ name: value, label }));
    }

    /** Options not chosen yet. */
    get openOptions(): readonly Choice[] {
        const chosen = new Set(this.values.map(({ value }) => value));
        return this.options.filter(({ value }) => !chosen.has(value));
    }

    handleRemove(event: CustomEvent<{ item: { name: string } }>): void {
        const { name } = event.detail.item;
        this.report(this.values.filter(({ value }) => value !== name));
    }

    handleOption(event: CustomEvent<{ value: string }>): void {
        this.add([this.options.find(({ value }) => value === event.detail.value) as Choice]);
    }

    handleFound(event: CustomEvent<Choice>): void {
        this.add([event.detail]);
    }

    handleText(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Enter') {
            event.preventDefault();
            this.addTags();
        }
    }

    handleLeave(): void {
        this.addTags();
    }

    /** A lookup shows it by itself. */
    private showProblem(): void {
        if (this.isChoices || this.isTags) {
            this.validity.show(this.refs?.input, this.problem);
        }
    }

    /** Zendesk takes blanks and commas as the end of a tag, and keeps tags in lower case. */
    private addTags(): void {
        const tags = this.text
            .toLowerCase()
            .split(/[\s,]+/)
            .filter(Boolean);
        this.text = '';
        this.add(tags.map((tag) => ({ value: tag, label: tag })));
    }

    private add(added: readonly Choice[]): void {
        const known = new Set(this.values.map(({ value }) => value));
        const fresh = added.filter(({ value }) => !known.has(value));
        if (fresh.length > 0) {
            this.report([...this.values, ...fresh]);
        }
    }

    private report(values: readonly Choice[]): void {
        this.dispatchEvent(new CustomEvent('valueschange', { detail: values }));
    }
}
