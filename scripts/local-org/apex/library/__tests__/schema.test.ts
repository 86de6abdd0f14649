import { describe, expect, test } from '@jest/globals';
import type { ApexMap, ApexType } from '../../values/index.ts';
import { ApexDecimal, ApexList, ApexSObject, sobjectType, types } from '../../values/index.ts';
import { describeObject, sobjectToken } from '../schema/object.ts';
import { fieldToken } from '../schema/field.ts';
import { platformConstant } from '../platform/enums.ts';
import { customSettings } from '../settings/customSettings.ts';
import { dmlStatement } from '../database/statements.ts';
import type { AccessDecision } from '../security/strip.ts';
import '../http/request.ts';
import { callStatic, failureOf } from './support/calls.ts';
import { ADA, createTestOrg } from './support/testOrg.ts';

const get = (target: object, name: string): unknown => Reflect.get(target, name);

describe('object and field descriptions', () => {
    test('objects are found by name in any case and equal themselves', () => {
        const { run } = createTestOrg();
        run(() => {
            const all = callStatic('System.Schema', 'getGlobalDescribe') as ApexMap;
            expect(all.get('WIDGET__C')).toBe(sobjectToken('widget__c'));
            expect(get(describeObject('widget__c'), 'LabelPlural')).toBe('Widgets');
        });
    });

    test('fields tell type, label and permissions of the user', () => {
        const { run, refused } = createTestOrg();
        refused.add('Widget__c.Price__c');
        run(() => {
            const price = fieldToken('Widget__c', 'Price__c').getDescribe();
            expect(String(get(price, 'Type'))).toBe('CURRENCY');
            expect(get(price, 'Label')).toBe('Price');
            expect(get(price, 'Accessible')).toBe(false);
            expect(get(fieldToken('Widget__c', 'Name').getDescribe(), 'Updateable')).toBe(true);
        });
    });

    test('a lookup tells its target and its child relationship', () => {
        const { run } = createTestOrg();
        run(() => {
            const account = fieldToken('Widget__c', 'Account__c').getDescribe();
            expect(String(get(account, 'ReferenceTo'))).toBe('(Account)');
            expect(get(account, 'RelationshipName')).toBe('Account__r');
        });
    });

    test('a new record of a token may take the defaults', () => {
        const { run } = createTestOrg();
        run(() => {
            const record = sobjectToken('Widget__c').newSObject(null, true);
            expect(record.isSet('Is_Blue__c')).toBe(true);
        });
    });

    test('Type finds objects and platform classes', () => {
        const { run } = createTestOrg();
        run(() => {
            const find = (name: string): string | undefined =>
                (callStatic('System.Type', 'forName', name) as ApexType | null)?.getName();
            expect(find('widget__c')).toBe('Widget__c');
            expect(find('HttpRequest')).toBe('System.HttpRequest');
            expect(find('Map<String, List<Account>>')).toBe('Map<String,List<Account>>');
            expect(find('Nothing')).toBeUndefined();
        });
    });
});

describe('SObject', () => {
    test('put refuses what the field can not hold', () => {
        const { run } = createTestOrg();
        run(() => {
            const record = new ApexSObject('Widget__c');
            expect(failureOf(() => record.put('Name', 5)).toString()).toBe(
                'System.SObjectException: Illegal assignment from Integer to String'
            );
            expect(() => record.put('Nope__c', 1)).toThrow('Invalid field Nope__c for Widget__c');
        });
    });

    test('put widens an Integer and returns the value before', () => {
        const { run } = createTestOrg();
        run(() => {
            const record = new ApexSObject('Widget__c', { Price__c: 1 });
            expect(record.read('Price__c')).toBeInstanceOf(ApexDecimal);
            expect(String(record.put('price__c', 2))).toBe('1');
        });
    });

    test('an unset checkbox is false, an unset text null', () => {
        const { run } = createTestOrg();
        run(() => {
            const record = new ApexSObject('Widget__c');
            expect(record.read('Is_Blue__c')).toBe(false);
            expect(record.read('Name')).toBeNull();
        });
    });

    test('a clone leaves the id behind', () => {
        const { run } = createTestOrg();
        run(() => {
            const record = new ApexSObject('Account', { Id: '001000000000001', Name: 'Acme' });
            expect(record.clone().read('Id')).toBeNull();
            expect(record.clone(true).read('Id')).toBe('001000000000001AAA');
            expect(record.clone().getCloneSourceId()).toBe('001000000000001AAA');
        });
    });
});

describe('stripInaccessible', () => {
    const readable = () => platformConstant('System.AccessType', 'READABLE');

    test('removes what the user may not read and says so', () => {
        const { run, refused } = createTestOrg();
        refused.add('Widget__c.Price__c');
        run(() => {
            const record = new ApexSObject('Widget__c', { Name: 'Bolt', Price__c: 1 });
            const list = new ApexList(sobjectType('Widget__c'), [record]);
            const strip = callStatic('System.Security', 'stripInaccessible', readable(), list);
            const decision = strip as AccessDecision;
            expect(decision.getRecords().toString()).toBe('(Widget__c:{Name=Bolt})');
            expect(decision.getRemovedFields().toString()).toBe('{Widget__c={Price__c}}');
            expect(decision.getModifiedIndexes().toString()).toBe('{0}');
        });
    });

    test('refuses an object that the user may not see', () => {
        const { run, refused } = createTestOrg();
        refused.add('Widget__c');
        run(() => {
            const list = new ApexList(types.SObject, [new ApexSObject('Widget__c')]);
            const error = failureOf(() =>
                callStatic('System.Security', 'stripInaccessible', readable(), list)
            );
            expect(error.toString()).toBe(
                'System.NoAccessException: No access to entity: Widget__c'
            );
        });
    });
});

describe('custom settings', () => {
    test('the user wins over the organisation, field by field', () => {
        const { run, org } = createTestOrg();
        run(() => {
            const owned = (owner: string, fields: Readonly<Record<string, unknown>>): void =>
                dmlStatement(
                    'insert',
                    new ApexSObject('Switches__c', { SetupOwnerId: owner, ...fields })
                );
            owned(org.info.organizationId, { Host__c: 'org.example.com', Is_On__c: true });
            owned(ADA.id, { Is_On__c: false });
            const found = customSettings.getInstance('Switches__c');
            expect(found?.read('Host__c')).toBe('org.example.com');
            expect(found?.read('Is_On__c')).toBe(false);
            expect(customSettings.getOrgDefaults('Switches__c').read('Is_On__c')).toBe(true);
        });
    });

    test('without saved values there is an empty record with the defaults', () => {
        const { run } = createTestOrg();
        run(() => {
            const found = customSettings.getInstance('Switches__c');
            expect(found?.read('Id')).toBeNull();
            expect(found?.read('Is_On__c')).toBe(false);
            expect(customSettings.getValues('Switches__c')).toBeNull();
        });
    });
});
