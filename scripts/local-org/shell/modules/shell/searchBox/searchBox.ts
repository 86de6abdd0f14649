import { LightningElement } from 'lwc';
import { messageOf, request } from 'shell/http';
import { recordUrl } from 'shell/router';
import { texts } from 'shell/texts';

interface Hit {
    readonly id: string;
    readonly name: string;
    readonly objectApiName: string;
    readonly label: string;
    readonly icon: string;
}

const SHORTEST = 2;
const PAUSE_MS = 200;

/** Global search by name, with suggestions while typing. */
export default class SearchBox extends LightningElement {
    texts = texts;
    message = '';
    hits: readonly (Hit & { readonly url: string })[] | null = null;
    #timer: ReturnType<typeof setTimeout> | undefined;

    get isOpen(): string {
        return this.hits ? 'true' : 'false';
    }

    get boxClass(): string {
        const open = this.hits ? ' slds-is-open' : '';
        return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click slds-global-search${open}`;
    }

    handleInput(event: Event): void {
        const term = (event.target as HTMLInputElement).value.trim();
        clearTimeout(this.#timer);
        if (term.length < SHORTEST) this.hits = null;
        else this.#timer = setTimeout(() => void this.#search(term), PAUSE_MS);
    }

    handleKey(event: KeyboardEvent): void {
        const [first] = this.suggestions;
        if (event.key === 'Enter') first?.click();
        else this.#move(event, -1);
    }

    handleOptionKey(event: KeyboardEvent): void {
        this.#move(event, this.suggestions.indexOf(event.currentTarget as HTMLElement));
    }

    /** Arrows go through the suggestions and back to the input; Escape closes them. */
    #move(event: KeyboardEvent, from: number): void {
        const step = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = step === 0 ? undefined : this.suggestions[from + step];
        if (step === 0) this.hits = null;
        (next ?? (this.refs?.['input'] as HTMLElement | undefined))?.focus();
    }

    get suggestions(): readonly HTMLElement[] {
        return [...(this.template?.querySelectorAll<HTMLElement>('a[role=option]') ?? [])];
    }

    /** Leaves a click on a suggestion the time to happen. */
    handleBlur(): void {
        setTimeout(() => {
            if (!this.template?.activeElement) this.hits = null;
        }, PAUSE_MS);
    }

    handlePick(): void {
        this.hits = null;
        (this.refs?.['input'] as HTMLInputElement).value = '';
    }

    async #search(term: string): Promise<void> {
        try {
            const found = (await request(`/_shell/search?q=${encodeURIComponent(term)}`)) as Hit[];
            this.hits = found.map((hit) => ({ ...hit, url: recordUrl(hit.objectApiName, hit.id) }));
            this.message = found.length === 0 ? texts.noItems : '';
        } catch (error) {
            this.hits = [];
            this.message = messageOf(error);
        }
    }
}
