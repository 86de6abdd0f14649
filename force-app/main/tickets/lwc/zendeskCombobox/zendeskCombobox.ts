import { api, LightningElement } from 'lwc';

import CLEAR from '@salesforce/label/c.Zendesk_Lookup_Clear';
import PICK from '@salesforce/label/c.Zendesk_Lookup_Pick';
import REQUIRED from '@salesforce/label/c.Zendesk_Fields_Required';

import type { Choice } from 'c/zendeskConversationService';

interface Row extends Choice {
    readonly id: string;
    readonly index: number;
    readonly className: string;
    readonly isActive: 'true' | 'false';
}

const NOWHERE = -1;
const OPTION =
    'slds-media slds-media_center slds-listbox__option slds-listbox__option_entity' +
    ' slds-listbox__option_has-meta';
const COMBOBOX = 'slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click';

/**
 * An input with a list below it, as the lookups of Salesforce have. Holds no text of its own: fires
 * `type` with what is typed, `choose`, `clear` when what was chosen is taken away, and `leave`.
 * @see https://www.lightningdesignsystem.com/components/lookups/
 */
export default class ZendeskCombobox extends LightningElement {
    @api label!: string;
    @api help?: string;
    @api required = false;
    @api disabled = false;
    /** What is wrong with what is chosen. */
    @api problem?: string;
    @api placeholder = '';
    @api iconName!: string;
    @api text = '';
    @api options: readonly Choice[] = [];
    /** Said while there are options, and shown when there are none. */
    @api message = '';
    /** What is chosen, where only one is. */
    @api selection?: Choice;
    /** What is chosen can be replaced, but not taken away. */
    @api isKept = false;

    readonly labels = { clear: CLEAR, required: REQUIRED };

    private isOpen = false;
    private activeIndex = NOWHERE;
    /** What is chosen gives way to a search for something else. */
    private isReplacing = false;

    @api
    focus(): void {
        (this.refs?.input as HTMLElement | undefined)?.focus();
    }

    renderedCallback(): void {
        this.template?.querySelector('.slds-has-focus')?.scrollIntoView({ block: 'nearest' });
    }

    get isChosen(): boolean {
        return this.selection !== undefined && !this.isReplacing;
    }

    get shownText(): string {
        return this.isChosen ? (this.selection?.label ?? '') : this.text;
    }

    get rows(): readonly Row[] {
        return this.options.map((choice, index) => ({
            ...choice,
            id: `option-${index}`,
            index,
            className: index === this.activeIndex ? `${OPTION} slds-has-focus` : OPTION,
            isActive: index === this.activeIndex ? 'true' : 'false'
        }));
    }

    get isListShown(): boolean {
        return this.isOpen && this.options.length > 0;
    }

    get expanded(): 'true' | 'false' {
        return this.isListShown ? 'true' : 'false';
    }

    get activeId(): string | undefined {
        return this.isListShown ? this.rows[this.activeIndex]?.id : undefined;
    }

    /** A text is no choice, and must not be taken for one. */
    get isLeftOpen(): boolean {
        return this.text !== '' && !this.isOpen && !this.isChosen;
    }

    get invalid(): 'true' | 'false' {
        return this.isWrong ? 'true' : 'false';
    }

    get status(): string {
        return this.isOpen ? this.message : this.isLeftOpen ? PICK : '';
    }

    get statusClass(): string {
        return this.isListShown ? 'slds-assistive-text' : 'slds-form-element__help';
    }

    get elementClass(): string {
        return this.isWrong ? 'slds-form-element slds-has-error' : 'slds-form-element';
    }

    get containerClass(): string {
        const base = 'slds-combobox_container';
        return this.isChosen ? `${base} slds-has-selection` : base;
    }

    get comboboxClass(): string {
        return this.isListShown ? `${COMBOBOX} slds-is-open` : COMBOBOX;
    }

    get inputClass(): string {
        const base = 'slds-input slds-combobox__input';
        return this.isChosen ? `${base} slds-combobox__input-value` : base;
    }

    get iconsClass(): string {
        const sides = this.isChosen ? 'left-right' : 'right';
        return `slds-combobox__form-element slds-input-has-icon slds-input-has-icon_${sides}`;
    }

    handleInput(event: Event): void {
        event.stopPropagation();
        this.open();
        this.type((event.target as HTMLInputElement).value);
    }

    handleClick(): void {
        if (!this.isChosen && !this.disabled) {
            this.open();
        }
    }

    handleKeyDown(event: KeyboardEvent): void {
        switch (event.key) {
            case 'ArrowDown':
                return this.step(event, 1);
            case 'ArrowUp':
                return this.step(event, -1);
            case 'Enter':
                return this.enter(event);
            case 'Escape':
                return this.escape(event);
            case 'Backspace':
            case 'Delete':
                return this.isChosen ? this.clear(event) : undefined;
            default:
                return undefined;
        }
    }

    /** The cursor stays in the input while something is chosen by mouse. */
    handleMouseDown(event: Event): void {
        event.preventDefault();
    }

    handleOption(event: Event): void {
        this.choose(Number((event.currentTarget as HTMLElement).dataset.index));
    }

    handleClear(event: Event): void {
        this.clear(event);
    }

    handleBlur(): void {
        this.close();
        this.isReplacing = this.isReplacing && this.text !== '';
        this.dispatchEvent(new CustomEvent('leave'));
    }

    private get isWrong(): boolean {
        return this.isLeftOpen || Boolean(this.problem);
    }

    private open(): void {
        this.isOpen = true;
        this.activeIndex = NOWHERE;
    }

    private close(): void {
        this.isOpen = false;
        this.activeIndex = NOWHERE;
    }

    private type(text: string): void {
        this.dispatchEvent(new CustomEvent('type', { detail: text }));
    }

    private step(event: Event, by: number): void {
        event.preventDefault();
        const { length } = this.options;
        const start = by > 0 ? NOWHERE : length;
        const from = this.activeIndex === NOWHERE ? start : this.activeIndex;
        this.isOpen = !this.isChosen;
        this.activeIndex = length ? (from + by + length) % length : NOWHERE;
    }

    private enter(event: Event): void {
        if (this.isListShown) {
            event.preventDefault();
            this.choose(this.activeIndex);
        }
    }

    /** First the list, then the search; only then whatever is around. */
    private escape(event: Event): void {
        if (this.isListShown) {
            event.stopPropagation();
            this.close();
        } else if (this.text !== '' || this.isReplacing) {
            event.stopPropagation();
            this.isReplacing = false;
            this.type('');
        }
    }

    private choose(index: number): void {
        const choice = this.options[index];
        if (choice) {
            this.close();
            this.isReplacing = false;
            this.dispatchEvent(new CustomEvent<Choice>('choose', { detail: choice }));
        }
    }

    private clear(event: Event): void {
        event.preventDefault();
        this.focus();
        this.isReplacing = this.isKept;
        if (!this.isKept) {
            this.dispatchEvent(new CustomEvent('clear'));
        }
    }
}
