import { readFileSync } from 'node:fs';

import { runTransaction } from '../execution.ts';
import { toApexError } from '../kernel/errors.ts';
import type { LimitName } from '../library/limits/ledger.ts';
import { ApexException } from '../values/index.ts';
import type { TestOrg } from './testOrg.ts';

const SHOWN_LIMITS: readonly (readonly [LimitName, string])[] = [
    ['queries', 'SOQL queries'],
    ['queryRows', 'Query rows'],
    ['dmlStatements', 'DML statements'],
    ['dmlRows', 'DML rows'],
    ['callouts', 'Callouts'],
    ['cpuTime', 'CPU time (ms)'],
    ['heapSize', 'Heap size (bytes)']
];

/** Runs an anonymous block; prints its debug log and the limits it used. The exit code. */
export function runAnonymous(file: string, { org, userId }: TestOrg): number {
    const { problems, run } = org.program.anonymous(readFileSync(file, 'utf8'));
    problems.forEach(({ severity, line, message }) =>
        console.error(`${severity}: ${file}:${line}: ${message}`)
    );
    if (!run) {
        return 1;
    }
    return execute(run, { org, userId });
}

function execute(run: () => void, { org, userId }: TestOrg): number {
    try {
        runTransaction(org.apex, { userId, quiddity: 'ANONYMOUS' }, (current) => {
            try {
                run();
            } finally {
                current.log
                    .entries()
                    .forEach(({ category, line, level, text }) =>
                        console.log([category, line ?? '', level, text].join('|'))
                    );
                SHOWN_LIMITS.forEach(([name, label]) =>
                    console.log(
                        `${label}: ${current.limits.used(name)} of ${current.limits.allowed(name)}`
                    )
                );
            }
        });
        org.runJobs();
        return 0;
    } catch (error) {
        const translated = toApexError(error);
        console.error(describe(translated));
        return 1;
    }
}

function describe(error: unknown): string {
    return error instanceof ApexException
        ? `${error.toString()}\n${error.getStackTraceString()}`
        : String(error instanceof Error ? error.stack : error);
}
