import { api, LightningElement } from 'lwc';

import REQUIRED from '@salesforce/label/c.Zendesk_Fields_Required';
import EDIT_ONE from '@salesforce/label/c.Zendesk_Fields_EditOne';

import { formatLabel } from 'c/zendeskFormats';

import type { FieldView } from 'c/zendeskFieldViews';

interface Row {
    readonly key: string;
    readonly field: FieldView;
    readonly isEdited: boolean;
    readonly canEdit: boolean;
    /** Whether it has to be filled in by whoever reads it. */
    readonly isMarked: boolean;
    readonly editLabel: string;
    readonly display: string;
}

/**
 * The fields of a ticket to read, and one by one or all together to enter. Fires `openchange` with
 * whether any is open, and `fieldreset` with the key of one that Escape takes back; passes on
 * `fieldchange` and `choicesneeded`.
 */
export default class ZendeskTicketFields extends LightningElement {
    @api recordId!: string;
    @api fields: readonly FieldView[] = [];
    /** Whether anything may be entered at all. */
    @api mayEdit = false;
    /** Whether all fields are being entered, as in a new ticket. */
    @api isEditing = false;

    readonly labels = { required: REQUIRED };

    editedKeys: ReadonlySet<string> = new Set();
    private focusKey?: string;

    /** Puts the cursor into the field that was opened last; without one, on the fields. */
    @api
    focus(): void {
        this.moveFocus([...this.editedKeys].at(-1) ?? '');
    }

    /** Back to reading, the cursor on the pencil that was used last; without one, on the fields. */
    @api
    close(): void {
        this.focusKey = [...this.editedKeys].at(-1);
        if (!this.focusKey) {
            this.focusAll();
        }
        this.edit([]);
    }

    /** Back to reading, for somebody who has gone on elsewhere. */
    @api
    closeAside(): void {
        this.edit([]);
    }

    /** Puts the cursor into a field that is being entered. */
    @api
    focusField(key: string): void {
        this.findByKey(key)?.focus();
    }

    renderedCallback(): void {
        if (this.focusKey) {
            this.moveFocus(this.focusKey);
            this.focusKey = undefined;
        }
    }

    /** One alone has all the room. */
    get className(): string {
        return this.fields.length > 1 ? 'fields fields_several' : 'fields';
    }

    /** Read, they are a list, as Salesforce's own are; a form is no list. */
    get listRole(): 'list' | undefined {
        return this.isEditing ? undefined : 'list';
    }

    get itemRole(): 'listitem' | undefined {
        return this.isEditing ? undefined : 'listitem';
    }

    get rows(): readonly Row[] {
        return this.fields.map((field) => {
            const canEdit = this.mayEdit && field.input !== 'none';
            const isEdited = this.isEditing || this.editedKeys.has(field.key);
            return {
                key: field.key,
                field,
                canEdit,
                isMarked: canEdit && field.isRequired,
                isEdited: canEdit && (isEdited || field.problem !== undefined),
                editLabel: formatLabel(EDIT_ONE, field.title),
                display: field.display
            };
        });
    }

    handleEdit(event: Event): void {
        const key = keyOf(event);
        this.edit([...this.editedKeys, key]);
        this.focusKey = key;
    }

    /**
     * An open list or calendar takes Escape for itself. A field may take what was typed when it is left, so
     * it is left first.
     */
    handleKeyDown(event: KeyboardEvent): void {
        const key = keyOf(event);
        const isOpen = this.rows.some((row) => row.key === key && row.isEdited);
        if (event.key === 'Escape' && isOpen && !this.isEditing) {
            event.stopPropagation();
            this.focusAll();
            this.edit([...this.editedKeys].filter((edited) => edited !== key));
            this.focusKey = key;
            this.dispatchEvent(new CustomEvent('fieldreset', { detail: key }));
        }
    }

    /** Out from behind the buttons that stand at the lower edge of the window. */
    handleKeyUp(event: KeyboardEvent): void {
        if (event.key === 'Tab') {
            (event.currentTarget as HTMLElement).scrollIntoView({ block: 'nearest' });
        }
    }

    handleChoicesNeeded(event: CustomEvent<string>): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('choicesneeded', { detail: event.detail }));
    }

    handleFieldChange(event: CustomEvent): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('fieldchange', { detail: event.detail }));
    }

    private edit(keys: readonly string[]): void {
        const wasOpen = this.editedKeys.size > 0;
        this.editedKeys = new Set(keys);
        if (wasOpen !== keys.length > 0) {
            this.dispatchEvent(new CustomEvent('openchange', { detail: !wasOpen }));
        }
    }

    /** To the input of a field, or the pencil that leads to it; to the fields when it is gone. */
    private moveFocus(key: string): void {
        const place = this.findByKey(key);
        if (!place) {
            this.focusAll();
            return;
        }
        place.focus();
        place.closest('.field')?.scrollIntoView({ block: 'nearest' });
    }

    /** The page stays where it is: there is more than fits on it. */
    private focusAll(): void {
        (this.refs?.fields as HTMLElement | undefined)?.focus({ preventScroll: true });
    }

    private findByKey(key: string): HTMLElement | undefined {
        const all = this.template?.querySelectorAll<HTMLElement>('[data-place]');
        return [...(all ?? [])].find(({ dataset }) => dataset.key === key);
    }
}

function keyOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.key as string;
}
