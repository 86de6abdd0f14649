import { api, LightningElement } from 'lwc';

import REQUIRED from '@salesforce/label/c.Zendesk_Fields_Required';
import EDIT_ONE from '@salesforce/label/c.Zendesk_Fields_EditOne';
import EMPTY from '@salesforce/label/c.Zendesk_Value_Empty';

import { formatLabel } from 'c/zendeskFormats';

import type { FieldView } from 'c/zendeskFieldViews';

interface Row {
    readonly key: string;
    readonly field: FieldView;
    readonly isEdited: boolean;
    readonly canEdit: boolean;
    readonly editLabel: string;
    readonly display: string;
}

/**
 * The fields of a ticket to read, and one by one or all together to enter. Passes on `fieldchange` and
 * `choicesneeded`.
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

    /** Back to reading; the focus goes to the pencil that was used last. */
    @api
    close(): void {
        this.focusKey = [...this.editedKeys].at(-1);
        this.editedKeys = new Set();
    }

    /** Puts the cursor into a field that is being entered. */
    @api
    focusField(key: string): void {
        this.findByKey(key)?.focus();
    }

    renderedCallback(): void {
        if (this.focusKey) {
            this.findByKey(this.focusKey)?.focus();
            this.focusKey = undefined;
        }
    }

    /** One alone has all the room. */
    get className(): string {
        return this.fields.length > 1 ? 'fields fields_several' : 'fields';
    }

    get rows(): readonly Row[] {
        return this.fields.map((field) => {
            const canEdit = this.mayEdit && field.input !== 'none';
            const isEdited = this.isEditing || this.editedKeys.has(field.key);
            return {
                key: field.key,
                field,
                canEdit,
                isEdited: canEdit && (isEdited || field.problem !== undefined),
                editLabel: formatLabel(EDIT_ONE, field.title),
                display: field.display || EMPTY
            };
        });
    }

    handleEdit(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.key as string;
        this.editedKeys = new Set([...this.editedKeys, key]);
        this.focusKey = key;
    }

    handleChoicesNeeded(event: CustomEvent<string>): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('choicesneeded', { detail: event.detail }));
    }

    handleFieldChange(event: CustomEvent): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('fieldchange', { detail: event.detail }));
    }

    /** The input of a field, or the pencil that leads to it. */
    private findByKey(key: string): HTMLElement | undefined {
        const all = this.template?.querySelectorAll<HTMLElement>('[data-key]');
        return [...(all ?? [])].find(({ dataset }) => dataset.key === key);
    }
}
