import { describe, expect, test } from '@jest/globals';
import { ApexDecimal, ApexDouble } from '../../values/index.ts';
import '../index.ts';
import { callOn, callStatic, failureOf } from './support/calls.ts';

const decimal = (text: string): ApexDecimal => ApexDecimal.of(text);
const on = (name: string, value: string, ...args: readonly unknown[]): string =>
    String(callOn('Decimal', name, decimal(value), ...args));

describe('Decimal', () => {
    test('setScale rounds half to even unless told otherwise', () => {
        expect(on('setScale', '5.245', 2)).toBe('5.24');
        expect(on('setScale', '5.245', 2, 'HALF_UP')).toBe('5.25');
    });

    test('divide keeps the scale asked for', () => {
        expect(on('divide', '19', decimal('100'), 3)).toBe('0.190');
    });

    test('round, scale, precision and zeros', () => {
        expect(on('round', '4.5')).toBe('4');
        expect(on('scale', '1.50')).toBe('2');
        expect(on('precision', '123.45')).toBe('5');
        expect(on('stripTrailingZeros', '1.500')).toBe('1.5');
    });

    test('toPlainString has no exponent', () => {
        expect(on('toPlainString', '1E+5')).toBe('100000');
    });
});

describe('texts to numbers', () => {
    test('Integer refuses what is no whole number in range', () => {
        expect(callStatic('System.Integer', 'valueOf', ' 42 ')).toBe(42);
        expect(failureOf(() => callStatic('System.Integer', 'valueOf', 'x')).toString()).toBe(
            'System.TypeException: Invalid integer: x'
        );
        expect(() => callStatic('System.Integer', 'valueOf', '2147483648')).toThrow(
            'Invalid integer: 2147483648'
        );
    });

    test('Integer cuts a Decimal off', () => {
        expect(callStatic('System.Integer', 'valueOf', decimal('-1.9'))).toBe(-1);
    });

    test('Decimal keeps the scale of its text', () => {
        expect(String(callStatic('System.Decimal', 'valueOf', '12.50'))).toBe('12.50');
    });
});

describe('Math', () => {
    const math = (name: string, ...args: readonly unknown[]): string =>
        String(callStatic('System.Math', name, ...args));

    test('Decimals round half to even and Doubles half up', () => {
        expect(math('round', decimal('2.5'))).toBe('2');
        expect(math('round', new ApexDouble(2.5))).toBe('3');
    });

    test('mod takes the sign of the dividend', () => {
        expect(math('mod', -7, 3)).toBe('-1');
    });

    test('ceil and floor of a Decimal stay Decimals', () => {
        expect(math('ceil', decimal('1.2'))).toBe('2');
        expect(math('floor', decimal('-1.2'))).toBe('-2');
    });

    test('a remainder by zero is a MathException', () => {
        expect(() => math('mod', 1, 0)).toThrow('Divide by 0');
    });
});
