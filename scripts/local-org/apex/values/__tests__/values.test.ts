import { describe, expect, test } from '@jest/globals';
import {
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexList,
    ApexSObject,
    castTo,
    compareOperator,
    describeValue,
    exactEquals,
    isInstance,
    listOf,
    looseEquals,
    normaliseId,
    sobjectType,
    systemException,
    types
} from '../index.ts';

describe('equality', () => {
    test('== ignores the case of text and === does not', () => {
        expect(looseEquals('Acme', 'ACME')).toBe(true);
        expect(exactEquals('Acme', 'ACME')).toBe(false);
    });

    test('== compares numbers of all types by value', () => {
        expect(looseEquals(1, ApexDecimal.of('1.00'))).toBe(true);
        expect(looseEquals(1n, new ApexDouble(1))).toBe(true);
    });

    test('== compares records by content and === by identity', () => {
        const a = new ApexSObject('Account', { Name: 'Acme' });
        const b = new ApexSObject('Account', { Name: 'Acme' });
        expect(looseEquals(a, b)).toBe(true);
        expect(exactEquals(a, b)).toBe(false);
    });

    test('order operators are false for null and ignore case', () => {
        expect(compareOperator(null, 1)).toBeNull();
        expect(compareOperator('a', 'B')).toBeLessThan(0);
        expect(compareOperator('a', 'A')).toBe(0);
    });
});

describe('types at run time', () => {
    test('a text that is an id is an instance of Id', () => {
        expect(isInstance('001000000000001', types.Id)).toBe(true);
        expect(isInstance('hello', types.Id)).toBe(false);
    });

    test('null is an instance of nothing', () => {
        expect(isInstance(null, types.Object)).toBe(false);
    });

    test('a list of SObject casts to a list of its records', () => {
        const list = new ApexList(types.SObject);
        expect(castTo(list, listOf(sobjectType('Account')))).toBe(list);
    });

    test('a wrong cast names both types', () => {
        expect(() => castTo<unknown>(ApexDecimal.of(1), types.Integer)).toThrow(
            'Invalid conversion from runtime type Decimal to Integer'
        );
    });
});

describe('ids', () => {
    test('15 characters become 18', () => {
        expect(normaliseId('a0B5f000001abCD')).toHaveLength(18);
    });

    test('an id of 18 in one case gets its case back', () => {
        const id = normaliseId('a0B5f000001abCD') ?? '';
        expect(normaliseId(id.toLowerCase())).toBe(id);
    });

    test('a wrong checksum is no id', () => {
        expect(normaliseId('001000000000001AAB')).toBeNull();
    });
});

describe('text of values', () => {
    test('doubles are shown as Java does', () => {
        expect(describeValue(new ApexDouble(1))).toBe('1.0');
        expect(describeValue(new ApexDouble(1e10))).toBe('1.0E10');
    });

    test('dates and records', () => {
        expect(describeValue(ApexDate.of(2024, 2, 30))).toBe('2024-03-01 00:00:00');
        expect(describeValue(new ApexDatetime(0))).toBe('1970-01-01 00:00:00');
        expect(describeValue(new ApexSObject('Account', { Name: 'A' }))).toBe('Account:{Name=A}');
    });

    test('an exception shows its type and message', () => {
        expect(describeValue(systemException('MathException', 'Divide by 0'))).toBe(
            'System.MathException: Divide by 0'
        );
    });
});

describe('Decimal', () => {
    test('division keeps 34 digits', () => {
        expect(ApexDecimal.of(1).dividedBy(ApexDecimal.of(3)).toString()).toBe(
            '0.3333333333333333333333333333333333'
        );
    });

    test('products add up their scales', () => {
        expect(ApexDecimal.of('1.10').times(ApexDecimal.of('2.0')).toString()).toBe('2.200');
    });

    test('dividing by zero is a MathException', () => {
        expect(() => ApexDecimal.of(1).dividedBy(ApexDecimal.ZERO)).toThrow('Divide by 0');
    });
});
