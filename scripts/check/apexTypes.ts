import { relative } from 'node:path';

import { runCommand } from './command.ts';

import type { Check, Finding } from './finding.ts';

const ANALYZER = 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/*';

interface Report {
    readonly files: readonly {
        readonly path: string;
        readonly messages: readonly {
            readonly start: { readonly line: number };
            readonly category: string;
            readonly message: string;
        }[];
    }[];
}

/** Names, types and signatures of all Apex, judged by apex-ls against the platform's types. */
export const apexTypes: Check = {
    name: 'Apex types (apex-ls)',
    run: async (root) => {
        const { output } = await runCommand(root, 'java', [
            ...['-cp', ANALYZER, 'io.github.apexdevtools.apexls.CheckForIssues'],
            ...['-w', root, '-f', 'json', '-d', 'warnings', '-n']
        ]);
        return findingsOf(root, parseReport(output));
    }
};

function parseReport(output: string): Report {
    try {
        return JSON.parse(output) as Report;
    } catch (cause) {
        throw new Error(`apex-ls did not run; is Java 17 installed? It said:\n${output}`, {
            cause
        });
    }
}

function findingsOf(root: string, report: Report): readonly Finding[] {
    return report.files.flatMap(({ path, messages }) =>
        messages.map(({ start, category, message }) => ({
            file: relative(root, path),
            line: start.line,
            message: `${category}: ${message}`
        }))
    );
}
