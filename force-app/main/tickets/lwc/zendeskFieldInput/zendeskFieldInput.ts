import { api, LightningElement } from 'lwc';

import NONE from '@salesforce/label/c.Zendesk_Value_None';

import { numbers } from 'c/zendeskNumbers';

import type { Choice, FieldValue } from 'c/zendeskConversationService';
import type { FieldView, InputKind } from 'c/zendeskFieldViews';

interface Validated {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

/** Types of the input in which a value is typed or ticked. */
const INPUT_TYPES: Readonly<Partial<Record<InputKind, string>>> = {
    text: 'text',
    number: 'text',
    checkbox: 'checkbox',
    date: 'date'
};

/** What Zendesk never leaves empty, by type. */
const KEPT: readonly string[] = [
    'brand',
    'custom_status',
    'form',
    'organization',
    'requester',
    'status'
];

/**
 * One field of a ticket to enter. Fires `fieldchange` with its value, and `choicesneeded` with its key
 * before one is chosen.
 */
export default class ZendeskFieldInput extends LightningElement {
    @api recordId!: string;
    @api field!: FieldView;

    private shownProblem = '';
    /** A number as the user is typing it, where Zendesk's might be written otherwise. */
    private typed = '';

    /** Puts the cursor where the value is entered. */
    @api
    focus(): void {
        (this.refs?.input as HTMLElement | undefined)?.focus();
    }

    renderedCallback(): void {
        const problem = this.field.problem ?? '';
        const input = this.refs?.input as unknown as Validated | undefined;
        if (problem !== this.shownProblem && input?.setCustomValidity) {
            this.shownProblem = problem;
            input.setCustomValidity(problem);
            input.reportValidity();
        }
    }

    get isInput(): boolean {
        return this.field.input in INPUT_TYPES;
    }

    get isTextarea(): boolean {
        return this.field.input === 'textarea';
    }

    get isChoice(): boolean {
        return this.field.input === 'choice';
    }

    get isLookup(): boolean {
        return this.field.input === 'lookup';
    }

    get isSeveral(): boolean {
        return ['choices', 'tags', 'people'].includes(this.field.input);
    }

    get isKept(): boolean {
        return KEPT.includes(this.field.type);
    }

    /** What the base components have in common. */
    get properties(): Readonly<Record<string, unknown>> {
        const { title, text, help, isRequired, input } = this.field;
        const value = input === 'number' ? this.typedNumber : text;
        return {
            label: title,
            fieldLevelHelp: help,
            required: isRequired,
            ...(this.isInput && { type: INPUT_TYPES[input] }),
            ...(input === 'checkbox' ? { checked: text === 'true' } : { value })
        };
    }

    /** To what a lookup points. */
    get selection(): Choice | undefined {
        const { text, display } = this.field;
        return text ? { value: text, label: display } : undefined;
    }

    /** A value can be taken away, unless it is kept. */
    get options(): readonly Choice[] {
        const { options, text } = this.field;
        const known = options.some(({ value }) => value === text) || text === '';
        const current = known ? [] : [{ value: text, label: this.field.display }];
        return [...(this.isKept ? [] : [{ value: '', label: NONE }]), ...current, ...options];
    }

    handleFocus(): void {
        this.dispatchEvent(new CustomEvent('choicesneeded', { detail: this.field.key }));
    }

    handleChange(event: CustomEvent<{ value?: string | null; checked?: boolean }>): void {
        const { value, checked } = event.detail;
        switch (this.field.input) {
            case 'checkbox':
                return this.report({ text: String(checked) });
            case 'number':
                this.typed = value ?? '';
                return this.report({ text: numbers.read(this.typed) });
            default:
                return this.report({ text: value ?? '' });
        }
    }

    handleChoose(event: CustomEvent<Choice>): void {
        this.report({ text: event.detail.value }, [event.detail]);
    }

    handleClear(): void {
        this.report({ text: '' });
    }

    handleValues(event: CustomEvent<readonly Choice[]>): void {
        const chosen = event.detail;
        this.report({ values: chosen.map(({ value }) => value) }, chosen);
    }

    private get typedNumber(): string {
        const { text } = this.field;
        return numbers.read(this.typed) === text ? this.typed : numbers.write(text);
    }

    /** Names go along, so that what was chosen need not be asked for again. */
    private report(value: Partial<FieldValue>, names: readonly Choice[] = []): void {
        const { key, type } = this.field;
        this.dispatchEvent(
            new CustomEvent('fieldchange', { detail: { value: { key, type, ...value }, names } })
        );
    }
}
