import { describe, expect, test } from '@jest/globals';
import {
    ApexDate,
    ApexDecimal,
    ApexList,
    ApexMap,
    ApexSObject,
    sobjectType,
    types
} from '../../values/index.ts';
import { dmlStatement, singleRecord } from '../database/statements.ts';
import type { OperationResult } from '../database/results.ts';
import { callStatic, failureOf } from './support/calls.ts';
import { createTestOrg } from './support/testOrg.ts';

const call = (name: string, ...args: readonly unknown[]): unknown =>
    callStatic('System.Database', name, ...args);

const widget = (name: string, fields: Readonly<Record<string, unknown>> = {}): ApexSObject =>
    new ApexSObject('Widget__c', { Name: name, ...fields });

describe('DML', () => {
    test('an inserted record gets its id and comes back with the types of its fields', () => {
        const { run } = createTestOrg();
        run(() => {
            const bolt = widget('Bolt', {
                Price__c: ApexDecimal.of('1.50'),
                Made_On__c: ApexDate.of(2024, 1, 2)
            });
            dmlStatement('insert', bolt);
            const found = call('query', 'SELECT Name, Price__c, Made_On__c FROM Widget__c');
            const row = singleRecord(found as ApexList) as ApexSObject;
            expect(row.read('Id')).toBe(bolt.read('Id'));
            expect(row.read('Price__c')).toBeInstanceOf(ApexDecimal);
            expect(row.read('Made_On__c')).toEqual(ApexDate.of(2024, 1, 2));
        });
    });

    test('a field that was not queried can not be read', () => {
        const { run } = createTestOrg();
        run(() => {
            dmlStatement('insert', widget('Bolt'));
            const row = singleRecord(call('query', 'SELECT Id FROM Widget__c') as ApexList);
            expect(() => (row as ApexSObject).read('Name')).toThrow(
                'SObject row was retrieved via SOQL without querying the requested field: ' +
                    'Widget__c.Name'
            );
        });
    });

    test('a queried field without value is null and not populated', () => {
        const { run } = createTestOrg();
        run(() => {
            dmlStatement('insert', widget('Bolt'));
            const rows = call('query', 'SELECT Name, Price__c FROM Widget__c') as ApexList;
            const row = rows.get(0) as ApexSObject;
            expect(row.read('Price__c')).toBeNull();
            expect(row.getPopulatedFieldsAsMap().containsKey('Price__c')).toBe(false);
        });
    });

    test('all or none: a failing row throws a DmlException that tells the row', () => {
        const { run } = createTestOrg();
        run(() => {
            const list = new ApexList(sobjectType('Contact'), [
                new ApexSObject('Contact', { LastName: 'Good' }),
                new ApexSObject('Contact', { FirstName: 'Bad' })
            ]);
            const error = failureOf(() => dmlStatement('insert', list));
            expect(error.getTypeName()).toBe('System.DmlException');
            expect(error.getDmlIndex(0)).toBe(1);
            expect(error.getDmlStatusCode(0)).toBe('REQUIRED_FIELD_MISSING');
            expect(call('countQuery', 'SELECT COUNT() FROM Contact')).toBe(0);
        });
    });

    test('partial success gives one result per record', () => {
        const { run } = createTestOrg();
        run(() => {
            const list = new ApexList(sobjectType('Contact'), [
                new ApexSObject('Contact', { LastName: 'Good' }),
                new ApexSObject('Contact', { FirstName: 'Bad' })
            ]);
            const results = call('insert', list, false) as ApexList;
            const outcomes = results.toArray().map((item) => (item as OperationResult).isSuccess());
            expect(outcomes).toEqual([true, false]);
        });
    });

    test('one record twice in a list is refused', () => {
        const { run } = createTestOrg();
        run(() => {
            const bolt = widget('Bolt');
            const list = new ApexList(sobjectType('Widget__c'), [bolt, bolt]);
            expect(() => dmlStatement('insert', list)).toThrow(
                'Before Insert or Upsert list must not have two identically equal elements'
            );
        });
    });

    test('the 151st statement is one too many, and Apex can not catch it', () => {
        const { run } = createTestOrg();
        const attempt = (): void =>
            run(() => {
                for (let index = 0; index < 151; index += 1) {
                    dmlStatement('insert', widget(`W${index}`));
                }
            });
        expect(attempt).toThrow('Too many DML statements: 151');
    });

    test('a rolled back savepoint takes its records back', () => {
        const { run } = createTestOrg();
        run(() => {
            const savepoint = call('setSavepoint');
            dmlStatement('insert', widget('Bolt'));
            call('rollback', savepoint);
            expect(call('countQuery', 'SELECT COUNT() FROM Widget__c')).toBe(0);
        });
    });

    test('what a transaction did is undone when it throws', () => {
        const { run } = createTestOrg();
        expect(() =>
            run(() => {
                dmlStatement('insert', widget('Bolt'));
                throw new Error('stop');
            })
        ).toThrow('stop');
        expect(run(() => call('countQuery', 'SELECT COUNT() FROM Widget__c'))).toBe(0);
    });
});

describe('queries', () => {
    test('binds come from a map, whatever the case of their names', () => {
        const { run } = createTestOrg();
        run(() => {
            dmlStatement('insert', widget('Bolt'));
            const binds = new ApexMap(types.String, types.Object, [['NAME', 'Bolt']]);
            const soql = 'SELECT Id FROM Widget__c WHERE Name = :name';
            expect((call('queryWithBinds', soql, binds) as ApexList).size()).toBe(1);
        });
    });

    test('a missing bind is a QueryException', () => {
        const { run } = createTestOrg();
        run(() => {
            const soql = 'SELECT Id FROM Widget__c WHERE Name = :nothing';
            expect(() => call('query', soql)).toThrow('Variable does not exist: nothing');
        });
    });

    test('aggregates count in Integers and sum in Decimals', () => {
        const { run } = createTestOrg();
        run(() => {
            dmlStatement('insert', widget('Bolt', { Price__c: ApexDecimal.of('1.50') }));
            const soql = 'SELECT COUNT(Id) amount, SUM(Price__c) total FROM Widget__c';
            const row = (call('query', soql) as ApexList).get(0) as ApexSObject;
            expect(row.get('amount')).toBe(1);
            expect(String(row.get('total'))).toBe('1.5');
        });
    });

    test('no row for a single record is a QueryException', () => {
        const { run } = createTestOrg();
        run(() => {
            const rows = call('query', 'SELECT Id FROM Widget__c') as ApexList;
            expect(() => singleRecord(rows)).toThrow('List has no rows for assignment to SObject');
        });
    });

    test('the 101st query is one too many', () => {
        const { run } = createTestOrg();
        const attempt = (): void =>
            run(() => {
                for (let index = 0; index < 101; index += 1) {
                    call('query', 'SELECT Id FROM Widget__c');
                }
            });
        expect(attempt).toThrow('Too many SOQL queries: 101');
    });
});
