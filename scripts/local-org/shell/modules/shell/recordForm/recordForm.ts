import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { text, texts } from 'shell/texts';
import type { LayoutSection, ObjectInfo, RecordRepresentation } from '../session/types.ts';
import { describeSaveError } from './saveError.ts';
import { inputFor, parseValue } from './inputs.ts';
import type { Option } from './inputs.ts';
import { loadOptions } from './options.ts';

/** Creates or edits a record with the fields of its layout. Closes with the record's id. */
export default class RecordForm extends LightningModal {
    @api object!: ObjectInfo;
    @api record: RecordRepresentation | undefined;
    @api sections: readonly LayoutSection[] = [];
    texts = texts;
    error = '';
    isSaving = false;
    picklists: Readonly<Record<string, readonly Option[] | null>> = {};
    #changes: Readonly<Record<string, unknown>> = {};

    override connectedCallback(): void {
        void this.#loadPicklists();
    }

    get groups() {
        return this.sections.map(({ label, columns }) => ({
            label,
            columns: columns.map((fields, index) => ({
                key: String(index),
                className: `slds-col slds-size_1-of-1 slds-medium-size_1-of-${columns.length}`,
                inputs: fields.flatMap(({ name, required }) => this.#input(name, required))
            }))
        }));
    }

    #input(name: string, required: boolean) {
        const info = this.object.fields[name];
        const editable = this.record ? info?.updateable : info?.createable;
        if (!info || !editable || name === 'OwnerId') return [];
        const options = this.picklists[name] ?? null;
        const value = this.record?.fields[name]?.value ?? null;
        return [inputFor(info, value, required || info.required, options)];
    }

    handleChange(event: Event): void {
        const input = event.target as HTMLInputElement & { dataset: DOMStringMap };
        const name = input.dataset['name'] ?? '';
        const info = this.object.fields[name];
        if (!info) return;
        const given = info.dataType === 'Boolean' ? input.checked : input.value;
        this.#changes = { ...this.#changes, [name]: parseValue(info, given) };
    }

    handleCancel(): void {
        this.close();
    }

    async handleSave(): Promise<void> {
        if (!this.#isValid()) return;
        this.isSaving = true;
        try {
            const saved = await this.#save();
            this.#announce(saved);
            this.close(saved.id);
        } catch (error) {
            this.error = describeSaveError(error, this.object);
        } finally {
            this.isSaving = false;
        }
    }

    #save(): Promise<RecordRepresentation> {
        const fields = this.#changes;
        return this.record
            ? updateRecord({ fields: { ...fields, Id: this.record.id } })
            : createRecord({ apiName: this.object.apiName, fields });
    }

    #announce({ fields }: RecordRepresentation): void {
        const [nameField = ''] = this.object.nameFields;
        const name = String(fields[nameField]?.value ?? '');
        const title = text('saved', this.object.label, name);
        document.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    }

    #isValid(): boolean {
        const inputs = this.template?.querySelectorAll<HTMLElement>('[data-name]') ?? [];
        return [...inputs]
            .map((input) => (input as unknown as { reportValidity(): boolean }).reportValidity())
            .every(Boolean);
    }

    async #loadPicklists(): Promise<void> {
        const onForm = this.sections
            .flatMap(({ columns }) => columns.flat())
            .map(({ name }) => name);
        const loaded = await Promise.all(
            onForm.map(async (name) => [name, await loadOptions(this.object, name)] as const)
        );
        this.picklists = Object.fromEntries(loaded.filter(([, options]) => options !== null));
    }
}
