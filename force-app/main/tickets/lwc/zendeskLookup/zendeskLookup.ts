import { api, LightningElement } from 'lwc';

import ADDRESS from '@salesforce/label/c.Zendesk_Lookup_Address';
import FOUND from '@salesforce/label/c.Zendesk_Lookup_Found';
import NOTHING from '@salesforce/label/c.Zendesk_Lookup_Nothing';
import SEARCH from '@salesforce/label/c.Zendesk_Lookup_Search';
import SEARCHING from '@salesforce/label/c.Zendesk_Lookup_Searching';

import { findTargets } from 'c/zendeskChoiceService';
import { formatLabel } from 'c/zendeskFormats';
import { Questions } from 'c/zendeskQuestions';
import { TypingPause } from 'c/zendeskTyping';

import type { Choice } from 'c/zendeskConversationService';

const SHORTEST_TEXT = 2;
const ADDRESS_FORM = /^[^@\s,<>]+@[^@\s,<>]+\.[^@\s,<>.]+$/;
const ICONS: Readonly<Record<string, string>> = {
    assignee: 'standard:user',
    problem: 'standard:case',
    'zen:organization': 'standard:account',
    'zen:user': 'standard:user'
};

/**
 * Finds one of the people or things of Zendesk: what is offered comes first, after it what Zendesk finds
 * by the text. Fires `choose`, and `clear` when what was chosen is taken away.
 */
export default class ZendeskLookup extends LightningElement {
    @api recordId!: string;
    @api label!: string;
    @api help?: string;
    @api required = false;
    @api disabled = false;
    /** What is wrong with what is chosen. */
    @api problem?: string;
    @api placeholder = SEARCH;
    /** Of what kind they are, e.g. `zen:user`. */
    @api target!: string;
    /** What is offered before anything is typed. */
    @api options: readonly Choice[] = [];
    /** Whether there are no others, so that Zendesk need not be asked. */
    @api isComplete = false;
    /** Values that are chosen already, where several are. */
    @api excluded: readonly string[] = [];
    /** What is chosen, where only one is. */
    @api selection?: Choice;
    /** What is chosen can be replaced, but not taken away. */
    @api isKept = false;
    /** The address of somebody whom Zendesk does not know will do. */
    @api takesAddresses = false;

    text = '';

    private found: readonly Choice[] = [];
    private isSearching = false;
    private searchProblem = '';
    private readonly typing = new TypingPause();
    private readonly questions = new Questions();

    /** Puts the cursor where a name is typed. */
    @api
    focus(): void {
        (this.refs?.combobox as HTMLElement | undefined)?.focus();
    }

    disconnectedCallback(): void {
        this.typing.cancel();
    }

    get iconName(): string {
        const [kind = ''] = /^assignee/.exec(this.target) ?? [this.target];
        return ICONS[kind] ?? 'standard:record';
    }

    /** Nobody twice, nobody who is chosen already; an address of somebody unknown comes last. */
    get offered(): readonly Choice[] {
        const known = [...matching(this.options, this.text), ...this.found];
        const chosen = new Set([...this.excluded, this.selection?.value]);
        const free = known.filter(({ value }) => !chosen.has(value));
        const once = new Map(free.map((choice) => [choice.value, choice]));
        return [...once.values(), ...this.unknownAddress(known)];
    }

    get message(): string {
        if (this.isSearching || this.searchProblem) {
            return this.isSearching ? SEARCHING : this.searchProblem;
        }
        const { length } = this.offered;
        const isAsked = this.isComplete ? this.text !== '' : this.isLongEnough;
        return length > 0 ? formatLabel(FOUND, length) : isAsked ? NOTHING : '';
    }

    handleType(event: CustomEvent<string>): void {
        this.search(event.detail);
    }

    handleChoose(event: CustomEvent<Choice>): void {
        this.choose(event.detail);
    }

    handleClear(): void {
        this.dispatchEvent(new CustomEvent('clear'));
    }

    /** Whoever wrote a whole address meant it. */
    handleLeave(): void {
        const address = this.text.trim();
        if (this.takesAddresses && ADDRESS_FORM.test(address)) {
            const known = this.offered.find((choice) => isOf(choice, address));
            this.choose(known ?? { value: address, label: address });
        }
    }

    private get isLongEnough(): boolean {
        return this.text.trim().length >= SHORTEST_TEXT;
    }

    private choose({ value, label }: Choice): void {
        this.search('');
        this.dispatchEvent(new CustomEvent<Choice>('choose', { detail: { value, label } }));
    }

    private unknownAddress(known: readonly Choice[]): readonly Choice[] {
        const address = this.text.trim();
        const isNeeded = this.takesAddresses && ADDRESS_FORM.test(address) && !this.isSearching;
        const isKnown = known.some((choice) => isOf(choice, address));
        return isNeeded && !isKnown ? [{ value: address, label: address, detail: ADDRESS }] : [];
    }

    private search(text: string): void {
        this.text = text;
        this.found = [];
        this.searchProblem = '';
        this.questions.renew();
        this.typing.cancel();
        this.isSearching = this.isLongEnough && !this.isComplete;
        if (this.isSearching) {
            this.typing.afterwards(() => this.ask());
        }
    }

    private async ask(): Promise<void> {
        const { recordId, target, text } = this;
        const came = await this.questions.ask(findTargets(recordId, target, text.trim()));
        if (came) {
            this.isSearching = false;
            this.found = came.answer ?? [];
            this.searchProblem = came.problem?.message ?? '';
        }
    }
}

function isOf({ detail }: Choice, address: string): boolean {
    return detail?.toLowerCase() === address.toLowerCase();
}

/** Case and accents don't count. */
function matching(options: readonly Choice[], text: string): readonly Choice[] {
    const wanted = plain(text.trim());
    return options.filter(({ label, detail = '' }) => plain(`${label} ${detail}`).includes(wanted));
}

function plain(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
