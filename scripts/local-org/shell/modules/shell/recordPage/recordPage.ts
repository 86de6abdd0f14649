import { api, LightningElement, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import { texts } from 'shell/texts';
import type { WireResult } from 'shell/wire';
import type { PageModel, RecordRepresentation } from '../session/types.ts';
import { fieldsOf } from './recordFields.ts';

type RecordModel = Extract<PageModel, { kind: 'record' }>;

/** A record page: loads the record once with all fields that the page's own parts show. */
export default class RecordPage extends LightningElement {
    @api page!: RecordModel;
    texts = texts;
    record: RecordRepresentation | undefined;
    isMissing = false;

    get recordId(): string {
        return this.page.recordId;
    }

    get fields(): readonly string[] {
        return fieldsOf(this.page);
    }

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    wiredRecord({ data, error }: WireResult<RecordRepresentation>): void {
        if (data) this.#show(data);
        this.isMissing = error !== undefined && !this.record;
    }

    #show(record: RecordRepresentation): void {
        const { label, nameFields } = this.page.object;
        const [nameField = ''] = nameFields;
        this.record = record;
        const name = String(record.fields[nameField]?.value ?? record.id);
        document.title = `${name} | ${label} | Salesforce`;
    }

    get context() {
        const { recordId, object, model } = this.page;
        return { recordId, objectApiName: object.apiName, object, model, record: this.record };
    }
}
