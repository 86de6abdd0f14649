import type { QueriedRecord } from '../orgClient.ts';
import { isQueriedRecord } from './records.ts';

/** The answer of `/query`: records with `attributes`, parents and child lists nested. */
export function queryResult(records: readonly QueriedRecord[], version: string) {
    return {
        totalSize: records.length,
        done: true,
        records: records.map((record) => toJson(record, version))
    };
}

function toJson(record: QueriedRecord, version: string): Record<string, unknown> {
    const id = record.values['Id'];
    const base = `/services/data/${version}/sobjects/${record.type}`;
    const attributes =
        typeof id === 'string'
            ? { type: record.type, url: `${base}/${id}` }
            : { type: record.type };
    const fields = Object.entries(record.values).map(([name, value]) => [
        name,
        fieldJson(value, version)
    ]);
    return { attributes, ...Object.fromEntries(fields) };
}

function fieldJson(value: QueriedRecord['values'][string], version: string): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (isQueriedRecord(value)) return toJson(value, version);
    return value.length === 0 ? null : queryResult(value, version);
}
