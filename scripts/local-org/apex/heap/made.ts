import { currentExecution } from '../execution.ts';
import type { Member } from '../library/registry.ts';
import { ApexBlob } from '../values/blob.ts';
import { LONG_TEXT } from './heapCount.ts';

/** Gives a value back, noted as one that the running transaction has made. */
export function made<T>(value: T): T {
    currentExecution()?.heap.made(value);
    return value;
}

/** A table of members whose long texts and blobs are noted as made. */
export function making<T extends Readonly<Record<string, Member>>>(members: T): T {
    const noting = Object.entries(members).map(([name, member]) => [name, noted(member)] as const);
    return Object.fromEntries(noting) as unknown as T;
}

function noted(member: Member): Member {
    return (...args: readonly unknown[]) => {
        const result = (member as (...values: readonly unknown[]) => unknown)(...args);
        return isLarge(result) && !args.includes(result) ? made(result) : result;
    };
}

function isLarge(value: unknown): boolean {
    return value instanceof ApexBlob || (typeof value === 'string' && value.length >= LONG_TEXT);
}
