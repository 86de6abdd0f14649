import { request, sendJson, uiApi } from 'shell/http';
import type { RecordRepresentation } from '../session/types.ts';

type Listener = (recordId: string) => void;

const listeners = new Set<Listener>();
const pending = new Map<string, Promise<RecordRepresentation>>();

/** Tells when a record has changed or may have; gives the way to stop listening. */
export function onRecordChange(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Drops what is known of the records; who shows them loads them again. */
export function recordsChanged(recordIds: readonly string[]): void {
    for (const id of recordIds) {
        for (const key of [...pending.keys()].filter((k) => k.startsWith(id))) pending.delete(key);
        for (const listener of [...listeners]) listener(id);
    }
}

export interface RecordFields {
    readonly fields: readonly string[];
    readonly optionalFields: readonly string[];
    readonly layoutTypes?: readonly string[];
}

/** One request for the same fields of the same record, however many ask. */
export function loadRecord(
    recordId: string,
    { fields, optionalFields, layoutTypes = [] }: RecordFields
): Promise<RecordRepresentation> {
    const search = new URLSearchParams();
    if (fields.length > 0) search.set('fields', [...fields].sort().join(','));
    if (optionalFields.length > 0)
        search.set('optionalFields', [...optionalFields].sort().join(','));
    if (layoutTypes.length > 0) search.set('layoutTypes', layoutTypes.join(','));
    const key = `${recordId}?${search}`;
    const known = pending.get(key);
    if (known) return known;
    const loading = request(uiApi(`/records/${key}`)) as Promise<RecordRepresentation>;
    pending.set(key, loading);
    loading.catch(() => pending.delete(key));
    return loading;
}

export interface RecordInput {
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, unknown>>;
}

export async function saveNew(input: RecordInput): Promise<RecordRepresentation> {
    return (await sendJson('POST', uiApi('/records'), input)) as RecordRepresentation;
}

export async function saveChange(input: RecordInput): Promise<RecordRepresentation> {
    const { Id, ...fields } = input.fields;
    const url = uiApi(`/records/${String(Id)}`);
    const saved = (await sendJson('PATCH', url, { fields })) as RecordRepresentation;
    recordsChanged([String(Id)]);
    return saved;
}

export async function remove(recordId: string): Promise<void> {
    await request(uiApi(`/records/${recordId}`), { method: 'DELETE' });
    recordsChanged([recordId]);
}
