import { execution } from '../../execution.ts';
import type { Org } from '../org/ports.ts';

interface Entry {
    readonly value: unknown;
    /** Epoch milliseconds. */
    readonly expiresAt: number;
}

type Entries = Map<string, Entry>;

/** What each org keeps, by kind, partition and (for sessions) user. Tests have their own. */
const stores = new WeakMap<object, Map<string, Entries>>();

/** The entries of a partition that haven't expired. */
export function cacheEntries(kind: 'org' | 'session', partition: string): Entries {
    const current = execution();
    const owner: Org | typeof current = current.test ? current : current.org;
    const partitions = stores.get(owner) ?? new Map<string, Entries>();
    stores.set(owner, partitions);
    const user = kind === 'session' ? current.user.id : '';
    const key = `${kind}:${partition.toLowerCase()}:${user}`;
    const entries = partitions.get(key) ?? new Map<string, Entry>();
    partitions.set(key, entries);
    const now = current.org.clock.now();
    for (const [name, entry] of entries) {
        if (entry.expiresAt <= now) entries.delete(name);
    }
    return entries;
}
