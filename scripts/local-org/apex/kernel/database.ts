import type { SoqlQuery, SoslQuery } from '../../data/soql/ast.ts';
import type { DmlOperation } from '../../data/types.ts';
import { execution } from '../execution.ts';
import { made } from '../heap/made.ts';
import {
    dmlStatement,
    mergeStatement,
    queryCount,
    queryRecords,
    runSearch,
    singleRecord
} from '../library/database/statements.ts';
import type { ApexList, ApexSObject } from '../values/index.ts';

type BindValues = Readonly<Record<string, unknown>>;

const scopeOf = (binds: BindValues) => (key: string) => binds[key];

/** The tree of a query, embedded in the generated code. */
export function query<T extends SoqlQuery | SoslQuery>(tree: T): T {
    return tree;
}

export function select(tree: SoqlQuery, binds: BindValues): ApexList {
    return made(queryRecords(tree, scopeOf(binds)));
}

/** The rows of a query in the head of a loop, which takes them one after the other. */
export function streamed<T>(rows: () => T): T {
    return execution().heap.unnoticed(rows);
}

export function count(tree: SoqlQuery, binds: BindValues): number {
    return queryCount(tree, scopeOf(binds));
}

export function search(tree: SoslQuery, binds: BindValues): ApexList {
    return runSearch(tree, scopeOf(binds));
}

export function one(records: ApexList): unknown {
    return singleRecord(records);
}

/** `[SELECT …]?.Name` and `[SELECT …] ?? other` take no row for null. */
export function oneOrNull(records: ApexList): unknown {
    return records.isEmpty() ? null : singleRecord(records);
}

export function dml(
    operation: DmlOperation,
    operands: readonly unknown[],
    mode: 'user' | 'system' | null,
    externalId: string | null
): void {
    const [first, others] = operands;
    if (operation === 'merge') mergeStatement(first as ApexSObject, others, mode ?? 'default');
    else dmlStatement(operation, first, mode ?? 'default', externalId ?? undefined);
}

type BindScope = (name: string) => unknown;

/** Runs a dynamic query with the variables around it in sight, by name in any case. */
export function withBinds<T>(scope: BindScope, work: () => T): T {
    const { slots } = execution();
    const before = slots.get('compiler.binds');
    slots.set('compiler.binds', (name: string) => scope(name.toLowerCase()));
    try {
        return work();
    } finally {
        slots.set('compiler.binds', before);
    }
}
