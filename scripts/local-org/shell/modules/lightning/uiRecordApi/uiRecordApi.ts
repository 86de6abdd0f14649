import { LoadingAdapter } from 'shell/wire';
import {
    loadRecord,
    onRecordChange,
    recordsChanged,
    remove,
    saveChange,
    saveNew
} from 'shell/recordStore';
import type { RecordInput } from 'shell/recordStore';
import type { FieldRepresentation, RecordRepresentation } from '../../shell/session/types.ts';

type FieldId = string | { readonly fieldApiName: string; readonly objectApiName: string };

interface RecordConfig {
    readonly recordId?: string;
    readonly fields?: FieldId | readonly FieldId[];
    readonly optionalFields?: FieldId | readonly FieldId[];
    readonly layoutTypes?: string | readonly string[];
}

/** Wire: a record with the fields asked for, loaded anew when it changes on this page. */
export class getRecord extends LoadingAdapter<RecordConfig, RecordRepresentation> {
    #stop: () => void = () => undefined;

    override connect(): void {
        super.connect();
        this.#stop = onRecordChange((id) => {
            if (this.config?.recordId?.slice(0, 15) === id.slice(0, 15)) void this.reload();
        });
    }

    override disconnect(): void {
        this.#stop();
        super.disconnect();
    }

    protected isReady({ recordId, fields, optionalFields, layoutTypes }: RecordConfig): boolean {
        return (
            Boolean(recordId) &&
            [fields, optionalFields, layoutTypes].some((part) => part !== undefined)
        );
    }

    protected load({ recordId = '', ...config }: RecordConfig): Promise<RecordRepresentation> {
        return loadRecord(recordId, {
            fields: fieldNames(config.fields),
            optionalFields: fieldNames(config.optionalFields),
            layoutTypes: listOf(config.layoutTypes).map(String)
        });
    }
}

/** Value of a field, through parents (`Account.Owner.Name`); undefined when it was not loaded. */
export function getFieldValue(record: unknown, field: FieldId): unknown {
    const value = find(record, field)?.value;
    return typeof value === 'object' && value !== null ? undefined : value;
}

export function getFieldDisplayValue(record: unknown, field: FieldId): string | null | undefined {
    return find(record, field)?.displayValue;
}

function find(record: unknown, field: FieldId): FieldRepresentation | undefined {
    const [, ...path] = nameOf(field).split('.');
    let current = record as RecordRepresentation | undefined;
    for (const name of path.slice(0, -1)) {
        current = current?.fields?.[name]?.value as RecordRepresentation | undefined;
    }
    return current?.fields?.[path.at(-1) ?? ''];
}

function nameOf(field: FieldId): string {
    return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function fieldNames(fields: RecordConfig['fields']): readonly string[] {
    return listOf(fields).map(nameOf);
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
    if (value === undefined) return [];
    return Array.isArray(value) ? value : [value as T];
}

export function createRecord(input: RecordInput): Promise<RecordRepresentation> {
    return saveNew(input);
}

export function updateRecord(input: RecordInput): Promise<RecordRepresentation> {
    return saveChange(input);
}

export function deleteRecord(recordId: string): Promise<void> {
    return remove(recordId);
}

/** Tells that records changed elsewhere, e.g. by Apex; wires that show them load them again. */
export async function notifyRecordUpdateAvailable(
    items: readonly { readonly recordId: string }[]
): Promise<void> {
    recordsChanged(items.map(({ recordId }) => recordId));
}

export function getRecordNotifyChange(items: readonly { readonly recordId: string }[]): void {
    recordsChanged(items.map(({ recordId }) => recordId));
}
