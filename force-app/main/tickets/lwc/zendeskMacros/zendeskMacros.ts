import { api, LightningElement } from 'lwc';

import APPLY from '@salesforce/label/c.Zendesk_Macro_Apply';
import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import CHANGES from '@salesforce/label/c.Zendesk_Macro_Changes';
import CHOOSE from '@salesforce/label/c.Zendesk_Macro_Choose';
import CLEARED from '@salesforce/label/c.Zendesk_History_Cleared';
import COMMENT from '@salesforce/label/c.Zendesk_Macro_Comment';
import EMPTY from '@salesforce/label/c.Zendesk_Macro_None';
import NO_IMAGES from '@salesforce/label/c.Zendesk_Macro_NoImages';
import LIMITS from '@salesforce/label/c.Zendesk_Macro_Limits';
import LOADING from '@salesforce/label/c.Zendesk_Macro_Loading';
import OPEN from '@salesforce/label/c.Zendesk_Macro_Open';
import SET from '@salesforce/label/c.Zendesk_History_Set';

import { listMacros, previewMacro } from 'c/zendeskChoiceService';
import { needsAgent, toProblem } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';

import type { Choice, FieldValue } from 'c/zendeskConversationService';
import type { Macro } from 'c/zendeskChoiceService';
import type { Problem } from 'c/zendeskErrors';

/** What Zendesk was asked for. */
interface Found {
    readonly macros?: readonly Choice[];
    readonly macro?: Macro;
}

/** A value as a reader sees it. */
export interface DescribedValue {
    readonly key: string;
    readonly title: string;
    readonly display: string;
}

/**
 * Macros: the list, what one would do, and putting it into the draft. They are those of the user's own
 * agent, so whoever has linked none is invited to. Fires `apply` with the macro, and `linked`.
 */
export default class ZendeskMacros extends LightningElement {
    @api recordId!: string;
    @api ticketId!: string;
    /** Puts values into words. */
    @api describe!: (values: readonly FieldValue[]) => readonly DescribedValue[];

    readonly labels = {
        apply: APPLY,
        cancel: CANCEL,
        changes: CHANGES,
        choose: CHOOSE,
        comment: COMMENT,
        empty: EMPTY,
        limits: LIMITS,
        loading: LOADING,
        noImages: NO_IMAGES,
        open: OPEN
    };

    isOpen = false;
    isLoading = false;
    macros: readonly Choice[] = [];
    macro?: Macro;
    macroId = '';
    problem?: Problem;

    /** What was pressed gave way to something else, on which the user goes on. */
    private isFocusDue = false;
    /** What was asked for last. */
    private ask?: () => Promise<Found>;

    renderedCallback(): void {
        if (this.isFocusDue) {
            this.isFocusDue = false;
            const place = this.refs?.panel ?? this.refs?.opener;
            (place as HTMLElement | undefined)?.focus();
        }
    }

    get isClosed(): boolean {
        return !this.isOpen;
    }

    get isAgentMissing(): boolean {
        return this.problem !== undefined && needsAgent(this.problem);
    }

    get isEmpty(): boolean {
        return !this.isLoading && this.macros.length === 0;
    }

    get changes(): readonly { readonly key: string; readonly text: string }[] {
        const described = this.macro ? this.describe(this.macro.values) : [];
        return described.map(({ key, title, display }) => ({
            key,
            text: display ? formatLabel(SET, title, display) : formatLabel(CLEARED, title)
        }));
    }

    get hasChanges(): boolean {
        return this.changes.length > 0;
    }

    /** The editor takes text alone. */
    get hasImages(): boolean {
        return /<img\b/i.test(this.macro?.commentHtml ?? '');
    }

    get cannotApply(): boolean {
        return this.macro === undefined || this.isLoading;
    }

    handleOpen(): void {
        this.isOpen = true;
        this.isFocusDue = true;
        this.load(async () => ({ macros: await listMacros(this.recordId) }));
    }

    handleChoose(event: CustomEvent<{ value: string }>): void {
        this.macroId = event.detail.value;
        this.macro = undefined;
        const { recordId, ticketId, macroId } = this;
        this.load(async () => ({ macro: await previewMacro(recordId, ticketId, macroId) }));
    }

    handleRetry(): void {
        if (this.ask) {
            this.isFocusDue = true;
            this.load(this.ask);
        }
    }

    handleLinked(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('linked', { detail: event.detail }));
        this.handleRetry();
    }

    handleApply(): void {
        this.dispatchEvent(new CustomEvent('apply', { detail: this.macro }));
        this.close();
    }

    handleCancel(): void {
        this.close();
    }

    /** An open list takes Escape for itself. */
    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.close();
        }
    }

    private close(): void {
        this.isOpen = false;
        this.isFocusDue = true;
        this.ask = undefined;
        this.macro = undefined;
        this.macroId = '';
    }

    private async load(ask: () => Promise<Found>): Promise<void> {
        this.ask = ask;
        this.isLoading = true;
        this.problem = undefined;
        const [found, problem] = await outcomeOf(ask);
        if (this.ask === ask) {
            this.macros = found.macros ?? this.macros;
            this.macro = found.macro;
            this.problem = problem;
            this.isLoading = false;
        }
    }
}

async function outcomeOf(ask: () => Promise<Found>): Promise<readonly [Found, Problem?]> {
    try {
        return [await ask()];
    } catch (error) {
        return [{}, toProblem(error)];
    }
}
