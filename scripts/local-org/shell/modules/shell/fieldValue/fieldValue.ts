import { api, LightningElement } from 'lwc';
import { recordUrl } from 'shell/router';
import type { FieldRepresentation, ObjectInfo, RecordRepresentation } from '../session/types.ts';

interface Link {
    readonly url: string;
    readonly label: string;
    readonly target: string | null;
}

/** A field of a record as Lightning shows it for reading. */
export default class FieldValue extends LightningElement {
    @api record: RecordRepresentation | undefined;
    @api object!: ObjectInfo;
    @api fieldName = '';
    /** In lists the name leads to the record. */
    @api linkName = false;

    get info() {
        return this.object.fields[this.fieldName];
    }

    get field(): FieldRepresentation | undefined {
        return this.record?.fields[this.fieldName];
    }

    get isEmpty(): boolean {
        const value = this.field?.value;
        return value === undefined || value === null || value === '';
    }

    get shown(): string {
        return this.field?.displayValue ?? String(this.field?.value ?? '');
    }

    get isBoolean(): boolean {
        return this.info?.dataType === 'Boolean';
    }

    get checkIcon(): string {
        return this.field?.value === true ? 'utility:check' : 'utility:steps';
    }

    get isRich(): boolean {
        return this.info?.htmlFormatted === true && this.info.dataType === 'TextArea';
    }

    get isLong(): boolean {
        return this.info?.dataType === 'TextArea';
    }

    get link(): Link | null {
        const { info, record } = this;
        if (!info || !record) return null;
        const value = String(this.field?.value ?? '');
        switch (info.dataType) {
            case 'Reference':
                return this.#parentLink();
            case 'Url':
                return { url: webAddress(value), label: value, target: '_blank' };
            case 'Email':
                return { url: `mailto:${value}`, label: value, target: null };
            case 'Phone':
                return { url: `tel:${value}`, label: value, target: null };
            default:
                return this.linkName && info.nameField ? this.#ownLink() : null;
        }
    }

    #ownLink(): Link {
        const { apiName = '', id = '' } = this.record ?? {};
        return { url: recordUrl(apiName, id), label: this.shown, target: null };
    }

    #parentLink(): Link | null {
        const parent = this.record?.fields[this.info?.relationshipName ?? ''];
        const record = parent?.value as RecordRepresentation | null | undefined;
        if (!record) return null;
        const url = recordUrl(record.apiName, record.id);
        return { url, label: parent?.displayValue ?? record.id, target: null };
    }
}

/** Salesforce keeps addresses without a scheme; only web schemes become links. */
function webAddress(value: string): string {
    return /^https?:\/\//i.test(value) ? value : `https://${value}`;
}
