import { describe, expect, test } from '@jest/globals';
import type { ApexList } from '../../values/index.ts';
import { ApexSObject, systemException } from '../../values/index.ts';
import { dmlStatement } from '../database/statements.ts';
import { libraryObjects } from '../index.ts';
import { callStatic, failureOf } from './support/calls.ts';
import { createTestOrg } from './support/testOrg.ts';

const trigger = (name: string): unknown => libraryObjects()['System.Trigger']?.[name];
const newRecords = (): ApexSObject[] => (trigger('New') as ApexList).toArray() as ApexSObject[];
const widget = (name: string): ApexSObject => new ApexSObject('Widget__c', { Name: name });

describe('triggers', () => {
    test('before insert changes what is saved, not the record in the code', () => {
        const { run, triggers } = createTestOrg();
        triggers.set('Widget__c before insert', {
            name: 'WidgetTrigger',
            run: () => newRecords().forEach((record) => record.write('Name', 'Changed'))
        });
        run(() => {
            const bolt = widget('Bolt');
            dmlStatement('insert', bolt);
            expect(bolt.read('Name')).toBe('Bolt');
            const rows = callStatic('System.Database', 'query', 'SELECT Name FROM Widget__c');
            expect(((rows as ApexList).get(0) as ApexSObject).read('Name')).toBe('Changed');
        });
    });

    test('an update sees old and new records by id', () => {
        const { run, triggers } = createTestOrg();
        const seen: string[] = [];
        triggers.set('Widget__c after update', {
            name: 'WidgetTrigger',
            run: () => {
                seen.push(String(trigger('operationType')), String(trigger('size')));
                const [after] = newRecords();
                const old = trigger('oldMap') as { get(id: unknown): ApexSObject };
                seen.push(String(old.get(after?.read('Id')).read('Name')));
                seen.push(String(after?.read('Name')));
            }
        });
        run(() => {
            const bolt = widget('Bolt');
            dmlStatement('insert', bolt);
            bolt.write('Name', 'Nut');
            dmlStatement('update', bolt);
        });
        expect(seen).toEqual(['AFTER_UPDATE', '1', 'Bolt', 'Nut']);
    });

    test('records of an after trigger are read-only', () => {
        const { run, triggers } = createTestOrg();
        triggers.set('Widget__c after insert', {
            name: 'WidgetTrigger',
            run: () => newRecords()[0]?.write('Name', 'x')
        });
        run(() => {
            const error = failureOf(() => dmlStatement('insert', widget('Bolt')));
            expect(error.getMessage()).toContain('Record is read-only');
        });
    });

    test('addError fails the row with its message and field', () => {
        const { run, triggers } = createTestOrg();
        triggers.set('Widget__c before insert', {
            name: 'WidgetTrigger',
            run: () => newRecords()[0]?.addError('Price__c', 'Too cheap')
        });
        run(() => {
            const error = failureOf(() => dmlStatement('insert', widget('Bolt')));
            expect(error.getMessage()).toBe(
                'Insert failed. First exception on row 0; first error: ' +
                    'FIELD_CUSTOM_VALIDATION_EXCEPTION, Too cheap: [Price__c]'
            );
        });
    });

    test('an exception fails the rows with the name of the trigger and the cause', () => {
        const { run, triggers } = createTestOrg();
        triggers.set('Widget__c before insert', {
            name: 'WidgetTrigger',
            run: () => {
                throw systemException('MathException', 'Divide by 0');
            }
        });
        run(() => {
            const error = failureOf(() => dmlStatement('insert', widget('Bolt')));
            expect(error.getDmlStatusCode(0)).toBe('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
            expect(error.getMessage()).toContain(
                'WidgetTrigger: execution of BeforeInsert\n\ncaused by: ' +
                    'System.MathException: Divide by 0'
            );
        });
    });

    test('outside of triggers there is no context', () => {
        const { run } = createTestOrg();
        run(() => {
            expect(trigger('isExecuting')).toBe(false);
            expect(trigger('New')).toBeNull();
        });
    });
});
