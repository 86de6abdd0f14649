import { api, LightningElement } from 'lwc';
import { fieldLabel } from 'shell/fieldLabel';
import { isPhone } from 'shell/session';
import { texts } from 'shell/texts';
import type { ObjectInfo, RecordRepresentation } from '../session/types.ts';

/** Records as rows, with links. */
export default class RecordTable extends LightningElement {
    @api records: readonly RecordRepresentation[] = [];
    @api object!: ObjectInfo;
    @api columns: readonly string[] = [];
    @api numbered = false;
    @api sortable = false;
    @api sortedBy = '';
    @api descending = false;
    texts = texts;

    get tableClass(): string {
        const stacked = isPhone ? ' slds-max-medium-table_stacked-horizontal' : '';
        return `slds-table slds-table_cell-buffer slds-table_bordered${stacked}`;
    }

    get headers() {
        return this.columns.flatMap((name) => {
            const info = this.object.fields[name];
            if (!info) return [];
            const isSorted = this.sortedBy === name;
            return [
                {
                    name,
                    label: fieldLabel(info),
                    sort: isSorted ? (this.descending ? 'descending' : 'ascending') : null,
                    icon: isSorted && (this.descending ? 'utility:arrowdown' : 'utility:arrowup')
                }
            ];
        });
    }

    get rows() {
        return this.records.map((record, index) => ({ record, number: index + 1 }));
    }

    handleSort(event: Event): void {
        const { name = '' } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('sort', { detail: { name } }));
    }
}
