import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import { doorsOf, staticMethods } from '../../check/doors.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Static methods of the package that are no doors: `Class.method`. */
export function closedMethods(): readonly string[] {
    return globSync('force-app/main/*/classes/*/*.cls', { cwd: ROOT }).flatMap((file) => {
        const source = readFileSync(`${ROOT}${file}`, 'utf8');
        const doors = new Set(doorsOf(source).map(({ name }) => name));
        return staticMethods(source)
            .map(({ name }) => name)
            .filter((name) => !doors.has(name))
            .map((name) => `${basename(file, '.cls')}.${name}`);
    });
}
