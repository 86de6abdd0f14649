import { readdirSync, readFileSync } from 'node:fs';
import { contentHash } from './cache.ts';

/** Everything that decides what a tree or generated code looks like. */
const FOLDERS = [
    './',
    '../types/',
    '../compile/',
    '../signatures/',
    '../signatures/data/',
    '../../data/soql/'
];

let known: string | undefined;

/** A hash of the compiler's own sources: what another version of it has cached is not taken. */
export function toolVersion(): string {
    known ??= contentHash(...FOLDERS.flatMap(filesOf));
    return known;
}

function filesOf(folder: string): string[] {
    const url = new URL(folder, import.meta.url);
    return readdirSync(url, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(new URL(entry.name, url), 'latin1'));
}
