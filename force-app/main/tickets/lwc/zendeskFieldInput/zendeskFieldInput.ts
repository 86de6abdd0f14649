import { api, LightningElement } from 'lwc';

import NONE from '@salesforce/label/c.Zendesk_Value_None';

import type { Choice, FieldValue } from 'c/zendeskConversationService';
import type { FieldView } from 'c/zendeskFieldViews';

interface Validated {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

/**
 * One field of a ticket to enter. Fires `fieldchange` with its value, and `choicesneeded` with its key
 * before one is chosen.
 */
export default class ZendeskFieldInput extends LightningElement {
    @api recordId!: string;
    @api field!: FieldView;

    private shownProblem = '';

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

    get isText(): boolean {
        return this.field.input === 'text' || this.field.input === 'number';
    }

    get isTextarea(): boolean {
        return this.field.input === 'textarea';
    }

    get isCheckbox(): boolean {
        return this.field.input === 'checkbox';
    }

    get isDate(): boolean {
        return this.field.input === 'date';
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

    get isTicked(): boolean {
        return this.field.text === 'true';
    }

    /** A value can be taken away, except for what Zendesk never leaves empty. */
    get options(): readonly Choice[] {
        const { options, type, text } = this.field;
        const isKept = ['status', 'custom_status', 'form', 'brand'].includes(type);
        const known = options.some(({ value }) => value === text) || text === '';
        const current = known ? [] : [{ value: text, label: this.field.display }];
        return [...(isKept ? [] : [{ value: '', label: NONE }]), ...current, ...options];
    }

    get lookupPills(): readonly { name: string; label: string }[] {
        const { text, display } = this.field;
        return text ? [{ name: text, label: display }] : [];
    }

    handleFocus(): void {
        this.dispatchEvent(new CustomEvent('choicesneeded', { detail: this.field.key }));
    }

    handleText(event: CustomEvent<{ value: string | null }>): void {
        this.report({ text: event.detail.value ?? '' });
    }

    handleTick(event: CustomEvent<{ checked: boolean }>): void {
        this.report({ text: String(event.detail.checked) });
    }

    handleSeveral(event: CustomEvent<readonly Choice[]>): void {
        this.report({ values: event.detail.map(({ value }) => value) }, event.detail);
    }

    handleFound(event: CustomEvent<Choice>): void {
        this.report({ text: event.detail.value }, [event.detail]);
    }

    handleClear(): void {
        this.report({ text: '' });
    }

    /** Names go along, so that what was chosen need not be asked for again. */
    private report(value: Partial<FieldValue>, names: readonly Choice[] = []): void {
        const { key, type } = this.field;
        this.dispatchEvent(
            new CustomEvent('fieldchange', { detail: { value: { key, type, ...value }, names } })
        );
    }
}
