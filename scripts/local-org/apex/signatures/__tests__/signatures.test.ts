import { describe, expect, test } from '@jest/globals';
import { platformType, platformTypeNames } from '../platform.ts';
import { sobjectSignature, sobjectSignatureNames } from '../sobjects.ts';

describe('platform types', () => {
    test('are all there, by full name in any case', () => {
        expect(platformTypeNames().length).toBeGreaterThan(1700);
        expect(platformType('system.httprequest')?.name).toBe('System.HttpRequest');
        expect(platformType('System.Nothing')).toBeUndefined();
    });

    test('have parameters of type, supertypes, overloads and constructors', () => {
        const list = platformType('System.List');
        expect(list?.typeParameters).toEqual(['T']);
        expect(list?.interfaces).toEqual(['Iterable<T>']);
        expect(
            list?.methods.filter(({ name }) => name === 'add').map(({ parameters }) => parameters)
        ).toEqual([['T'], ['Integer', 'T']]);
        expect(list?.constructors).toContainEqual(['Set<T>']);
    });

    test('tell statics from instance members', () => {
        const id = platformType('System.Id');
        expect(id?.methods.find(({ name }) => name === 'valueOf')).toMatchObject({
            isStatic: true,
            returns: 'Id'
        });
        expect(id?.methods.find(({ name }) => name === 'getSobjectType')?.isStatic).toBe(false);
    });

    test('list the constants of enums', () => {
        expect(platformType('System.TriggerOperation')).toMatchObject({ kind: 'enum', fields: [] });
        expect(platformType('System.TriggerOperation')?.constants).toContain('BEFORE_INSERT');
    });
});

describe('standard objects', () => {
    test('have fields with Apex types and parent relationships', () => {
        const account = sobjectSignature('account');
        expect(sobjectSignatureNames().length).toBeGreaterThan(4000);
        expect(account?.fields.find(({ name }) => name === 'OwnerId')).toEqual({
            name: 'OwnerId',
            type: 'Id',
            relationship: { name: 'Owner', target: 'User' }
        });
        expect(account?.fields.find(({ name }) => name === 'AnnualRevenue')?.type).toBe('Decimal');
    });

    test('name the children by relationship', () => {
        expect(sobjectSignature('Account')?.children).toContainEqual({
            name: 'Contacts',
            object: 'Contact'
        });
    });
});
