import { execution } from '../../execution.ts';
import { ApexException, exceptionType } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexType, PlatformObject, platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { ApexSet } from '../../values/set.ts';
import { snapshot } from '../async/snapshot.ts';
import { platformClass } from '../registry.ts';
import { cacheEntries } from './store.ts';

type Kind = 'org' | 'session';

const TTL = {
    org: { standard: 86_400, max: 172_800 },
    session: { standard: 28_800, max: 28_800 }
} as const;

/** cache.OrgPartition and cache.SessionPartition. */
export class Partition extends PlatformObject {
    readonly $type: RuntimeType;
    private readonly kind: Kind;
    private readonly name: string;

    constructor(kind: Kind, name: string) {
        super();
        this.$type = platformType(kind === 'org' ? 'cache.OrgPartition' : 'cache.SessionPartition');
        this.kind = kind;
        this.name = name;
    }

    /** Several keys at once, or one, or a CacheBuilder class with its key. */
    contains(key: unknown): unknown {
        const entries = this.entries();
        return key instanceof ApexList
            ? new ApexList(
                  types.Boolean,
                  key.toArray().map((item) => entries.has(keyOf(item)))
              )
            : entries.has(this.checked(key));
    }

    get(...args: readonly unknown[]): unknown {
        const [first, second] = args;
        if (first instanceof ApexType) {
            return this.built(first, this.checked(second));
        }
        const entries = this.entries();
        return first instanceof ApexList
            ? new ApexList(
                  types.Object,
                  first.toArray().map((key) => entries.get(keyOf(key))?.value ?? null)
              )
            : snapshot(entries.get(this.checked(first))?.value ?? null);
    }

    /** (key, value[, seconds][, visibility, immutable]). */
    put(key: unknown, value: unknown, ...options: readonly unknown[]): void {
        const seconds = options.find((option) => typeof option === 'number');
        const { standard, max } = TTL[this.kind];
        const ttl = seconds ?? standard;
        if (value === null) {
            throw this.failure('Value cannot be null');
        }
        if (ttl < 300 || ttl > max) {
            throw this.failure(`Invalid time to live: ${ttl}. It must be between 300 and ${max}`);
        }
        const expiresAt = execution().org.clock.now() + ttl * 1000;
        this.entries().set(this.checked(key), { value: snapshot(value), expiresAt });
    }

    remove(...args: readonly unknown[]): unknown {
        const entries = this.entries();
        const [first, second] = args;
        if (first instanceof ApexList) {
            return new ApexList(
                types.Boolean,
                first.toArray().map((key) => entries.delete(keyOf(key)))
            );
        }
        return entries.delete(this.checked(first instanceof ApexType ? second : first));
    }

    getKeys(): ApexSet {
        return new ApexSet(types.String, this.entries().keys());
    }

    getNumKeys(): bigint {
        return BigInt(this.entries().size);
    }

    getName(): string {
        return this.name;
    }

    isAvailable(): boolean {
        return isKnown(this.name);
    }

    private built(builder: ApexType, key: string): unknown {
        const entries = this.entries();
        const name = `${builder.getName()}_${key}`;
        const known = entries.get(name);
        if (known) {
            return known.value;
        }
        const value = (builder.newInstance() as { doLoad(key: string): unknown }).doLoad(key);
        if (value !== null) {
            const expiresAt = execution().org.clock.now() + TTL[this.kind].standard * 1000;
            entries.set(name, { value, expiresAt });
        }
        return value;
    }

    private entries(): ReturnType<typeof cacheEntries> {
        if (!isKnown(this.name)) {
            throw this.failure(`Partition ${this.name} is not available`);
        }
        return cacheEntries(this.kind, this.name);
    }

    private checked(key: unknown): string {
        const text = keyOf(key);
        if (!/^[a-zA-Z0-9]{1,50}$/.test(text)) {
            throw this.failure(`Invalid cache key: ${text}. Keys have up to 50 letters and digits`);
        }
        return text;
    }

    private failure(message: string): ApexException {
        const name =
            this.kind === 'org' ? 'cache.Org.OrgCacheException' : 'cache.SessionCacheException';
        return new ApexException(exceptionType(name), message);
    }
}

function keyOf(key: unknown): string {
    return (
        String(key ?? '')
            .split('.')
            .at(-1) ?? ''
    );
}

/** A partition is there when the org's metadata has it, with `local.` or a namespace in front. */
function isKnown(name: string): boolean {
    const plain = name.split('.').at(-1)?.toLowerCase();
    return execution()
        .org.metadata.cachePartitions()
        .some((partition) => partition.name.toLowerCase() === plain);
}

/** The partition that keys without a partition's name go to. */
function defaultPartition(kind: Kind): Partition {
    const partitions = execution().org.metadata.cachePartitions();
    return new Partition(
        kind,
        partitions.find((partition) => partition.isDefault)?.name ?? 'default'
    );
}

/** `Cache.Org.put('local.Part.key', …)` names its partition in the key. */
function partitionFor(kind: Kind, key: unknown): Partition {
    const parts = String(key ?? '').split('.');
    const named = parts.length > 1 ? parts.at(-2) : undefined;
    return named === undefined ? defaultPartition(kind) : new Partition(kind, named);
}

function statics(kind: Kind): object {
    return {
        MAX_TTL_SECS: TTL[kind].max,
        contains: (key: unknown) => partitionFor(kind, key).contains(key),
        get: (...args: readonly unknown[]) => partitionFor(kind, args.at(-1)).get(...args),
        getKeys: () => defaultPartition(kind).getKeys(),
        getName: () => defaultPartition(kind).getName(),
        getNumKeys: () => defaultPartition(kind).getNumKeys(),
        getPartition: (name: string) => new Partition(kind, name),
        isAvailable: () => defaultPartition(kind).isAvailable(),
        put: (key: unknown, value: unknown, ...options: readonly unknown[]) =>
            partitionFor(kind, key).put(key, value, ...options),
        remove: (...args: readonly unknown[]) => partitionFor(kind, args.at(-1)).remove(...args)
    };
}

platformClass('cache.Org', { statics: statics('org') });
platformClass('cache.Session', { statics: statics('session') });
platformClass('cache.Partition', { class: Partition });
platformClass('cache.OrgPartition', {
    class: Partition,
    construct: (name: string) => new Partition('org', name)
});
platformClass('cache.SessionPartition', {
    class: Partition,
    construct: (name: string) => new Partition('session', name)
});
