import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import { doorsOf } from '../../check/doors.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Everything of the package by which something outside of it gets in, by name: `Class.method` of
 * components, `Class` of invocable actions, Visualforce pages, record actions.
 */
export function doorsOfSource(): readonly string[] {
    return [...apexDoors(), ...namesOf('pages/*.page'), ...namesOf('quickActions/*.xml')].sort();
}

function apexDoors(): readonly string[] {
    return globSync('force-app/main/*/classes/*/*.cls', { cwd: ROOT }).flatMap((file) => {
        const className = basename(file, '.cls');
        return doorsOf(readFileSync(`${ROOT}${file}`, 'utf8')).map(({ name, kind }) =>
            kind === 'InvocableMethod' ? className : `${className}.${name}`
        );
    });
}

function namesOf(pattern: string): readonly string[] {
    return globSync(`force-app/main/*/${pattern}`, { cwd: ROOT }).map((file) =>
        basename(file).replace(/\.(page|quickAction-meta\.xml)$/, '')
    );
}
