import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** Lines of a generated data file by the lower-case name that starts each of them. */
export type LineIndex = ReadonlyMap<string, string>;

/** Reads and indexes one of the generated files in `data/`. */
export function readLines(file: 'platform' | 'sobjects'): LineIndex {
    const path = new URL(`./data/${file}.txt.br`, import.meta.url);
    const text = brotliDecompressSync(readFileSync(path)).toString('utf8');
    return new Map(text.split('\n').map((line) => [nameOf(line).toLowerCase(), line]));
}

function nameOf(line: string): string {
    return line.slice(0, line.search(/[<|]/));
}
