import { api, LightningElement } from 'lwc';

import AGENT_FIRST from '@salesforce/label/c.Zendesk_Detail_AgentFirst';
import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import DETAILS from '@salesforce/label/c.Zendesk_Detail_Fields';
import SAVE from '@salesforce/label/c.Zendesk_Button_Save';
import SAVING from '@salesforce/label/c.Zendesk_Detail_Saving';

import type { FieldView } from 'c/zendeskFieldViews';

/** Where the fields are read and entered. */
interface Fields {
    focus(): void;
    close(): void;
    closeAside(): void;
}

/**
 * The fields of an open ticket, with Save and Cancel as soon as one is opened. Fires `save`,
 * `cancel`, and `agentwanted` when the user goes to link one, and passes on what `c-zendesk-ticket-fields` tells.
 */
export default class ZendeskTicketFacts extends LightningElement {
    @api recordId!: string;
    @api fields: readonly FieldView[] = [];
    @api mayEdit = false;
    /** Whether there is anything to save. */
    @api hasChanges = false;
    @api isSaving = false;
    /** Whether saving takes an agent first; the invitation may be out of sight. */
    @api isAgentMissing = false;

    readonly labels = {
        agentFirst: AGENT_FIRST,
        cancel: CANCEL,
        details: DETAILS,
        save: SAVE,
        saving: SAVING
    };

    private isOpen = false;

    @api
    focus(): void {
        this.place?.focus();
    }

    /** Back to reading. The cursor stays among the fields, but whoever is elsewhere is left alone. */
    @api
    close(): void {
        if (this.template?.activeElement) {
            this.place?.close();
        } else {
            this.place?.closeAside();
        }
    }

    get isEditing(): boolean {
        const isWrong = this.fields.some(({ problem }) => problem !== undefined);
        return this.mayEdit && (this.isOpen || isWrong || this.hasChanges);
    }

    handleOpenChange(event: CustomEvent<boolean>): void {
        this.isOpen = event.detail;
        this.passOn(event);
    }

    handleTold(event: CustomEvent): void {
        this.passOn(event);
    }

    /** A field that is left may grow, and the button would be gone from under the pointer. */
    handleMouseDown(event: Event): void {
        event.preventDefault();
    }

    /**
     * What was typed last counts: a field takes it when it is left. The buttons stay enabled while it is
     * being saved: one that is disabled loses the focus.
     */
    handleSave(event: Event): void {
        (event.currentTarget as HTMLElement).focus();
        if (!this.isSaving) {
            this.dispatchEvent(new CustomEvent('save'));
        }
    }

    handleCancel(event: Event): void {
        (event.currentTarget as HTMLElement).focus();
        if (!this.isSaving) {
            this.dispatchEvent(new CustomEvent('cancel'));
        }
    }

    handleAgentWanted(): void {
        this.dispatchEvent(new CustomEvent('agentwanted'));
    }

    private passOn({ type, detail }: CustomEvent): void {
        this.dispatchEvent(new CustomEvent(type, { detail }));
    }

    private get place(): Fields | undefined {
        return this.refs?.fields as unknown as Fields | undefined;
    }
}
