import type { ObjectMetadata } from '../metadata.ts';
import { NameMap } from '../nameMap.ts';
import { customKind } from './customObject.ts';
import { shareName } from './shareObject.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST: Readonly<Record<string, string>> = { customMetadata: 'm', platformEvent: 'e' };

/**
 * With what the ids of the org's own objects begin. An object keeps its prefix, whatever objects come
 * and go: it is part of the ids of its records.
 */
export class CustomPrefixes {
    readonly #prefixes = new NameMap<string>();
    readonly #names = new Map<string, string>();

    /** @param known prefixes of objects that have records, by name */
    constructor(known: ReadonlyMap<string, string>) {
        known.forEach((prefix, name) => this.#keep(name, prefix));
    }

    of(objectName: string): string | undefined {
        return this.#prefixes.get(objectName);
    }

    nameOf(prefix: string): string | undefined {
        return this.#names.get(prefix);
    }

    /** Gives an object, and its shares, the next free prefix unless it has one. */
    assign(source: ObjectMetadata): void {
        if (!this.#prefixes.has(source.fullName)) {
            const rest = this.#nextFree();
            this.#keep(source.fullName, (FIRST[customKind(source)] ?? 'a') + rest);
        }
    }

    #keep(name: string, prefix: string): void {
        this.#set(name, prefix);
        if (/__c$/i.test(name)) {
            this.#set(shareName(name), `b${prefix.slice(1)}`);
        }
    }

    #set(name: string, prefix: string): void {
        this.#prefixes.set(name, prefix);
        this.#names.set(prefix, name);
    }

    #nextFree(): string {
        const taken = new Set(Array.from(this.#names.keys(), (prefix) => prefix.slice(1)));
        for (const tens of DIGITS) {
            for (const ones of DIGITS) {
                if (!taken.has(tens + ones)) {
                    return tens + ones;
                }
            }
        }
        throw new RangeError('There are no more key prefixes for custom objects');
    }
}
