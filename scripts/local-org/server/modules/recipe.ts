import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Hash of the files of this folder that make something, so that a change of them makes it anew. */
export function recipeHash(files: readonly string[], versions: readonly string[]): string {
    const here = dirname(fileURLToPath(import.meta.url));
    const hash = createHash('sha256');
    for (const version of versions) hash.update(version).update('\0');
    for (const file of files) hash.update(readFileSync(join(here, file)));
    return hash.digest('hex').slice(0, 16);
}
