import { api, LightningElement } from 'lwc';
import sanitizeHTML from 'lightning/purifyLib';
import { text } from 'shell/texts';
import { TOOLBAR } from './toolbar.ts';

const EMPTY = /^(<(p|div|br)\s*\/?>|<\/(p|div)>|\s)*$/;

/** A rich text editor with the contract of the platform's: value and `change` carry HTML. */
export default class InputRichText extends LightningElement {
    @api label = '';
    @api labelVisible = false;
    @api placeholder = '';
    @api disabled = false;
    @api required = false;
    @api messageWhenBadInput = '';
    @api formats: readonly string[] | null = null;
    html = '';
    isValid = true;
    #isDrawn = false;

    @api
    get value(): string {
        return this.html;
    }

    set value(value: string | null | undefined) {
        const html = value ?? '';
        if (html === this.html) return;
        this.html = html;
        this.#draw();
    }

    @api
    get valid(): boolean {
        return this.isValid;
    }

    set valid(value: boolean) {
        this.isValid = value;
    }

    @api
    focus(): void {
        this.editor?.focus();
    }

    @api
    blur(): void {
        this.editor?.blur();
    }

    override renderedCallback(): void {
        if (this.#isDrawn || !this.editor) return;
        this.#isDrawn = true;
        document.execCommand('defaultParagraphSeparator', false, 'p');
        this.#draw();
    }

    get groups() {
        const offered = ({ format }: { format: string }) =>
            this.formats === null || this.formats.includes(format);
        return TOOLBAR.map((buttons, index) => ({
            key: String(index),
            buttons: buttons
                .filter(offered)
                .map((button) => ({ ...button, label: text(button.text) }))
        })).filter(({ buttons }) => buttons.length > 0);
    }

    get formClass(): string {
        return `slds-form-element${this.isInvalid ? ' slds-has-error' : ''}`;
    }

    get labelClass(): string {
        return this.labelVisible ? 'slds-form-element__label' : 'slds-assistive-text';
    }

    get isInvalid(): boolean {
        return !this.isValid && this.messageWhenBadInput !== '';
    }

    get editable(): string {
        return String(!this.disabled);
    }

    get ariaRequired(): string {
        return String(this.required);
    }

    get ariaInvalid(): string {
        return String(!this.isValid);
    }

    /** Keeps the selection in the editor while a button is pressed. */
    handleMouseDown(event: Event): void {
        event.preventDefault();
    }

    handleCommand(event: Event): void {
        const { command = '' } = (event.currentTarget as HTMLElement).dataset;
        this.focus();
        document.execCommand(command);
        this.handleInput();
    }

    handleInput(): void {
        const html = this.editor?.innerHTML ?? '';
        this.html = EMPTY.test(html) ? '' : html;
        this.dispatchEvent(new CustomEvent('change', { detail: { value: this.html } }));
    }

    handlePaste(event: ClipboardEvent): void {
        event.preventDefault();
        const html = event.clipboardData?.getData('text/html');
        if (html) document.execCommand('insertHTML', false, sanitizeHTML(html));
        else document.execCommand('insertText', false, event.clipboardData?.getData('text/plain'));
    }

    handleFocus(): void {
        this.dispatchEvent(new CustomEvent('focus'));
    }

    handleBlur(): void {
        this.dispatchEvent(new CustomEvent('blur'));
    }

    #draw(): void {
        const editor = this.editor;
        if (editor && editor.innerHTML !== this.html) editor.innerHTML = sanitizeHTML(this.html);
    }

    get editor(): HTMLElement | undefined {
        return this.refs?.['editor'] as HTMLElement | undefined;
    }
}
