import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A directory of JSON values by content key. Unreadable entries count as absent. */
export interface DiskCache {
    read(key: string): unknown;
    write(key: string, value: unknown): void;
}

/** Keeps nothing: for callers without a cache directory. */
export const noCache: DiskCache = { read: () => undefined, write: () => undefined };

export function diskCache(directory: string): DiskCache {
    mkdirSync(directory, { recursive: true });
    return {
        read: (key) => readJson(join(directory, `${key}.json`)),
        write: (key, value) => writeWhole(join(directory, `${key}.json`), JSON.stringify(value))
    };
}

export function contentHash(...parts: readonly string[]): string {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part).update('\0');
    return hash.digest('hex').slice(0, 32);
}

function readJson(path: string): unknown {
    try {
        return JSON.parse(readFileSync(path, 'utf8')) as unknown;
    } catch {
        // Absent, or half written by a process that was stopped: the value is computed anew.
        return undefined;
    }
}

/** Readers in other processes never see a part of the file. */
function writeWhole(path: string, text: string): void {
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, text);
    renameSync(temporary, path);
}
