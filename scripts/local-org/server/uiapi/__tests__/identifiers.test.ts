import { describe, expect, it } from '@jest/globals';
import { isApiName, isFieldPath, isRecordId, toLongId } from '../identifiers.ts';

describe('identifiers', () => {
    it('adds the three letters that tell the case of a short id', () => {
        expect(toLongId('001000000000001')).toBe('001000000000001AAA');
        expect(toLongId('00D3t000000aBcD')).toBe('00D3t000000aBcDEAU');
    });

    it.each(['001000000000001', '001000000000001AAA'])('takes %s as an id', (id) => {
        expect(isRecordId(id)).toBe(true);
    });

    it.each(['', '001', '0010000000000012', "001000000000001' --"])('refuses %s as an id', (id) => {
        expect(isRecordId(id)).toBe(false);
    });

    it.each(['Account', 'Zendesk_Link__c', 'ns__Thing__r'])('takes %s as a name', (name) => {
        expect(isApiName(name)).toBe(true);
    });

    it.each(['', '1a', 'A B', 'A.B', 'A;', 'Ä'])('refuses "%s" as a name', (name) => {
        expect(isApiName(name)).toBe(false);
    });

    it('allows five relationships in a field path', () => {
        expect(isFieldPath('A.B.C.D.E.Name')).toBe(true);
        expect(isFieldPath('A.B.C.D.E.F.Name')).toBe(false);
    });
});
