import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Check, Finding } from './finding.ts';

/** What Apex here does not do, and why. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
    [/'''/, 'PMD skips a class with a multiline string'],
    [/\bSystem\.debug\b/i, 'packaged code writes no debug log'],
    [/\bTest\.isRunningTest\b/i, 'production code does not know of tests'],
    [/\bfor \([^;]*:[^;]*\?\?/, 'the graph engine cannot read ?? in the head of a loop']
];

/** Habits of Apex that a reviewer or a scanner would stumble over. */
export const apexStyle: Check = {
    name: 'Apex style',
    run: async (root) =>
        globSync('force-app/**/*.{cls,trigger}', { cwd: root }).flatMap((file) =>
            findingsIn(file, readFileSync(join(root, file), 'utf8'))
        )
};

function findingsIn(file: string, source: string): readonly Finding[] {
    return source.split('\n').flatMap((text, index) =>
        REFUSED.filter(([pattern]) => pattern.test(text)).map(([, reason]) => ({
            file,
            line: index + 1,
            message: reason
        }))
    );
}
