import { describe, expect, test } from '@jest/globals';
import type { Quiddity, Sharing } from '../../execution.ts';
import { createTestOrg } from './support/testOrg.ts';

/** Whether sharing is enforced with these classes on the stack, outermost first. */
function enforced(sharings: readonly Sharing[], quiddity: Quiddity = 'ANONYMOUS'): boolean {
    return createTestOrg().run(
        (execution) => {
            const frames = sharings.map((sharing, index) => {
                return { name: `Class.C${index}.run`, sharing, line: 1, column: 1 };
            });
            execution.frames.push(...frames);
            return execution.enforcesSharing();
        },
        { quiddity }
    );
}

describe('record sharing of the running class, API 66', () => {
    test('a class decides for itself', () => {
        expect(enforced(['without', 'with'])).toBe(true);
        expect(enforced(['with', 'without'])).toBe(false);
    });

    test('a class that does not say, or inherits, follows its caller', () => {
        expect(enforced(['with', 'none'])).toBe(true);
        expect(enforced(['without', 'inherited'])).toBe(false);
    });

    test('with nobody to follow, inherited enforces and none does not', () => {
        expect(enforced(['inherited'])).toBe(true);
        expect(enforced(['none'])).toBe(false);
    });

    test('a Lightning controller that does not say enforces', () => {
        expect(enforced(['none'], 'AURA')).toBe(true);
    });
});
