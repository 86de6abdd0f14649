import { resolve } from 'node:path';

import { openTestOrg } from './testOrg.ts';
import { type ApexCommand, parseCommand } from './arguments.ts';
import { printProblems, printReport, printResult } from './printReport.ts';
import { runAnonymous } from './runAnonymous.ts';
import { runTests } from '../test/runTests.ts';

try {
    process.exitCode = execute(parseCommand(process.argv.slice(2)));
} catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
}

/** The exit code: 0 when all went well. */
function execute(command: ApexCommand): number {
    const dirs = command.sourceDirs.map((dir) => resolve(dir));
    switch (command.kind) {
        case 'test':
            return test(command, dirs);
        case 'run':
            return runAnonymous(resolve(command.file), openTestOrg(dirs, { coverage: false }));
    }
}

function test(
    { className, json }: Extract<ApexCommand, { kind: 'test' }>,
    dirs: readonly string[]
): number {
    const { org, userId } = openTestOrg(dirs, { coverage: true });
    const report = runTests({
        org: org.apex,
        program: org.program,
        userId,
        className,
        onResult: json ? () => undefined : printResult
    });
    if (json) {
        // To the error stream: the output holds JSON alone.
        printProblems(org);
        console.log(JSON.stringify(report));
    } else {
        printReport(report, org);
    }
    if (report.tests.length === 0) {
        console.error(
            className === null ? 'There are no Apex tests.' : `No tests in ${className}.`
        );
    }
    const isClean = report.tests.every(({ outcome }) => outcome === 'pass' || outcome === 'skip');
    return isClean && report.tests.length > 0 ? 0 : 1;
}
