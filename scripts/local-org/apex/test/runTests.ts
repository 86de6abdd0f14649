import { Execution, withExecution } from '../execution.ts';
import { testClasses, type EntryPoint, type TestClass } from '../kernel/entryPoints.ts';
import type { ApexProgram } from '../kernel/program.ts';
import type { Org } from '../library/org/ports.ts';
import { finishTest } from '../library/test/test.ts';
import { TestState } from '../library/test/testState.ts';
import { coverageOf } from './coverage.ts';
import { failedResult } from './failure.ts';
import type { TestReport, TestResult } from './results.ts';
import { undone } from './undone.ts';

export interface TestRun {
    readonly org: Org;
    readonly program: ApexProgram;
    /** Who runs the tests, when they don't say otherwise. */
    readonly userId: string;
    /** Only this class, in any case; null for all. */
    readonly className: string | null;
    /** Hears of each result as it comes. */
    readonly onResult: (result: TestResult) => void;
}

/** Runs Apex tests. Nothing that they do stays. */
export function runTests(run: TestRun): TestReport {
    const classes = testClasses(run.program).filter(({ className }) => isWanted(className, run));
    const tests = classes.flatMap((one) => runClass(one, run));
    return { tests, coverage: coverageOf(run.program) };
}

function isWanted(className: string, run: TestRun): boolean {
    return run.className === null || className.toLowerCase() === run.className.toLowerCase();
}

/** What the set-up methods make is there for each test anew. */
function runClass({ setups, tests }: TestClass, run: TestRun): readonly TestResult[] {
    return undone(run.org.database, () => {
        const failure = runSetups(setups, run);
        return tests.map((test) => {
            const result = failure === null ? runTest(test, run) : withoutSetup(test, failure);
            run.onResult(result);
            return result;
        });
    });
}

/** The failure of a set-up method is the failure of every test of the class. */
function runSetups(setups: readonly EntryPoint[], run: TestRun): TestResult | null {
    for (const setup of setups) {
        const result = timed(setup, () => execute(setup, run));
        if (result.outcome !== 'pass') {
            return result;
        }
    }
    return null;
}

function withoutSetup(
    test: EntryPoint,
    { method, outcome, message, stack }: TestResult
): TestResult {
    const reason = `Test setup method ${method} failed: ${message}`;
    return {
        class: test.className,
        method: test.methodName,
        outcome,
        ms: 0,
        message: reason,
        stack
    };
}

function runTest(test: EntryPoint, run: TestRun): TestResult {
    return timed(test, () => undone(run.org.database, () => execute(test, run)));
}

function execute(point: EntryPoint, { org, userId }: TestRun): void {
    const options = { userId, quiddity: 'RUNTEST_SYNC' as const, test: new TestState() };
    const execution = new Execution(org, options);
    // Set-up methods and tests are transactions of their own to the rule against mixed DML.
    const scope = org.database.beginDmlScope();
    try {
        withExecution(execution, () => {
            point.call([]);
            finishTest(execution);
        });
    } finally {
        org.database.endDmlScope(scope);
    }
}

function timed({ className, methodName }: EntryPoint, work: () => void): TestResult {
    const start = performance.now();
    const ms = () => Math.round(performance.now() - start);
    try {
        work();
        return {
            class: className,
            method: methodName,
            outcome: 'pass',
            ms: ms(),
            message: null,
            stack: null
        };
    } catch (error) {
        return { class: className, method: methodName, ms: ms(), ...failedResult(error) };
    }
}
