import { api, LightningElement } from 'lwc';
import { fieldLabel } from 'shell/fieldLabel';
import RecordForm from 'shell/recordForm';
import { text } from 'shell/texts';
import type { PageNode, RecordContext } from '../recordPage/context.ts';

/** A labelled field of a layout or field section. */
export default class LayoutField extends LightningElement {
    @api context!: RecordContext;
    @api node: PageNode | undefined;
    @api name = '';

    get fieldName(): string {
        return this.name || String(this.node?.properties['fieldName'] ?? '');
    }

    get info() {
        return this.context.object.fields[this.fieldName];
    }

    get label(): string {
        return this.info ? fieldLabel(this.info) : '';
    }

    get isEditable(): boolean {
        const readOnly = this.node?.properties['uiBehavior'] === 'readonly';
        return this.context.object.updateable && this.info?.updateable === true && !readOnly;
    }

    get editTitle(): string {
        return text('editTitle', this.label);
    }

    handleEdit(): void {
        const { object, record, model } = this.context;
        const [nameField = ''] = object.nameFields;
        const label = text('editTitle', String(record?.fields[nameField]?.value ?? ''));
        const sections = model.layoutSections;
        void RecordForm.open({ size: 'medium', label, object, record, sections });
    }
}
