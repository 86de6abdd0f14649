import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * What the platform remembers beside the records: credentials and their secrets, tokens, app
 * policies, page activations. One JSON value per key.
 */
export interface OrgState {
    /** A copy; undefined when never written. */
    read(key: string): unknown;
    write(key: string, value: unknown): void;
}

/** State that lasts as long as the process. */
export function memoryState(): OrgState {
    const values = new Map<string, string>();
    return {
        read: (key) => parse(values.get(key)),
        write: (key, value) => values.set(key, JSON.stringify(value))
    };
}

/**
 * State in a file that only its owner can read. Each write replaces the file as a whole, so that an
 * interrupted one leaves the state before it.
 */
export function fileState(path: string): OrgState {
    const values = existsSync(path) ? readState(path) : {};
    return {
        read: (key) => structuredClone(values[key]),
        write(key, value) {
            values[key] = structuredClone(value);
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(`${path}.new`, JSON.stringify(values), { mode: 0o600 });
            renameSync(`${path}.new`, path);
        }
    };
}

/** Forgets a state file (`--fresh`). */
export function wipeState(path: string): void {
    rmSync(path, { force: true });
}

function readState(path: string): Record<string, unknown> {
    try {
        return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    } catch (cause) {
        throw new Error(`The org state ${path} is damaged; start with --fresh.`, { cause });
    }
}

function parse(text: string | undefined): unknown {
    return text === undefined ? undefined : JSON.parse(text);
}
