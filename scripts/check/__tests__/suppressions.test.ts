import { describe, expect, test } from '@jest/globals';

import { suppressionsIn } from '../suppressions.ts';

const reasons = (source: string) => suppressionsIn(source).map(({ hasReason }) => hasReason);

describe('suppressionsIn', () => {
    test.each([
        ['PMD', "@SuppressWarnings('PMD.ApexCRUDViolation')"],
        ['PMD', 'delete rows; // NOPMD'],
        ['graph engine', '// sfge-disable-next-line ApexFlsViolationRule'],
        ['Code Analyzer', '// code-analyzer-suppress(ApexDoc)'],
        ['ESLint', '/* eslint-disable no-console */'],
        ['TypeScript', '// @ts-expect-error']
    ])('finds those of %s', (kind, line) => {
        expect(suppressionsIn(`first\n${line}`)).toEqual([{ kind, line: 2, hasReason: false }]);
    });

    test('takes a reason behind dashes, or a comment right above', () => {
        expect(reasons('// eslint-disable-next-line no-x -- waits for the other window')).toEqual([
            true
        ]);
        expect(reasons('// A page after the other.\n// eslint-disable-next-line no-x')).toEqual([
            true
        ]);
        expect(reasons("/** Reads what nobody owns. */\n@SuppressWarnings('PMD')")).toEqual([true]);
    });

    test('takes neither code nor the mere end of a comment for a reason', () => {
        expect(reasons('call();\n// NOPMD')).toEqual([false]);
        expect(reasons(' */\n// NOPMD')).toEqual([false]);
        expect(reasons('// eslint-disable-next-line no-x --')).toEqual([false]);
    });
});
