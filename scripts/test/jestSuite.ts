import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Outcome, Suite } from './outcome.ts';

interface JestReport {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numPendingTests: number;
    readonly numRuntimeErrorTestSuites: number;
}

/** The tests of one project of the Jest configuration. */
export function jestSuite(
    name: string,
    project: string,
    parameters: readonly string[] = []
): Suite {
    return {
        name,
        run: async (root) => {
            const folder = mkdtempSync(join(tmpdir(), 'zendesk-jest-'));
            try {
                return runJest(root, project, parameters, join(folder, 'report.json'));
            } finally {
                rmSync(folder, { recursive: true });
            }
        }
    };
}

function runJest(
    root: string,
    project: string,
    parameters: readonly string[],
    report: string
): Outcome {
    spawnSync(
        process.execPath,
        [
            '--experimental-vm-modules',
            '--disable-warning=ExperimentalWarning',
            join(root, 'node_modules/jest/bin/jest.js'),
            ...['--selectProjects', project, '--json', '--outputFile', report],
            ...parameters
        ],
        { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }
    );
    return readReport(report);
}

/** A file of tests that could not even be loaded counts as one failure. */
function readReport(path: string): Outcome {
    if (!existsSync(path)) {
        return { passed: 0, failed: 1, skipped: 0 };
    }
    const report = JSON.parse(readFileSync(path, 'utf8')) as JestReport;
    return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
        skipped: report.numPendingTests
    };
}
