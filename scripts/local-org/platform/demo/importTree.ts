import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { FieldValue } from '../../data/types.ts';
import type { FieldValues } from '../store/types.ts';

/** Inserts records of one object as a user would; gives the ids in order. */
export type InsertRecords = (type: string, rows: readonly FieldValues[]) => readonly string[];

interface PlanStep {
    readonly sobject: string;
    readonly resolveRefs?: boolean;
    readonly files: readonly string[];
}

interface TreeRecord {
    readonly attributes: { readonly type: string; readonly referenceId: string };
    readonly [field: string]: unknown;
}

/**
 * Imports a plan of `sf data import tree`: the files in the order of the plan, `@reference` for
 * records before. Gives the ids by reference id.
 */
export function importTree(planFile: string, insert: InsertRecords): ReadonlyMap<string, string> {
    const plan = readJson(planFile) as readonly PlanStep[];
    const ids = new Map<string, string>();
    for (const step of plan) {
        for (const file of step.files) {
            importFile(join(dirname(planFile), file), step, ids, insert);
        }
    }
    return ids;
}

function importFile(
    file: string,
    step: PlanStep,
    ids: Map<string, string>,
    insert: InsertRecords
): void {
    const { records } = readJson(file) as { readonly records: readonly TreeRecord[] };
    const rows = records.map((record) => valuesOf(record, step, ids, file));
    const inserted = insert(step.sobject, rows);
    records.forEach((record, index) => {
        const id = inserted[index];
        if (id !== undefined) {
            ids.set(record.attributes.referenceId, id);
        }
    });
}

function valuesOf(
    record: TreeRecord,
    step: PlanStep,
    ids: ReadonlyMap<string, string>,
    file: string
): FieldValues {
    const { attributes, ...fields } = record;
    if (attributes.type !== step.sobject) {
        throw new Error(`${file}: ${attributes.referenceId} is no ${step.sobject}.`);
    }
    return Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
            name,
            resolve(value as FieldValue, step, ids, file)
        ])
    );
}

function resolve(
    value: FieldValue,
    step: PlanStep,
    ids: ReadonlyMap<string, string>,
    file: string
): FieldValue {
    if (!step.resolveRefs || typeof value !== 'string' || !value.startsWith('@')) {
        return value;
    }
    const id = ids.get(value.slice(1));
    if (id === undefined) {
        throw new Error(`${file}: there is no record with the reference ${value} before.`);
    }
    return id;
}

function readJson(file: string): unknown {
    return JSON.parse(readFileSync(file, 'utf8'));
}
