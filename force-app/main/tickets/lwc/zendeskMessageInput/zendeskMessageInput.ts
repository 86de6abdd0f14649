import { api, LightningElement } from 'lwc';

import INTERNAL from '@salesforce/label/c.Zendesk_Reply_Internal';
import INTERNAL_HINT from '@salesforce/label/c.Zendesk_Reply_InternalHint';
import KIND from '@salesforce/label/c.Zendesk_Reply_Kind';
import PUBLIC from '@salesforce/label/c.Zendesk_Reply_Public';
import PUBLIC_HINT from '@salesforce/label/c.Zendesk_Reply_PublicHint';

import { textFault } from 'c/zendeskRichText';
import { EMPTY_DRAFT, WRITING_FORMATS } from 'c/zendeskTicketDrafts';

import type { Choice, TicketRights } from 'c/zendeskConversationService';
import type { Upload } from 'c/zendeskAttachmentService';
import type { TicketDraft } from 'c/zendeskTicketDrafts';

/** What takes files. */
interface Picker {
    add(files: readonly File[]): void;
    retry(): void;
}

const PUBLIC_VALUE = 'public';
const INTERNAL_VALUE = 'internal';

/**
 * A text for a ticket, who can read it, and its files, which can be dropped and pasted anywhere here.
 * Holds nothing itself: fires `draftchange` with the parts of the draft that changed, `uploading` with
 * the names of files still to be handed over, and `agentneeded` when that takes an agent.
 */
export default class ZendeskMessageInput extends LightningElement {
    @api recordId!: string;
    /** None for a new ticket. */
    @api ticketId?: string;
    @api label!: string;
    @api draft: TicketDraft = EMPTY_DRAFT;
    @api
    get rights(): TicketRights {
        return this.currentRights as TicketRights;
    }
    set rights(value: TicketRights) {
        const isLinkedNow = this.currentRights?.isAgentLinked === false && value.isAgentLinked;
        this.currentRights = value;
        if (isLinkedNow) {
            this.picker?.retry();
        }
    }
    @api required = false;
    @api disabled = false;
    /** What is wrong with the text. */
    @api problem?: string;

    /** Puts the cursor where the text is written. */
    @api
    focus(): void {
        (this.refs?.text as HTMLElement | undefined)?.focus();
    }

    isDraggedOver = false;

    private currentRights?: TicketRights;

    readonly formats = WRITING_FORMATS;
    readonly labels = { kind: KIND };

    get className(): string {
        return this.isDraggedOver ? 'dropzone dropzone_over' : 'dropzone';
    }

    /** What is wrong, as soon as it is. */
    get shownProblem(): string | undefined {
        return textFault(this.draft.html) ?? this.problem;
    }

    get isValid(): boolean {
        return !this.shownProblem;
    }

    get kinds(): readonly Choice[] {
        const { mayCommentPublicly, seesInternalNotes } = this.rights;
        return [
            ...(mayCommentPublicly ? [{ value: PUBLIC_VALUE, label: PUBLIC }] : []),
            ...(seesInternalNotes ? [{ value: INTERNAL_VALUE, label: INTERNAL }] : [])
        ];
    }

    /** Files are handed over by one's own agent. */
    get mayAttach(): boolean {
        return !this.rights.writesSignedNotes;
    }

    get kind(): string {
        return this.draft.isPublic ? PUBLIC_VALUE : INTERNAL_VALUE;
    }

    get kindIcon(): string {
        return this.draft.isPublic ? 'utility:world' : 'utility:lock';
    }

    get kindHint(): string {
        return this.draft.isPublic ? PUBLIC_HINT : INTERNAL_HINT;
    }

    handleKind(event: CustomEvent<{ value: string }>): void {
        this.report({ isPublic: event.detail.value === PUBLIC_VALUE });
    }

    handleBody(event: CustomEvent<{ value: string }>): void {
        this.report({ html: event.detail.value ?? '' });
    }

    handleUploads(event: CustomEvent<readonly Upload[]>): void {
        this.report({ uploads: event.detail });
    }

    handleUploading(event: CustomEvent<readonly string[]>): void {
        this.dispatchEvent(new CustomEvent('uploading', { detail: event.detail }));
    }

    handleAgentNeeded(): void {
        this.dispatchEvent(new CustomEvent('agentneeded'));
    }

    handleDragOver(event: DragEvent): void {
        if (this.mayAttach && event.dataTransfer?.types.includes('Files')) {
            event.preventDefault();
            this.isDraggedOver = true;
        }
    }

    handleDragLeave(): void {
        this.isDraggedOver = false;
    }

    /** A browser would leave the page and show the file instead. */
    handleDrop(event: DragEvent): void {
        this.isDraggedOver = false;
        const isTaken = event.defaultPrevented;
        if (!isTaken) {
            this.attach(event, event.dataTransfer);
        }
    }

    /** Spreadsheets put a picture beside the text that they copy; the text is what is meant. */
    handlePaste(event: ClipboardEvent): void {
        const { clipboardData } = event;
        if (!clipboardData?.types.includes('text/plain')) {
            this.attach(event, clipboardData);
        }
    }

    private attach(event: Event, transfer: DataTransfer | null): void {
        const files = [...(transfer?.files ?? [])];
        if (this.picker && files.length > 0) {
            event.preventDefault();
            this.picker.add(files);
        }
    }

    private get picker(): Picker | undefined {
        return this.refs?.files as unknown as Picker | undefined;
    }

    private report(part: Partial<TicketDraft>): void {
        this.dispatchEvent(new CustomEvent('draftchange', { detail: part }));
    }
}
