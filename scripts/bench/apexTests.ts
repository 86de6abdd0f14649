import { openTestOrg } from '../local-org/apex/cli/testOrg.ts';
import { runTests } from '../local-org/apex/test/runTests.ts';
import type { Figure } from './figure.ts';

/** How long the package's Apex tests take, opening the org included. */
export function measureApexTests(): readonly Figure[] {
    const start = performance.now();
    const { org, userId } = openTestOrg([], { coverage: false });
    const { tests } = runTests({
        org: org.apex,
        program: org.program,
        userId,
        className: null,
        onResult: () => undefined
    });
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    org.close();
    return [
        { name: 'Apex tests', value: tests.length, unit: 'tests', limit: null },
        { name: 'Apex test suite', value: seconds, unit: 's', limit: null }
    ];
}
