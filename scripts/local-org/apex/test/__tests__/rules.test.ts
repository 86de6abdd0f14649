import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { openTestOrg } from '../../cli/testOrg.ts';
import { runTests } from '../runTests.ts';

const SOURCE = fileURLToPath(new URL('../rules', import.meta.url));

/** Every Apex test method of `rules/` states a rule of the platform; the org must keep it. */
describe('rules of the platform, as Apex tests', () => {
    const { org, userId } = openTestOrg([SOURCE], { coverage: false });
    const { tests } = runTests({
        org: org.apex,
        program: org.program,
        userId,
        className: null,
        onResult: () => undefined
    });

    test('the source compiles', () => {
        const errors = org.program.diagnostics().filter(({ severity }) => severity === 'error');
        expect(errors).toEqual([]);
        expect(tests.length).toBeGreaterThan(0);
    });

    test.each(tests.map((result) => [`${result.class}.${result.method}`, result] as const))(
        '%s',
        (_, { outcome, message, stack }) => {
            expect({ outcome, message, stack }).toEqual({
                outcome: 'pass',
                message: null,
                stack: null
            });
        }
    );
});
