import { api, LightningElement } from 'lwc';

import APPLY from '@salesforce/label/c.Zendesk_Macro_Apply';
import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import CHANGES from '@salesforce/label/c.Zendesk_Macro_Changes';
import CHOOSE from '@salesforce/label/c.Zendesk_Macro_Choose';
import CLEARED from '@salesforce/label/c.Zendesk_History_Cleared';
import COMMENT from '@salesforce/label/c.Zendesk_Macro_Comment';
import EMPTY from '@salesforce/label/c.Zendesk_Macro_None';
import LOADING from '@salesforce/label/c.Zendesk_Macro_Loading';
import OPEN from '@salesforce/label/c.Zendesk_Macro_Open';
import SET from '@salesforce/label/c.Zendesk_History_Set';

import { listMacros, previewMacro } from 'c/zendeskChoiceService';
import { toProblem } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';

import type { Choice, FieldValue } from 'c/zendeskConversationService';
import type { Macro } from 'c/zendeskChoiceService';
import type { Problem } from 'c/zendeskErrors';

/** A value as a reader sees it. */
export interface DescribedValue {
    readonly key: string;
    readonly title: string;
    readonly display: string;
}

/** Macros: the list, what one would do, and putting it into the draft. Fires `apply` with the macro. */
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
        loading: LOADING,
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
    private ask?: () => Promise<void>;

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

    get cannotApply(): boolean {
        return this.macro === undefined || this.isLoading;
    }

    handleOpen(): void {
        this.isOpen = true;
        this.isFocusDue = true;
        this.load(async () => {
            this.macros = await listMacros(this.recordId);
        });
    }

    handleChoose(event: CustomEvent<{ value: string }>): void {
        this.macroId = event.detail.value;
        this.macro = undefined;
        this.load(async () => {
            this.macro = await previewMacro(this.recordId, this.ticketId, this.macroId);
        });
    }

    handleRetry(): void {
        if (this.ask) {
            this.isFocusDue = true;
            this.load(this.ask);
        }
    }

    handleApply(): void {
        this.dispatchEvent(new CustomEvent('apply', { detail: this.macro }));
        this.close();
    }

    handleCancel(): void {
        this.close();
    }

    private close(): void {
        this.isOpen = false;
        this.isFocusDue = true;
        this.macro = undefined;
        this.macroId = '';
    }

    private async load(ask: () => Promise<void>): Promise<void> {
        this.ask = ask;
        this.isLoading = true;
        this.problem = undefined;
        try {
            await ask();
        } catch (error) {
            this.problem = toProblem(error);
        }
        this.isLoading = false;
    }
}
