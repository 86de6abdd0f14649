import { relative } from 'node:path';

import type { LocalOrg } from '../../org/localOrg.ts';
import type { LineCoverage, TestReport, TestResult } from '../test/results.ts';

const MARKS: Readonly<Record<TestResult['outcome'], string>> = {
    pass: 'pass ',
    fail: 'FAIL ',
    error: 'ERROR',
    skip: 'skip '
};

export function printResult(result: TestResult): void {
    console.log(`${MARKS[result.outcome]} ${result.class}.${result.method} (${result.ms} ms)`);
    if (result.message !== null) {
        console.log(indented(result.message));
        console.log(indented(result.stack ?? ''));
    }
}

/** Compile errors, coverage and counts. */
export function printReport({ tests, coverage }: TestReport, org: LocalOrg): void {
    printProblems(org);
    console.log('');
    coverage.forEach((entry) => console.log(coverageLine(entry)));
    console.log(`\nLines covered: ${share(totalOf(coverage))}`);
    const passed = tests.filter(({ outcome }) => outcome === 'pass').length;
    const skipped = tests.filter(({ outcome }) => outcome === 'skip').length;
    console.log(`${passed} passed, ${tests.length - passed - skipped} failed`);
}

/** What does not compile, and what of the platform the local org lacks. */
export function printProblems({ program, source }: LocalOrg): void {
    for (const { path, line, severity, message } of program.diagnostics()) {
        console.error(`${severity}: ${relative('.', path)}:${line}: ${message}`);
    }
    for (const { severity, file, message } of source.model.problems) {
        console.error(`${severity}: ${relative('.', file)}: ${message}`);
    }
}

function coverageLine(entry: LineCoverage): string {
    return `${share(entry).padStart(8)}  ${entry.class}`;
}

function totalOf(coverage: readonly LineCoverage[]): Pick<LineCoverage, 'covered' | 'lines'> {
    return {
        lines: coverage.reduce((sum, { lines }) => sum + lines, 0),
        covered: coverage.reduce((sum, { covered }) => sum + covered, 0)
    };
}

function share({ lines, covered }: Pick<LineCoverage, 'covered' | 'lines'>): string {
    return `${lines === 0 ? 100 : Math.floor((1000 * covered) / lines) / 10} %`;
}

function indented(text: string): string {
    return text.replace(/^/gm, '      ');
}
