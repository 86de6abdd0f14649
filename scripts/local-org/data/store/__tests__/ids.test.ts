import { describe, expect, it } from '@jest/globals';
import { isId, makeId, normalizeId, serialOf, withChecksum } from '../ids.ts';

describe('Record ids', () => {
    it('get the three-letter suffix that tells their capitals', () => {
        expect(withChecksum('001D000000IqhSL')).toBe('001D000000IqhSLIAZ');
    });

    it('come back in their right case from 18 characters in any case', () => {
        expect(normalizeId('001d000000iqhsliaz')).toBe('001D000000IqhSLIAZ');
    });

    it('are refused with a wrong length or other letters', () => {
        expect(['001D000000Iqh', '001D000000Iqh-L', 'me'].map(isId)).toEqual([false, false, false]);
    });

    it('number the records of an object', () => {
        expect(serialOf(makeId('a00', 12_345))).toBe(12_345);
    });
});
