import { spawn } from 'node:child_process';
import { join } from 'node:path';

import type { Suite } from './outcome.ts';

interface ApexReport {
    readonly tests: readonly {
        readonly class: string;
        readonly method: string;
        readonly outcome: 'pass' | 'fail' | 'error' | 'skip';
        readonly message: string | null;
        readonly stack: string | null;
    }[];
    readonly coverage: readonly { readonly lines: number; readonly covered: number }[];
}

/** The Apex tests of the package on a fresh local org. */
export const apexSuite: Suite = {
    name: 'Apex',
    run: async (root) => {
        const report = JSON.parse(await runApexTests(root)) as ApexReport;
        report.tests.filter(({ outcome }) => isFailure(outcome)).forEach(printFailure);
        printCoverage(report);
        return {
            passed: count(report, (outcome) => outcome === 'pass'),
            failed: count(report, isFailure),
            skipped: count(report, (outcome) => outcome === 'skip')
        };
    }
};

function runApexTests(root: string): Promise<string> {
    return new Promise((resolve, reject) => {
        const child = spawn(
            process.execPath,
            [
                '--disable-warning=ExperimentalWarning',
                join(root, 'scripts/local-org/apex/cli/main.ts'),
                'test',
                '--json'
            ],
            { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }
        );
        const chunks: Buffer[] = [];
        child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
        child.on('error', reject);
        child.on('close', () => resolve(Buffer.concat(chunks).toString()));
    });
}

function isFailure(outcome: string): boolean {
    return outcome === 'fail' || outcome === 'error';
}

function count(report: ApexReport, matches: (outcome: string) => boolean): number {
    return report.tests.filter(({ outcome }) => matches(outcome)).length;
}

function printFailure(test: ApexReport['tests'][number]): void {
    console.error(`  ${test.outcome.toUpperCase()} ${test.class}.${test.method}: ${test.message}`);
    console.error(`    ${(test.stack ?? '').replaceAll('\n', '\n    ')}`);
}

function printCoverage({ coverage }: ApexReport): void {
    const lines = coverage.reduce((sum, entry) => sum + entry.lines, 0);
    const covered = coverage.reduce((sum, entry) => sum + entry.covered, 0);
    const share = lines === 0 ? 100 : (100 * covered) / lines;
    console.log(`Apex line coverage: ${share.toFixed(1)} % (${covered} of ${lines} lines)`);
}
