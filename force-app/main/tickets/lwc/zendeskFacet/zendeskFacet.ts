import { api, LightningElement } from 'lwc';

import ANY from '@salesforce/label/c.Zendesk_Facet_Any';
import CHOSEN from '@salesforce/label/c.Zendesk_Facet_Chosen';
import FIND from '@salesforce/label/c.Zendesk_Facet_Find';
import NOTHING from '@salesforce/label/c.Zendesk_Facet_Nothing';

import { formatLabel } from 'c/zendeskFormats';
import { TypingPause } from 'c/zendeskTyping';

import type { FacetOption } from 'c/zendeskStatusFilter';

interface TickedOption extends FacetOption {
    readonly isChosen: boolean;
}

interface Group {
    readonly name: string;
    /** Not where the name would stand above an option of the same name. */
    readonly isTitled: boolean;
    readonly options: readonly TickedOption[];
}

/** From so many options on, they can be searched. */
const LONG = 10;
/** Zendesk refuses to search by less. */
const SHORTEST_TEXT = 2;

/**
 * Several values of one property, chosen from a list that drops down. Fires `choose` with the values, and
 * `find` with what is typed when there are more options than these.
 */
export default class ZendeskFacet extends LightningElement {
    @api label!: string;
    @api options: readonly FacetOption[] = [];
    @api values: readonly string[] = [];
    /** Whether there are more options, to be found by what is typed. */
    @api hasMore = false;
    /** What to know about finding them. */
    @api hint?: string;

    isOpen = false;
    typed = '';

    readonly labels = { nothing: NOTHING };

    private readonly typing = new TypingPause();

    disconnectedCallback(): void {
        this.typing.cancel();
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    get summary(): string {
        const [first, ...others] = this.values;
        if (first === undefined) {
            return ANY;
        }
        const label = this.options.find(({ value }) => value === first)?.label ?? `#${first}`;
        return others.length ? formatLabel(CHOSEN, this.values.length) : label;
    }

    get isLong(): boolean {
        return this.hasMore || this.options.length > LONG;
    }

    get findLabel(): string {
        return formatLabel(FIND, this.label);
    }

    get groups(): readonly Group[] {
        const found = this.found;
        return [...new Set(found.map(({ group }) => group))].map((name) => {
            const options = found.filter(({ group }) => group === name);
            return {
                name: name ?? this.label,
                isTitled: name !== undefined && options.some(({ label }) => label !== name),
                options: options.map((option) => this.ticked(option))
            };
        });
    }

    get isNothingFound(): boolean {
        return this.found.length === 0;
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
        this.typed = '';
    }

    handleFind(event: CustomEvent<{ value: string }>): void {
        this.typed = event.detail.value;
        this.typing.cancel();
        const detail = this.typed.trim();
        if (this.hasMore && detail.length >= SHORTEST_TEXT) {
            this.typing.afterwards(() => this.dispatchEvent(new CustomEvent('find', { detail })));
        }
    }

    handleChoice(event: Event): void {
        event.stopPropagation();
        const { checked, dataset } = event.currentTarget as HTMLInputElement;
        const value = dataset.value as string;
        const others = this.values.filter((other) => other !== value);
        const detail = checked ? [...others, value] : others;
        this.dispatchEvent(new CustomEvent('choose', { detail }));
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape' && this.isOpen) {
            event.stopPropagation();
            this.isOpen = false;
            (this.refs?.opener as HTMLElement).focus();
        }
    }

    /** A press between the options must not take the cursor away, which would close the list. */
    handleMouseDown(event: Event): void {
        const { tagName } = event.target as HTMLElement;
        if (!['INPUT', 'LIGHTNING-INPUT'].includes(tagName)) {
            event.preventDefault();
        }
    }

    handleFocusOut(event: FocusEvent): void {
        const next = event.relatedTarget as Node | null;
        if (!next || !this.template?.contains(next)) {
            this.isOpen = false;
        }
    }

    private ticked(option: FacetOption): TickedOption {
        return { ...option, isChosen: this.values.includes(option.value) };
    }

    private get found(): readonly FacetOption[] {
        const words = this.typed.toLocaleLowerCase().split(/\s+/);
        return this.options.filter(({ label }) => {
            const text = label.toLocaleLowerCase();
            return words.every((word) => text.includes(word));
        });
    }
}
