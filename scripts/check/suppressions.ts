import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Check } from './finding.ts';

/** How each tool is told to keep quiet. */
const KINDS: Readonly<Record<string, RegExp>> = {
    PMD: /\bNOPMD\b|@SuppressWarnings\b/i,
    'graph engine': /\bsfge-disable/i,
    'Code Analyzer': /\bcode-analyzer-suppress/i,
    ESLint: /\beslint-disable/i,
    TypeScript: /@ts-(?:ignore|expect-error|nocheck)\b/i
};

const SOURCES =
    '{force-app,scripts,config}/**/*.{cls,trigger,page,component,cmp,html,ts,cjs,mjs,xml}';

/** A place where a tool is told to keep quiet. */
export interface Suppression {
    readonly kind: string;
    readonly line: number;
    readonly hasReason: boolean;
}

/** Every suppression says why: behind ` -- `, or in a comment right above. */
export const suppressions: Check = {
    name: 'Suppressions',
    summary: (root) => {
        const found = filesOf(root).flatMap((file) => suppressionsIn(read(root, file)));
        return Object.keys(KINDS)
            .map((kind) => `${kind} ${found.filter((one) => one.kind === kind).length}`)
            .join(', ');
    },
    run: async (root) =>
        filesOf(root).flatMap((file) =>
            suppressionsIn(read(root, file))
                .filter(({ hasReason }) => !hasReason)
                .map(({ kind, line }) => ({
                    file,
                    line,
                    message: `${kind} is told to keep quiet, and nobody says why`
                }))
        )
};

/** The suppressions of a source text. */
export function suppressionsIn(source: string): readonly Suppression[] {
    const lines = source.split('\n');
    return lines.flatMap((text, index) =>
        Object.entries(KINDS)
            .filter(([, pattern]) => pattern.test(text))
            .map(([kind]) => ({
                kind,
                line: index + 1,
                hasReason: / -- \S/.test(text) || isComment(lines[index - 1] ?? '')
            }))
    );
}

/** This check names what it looks for, and so does its test. */
function filesOf(root: string): readonly string[] {
    return globSync(SOURCES, { cwd: root }).filter((file) => !/check\/.*suppressions/.test(file));
}

function read(root: string, file: string): string {
    return readFileSync(join(root, file), 'utf8');
}

function isComment(text: string): boolean {
    return /^\s*(\/\/|\/?\*|<!--)/.test(text) && !/^\s*\/?\*+\/?\s*$/.test(text);
}
