import { keyEquals } from '../../values/equality.ts';
import { uncatchable } from '../../values/exception.ts';
import type { ApexType } from '../../values/objects.ts';
import { describeValue } from '../../values/toString.ts';
import { isInstance, typeOf } from '../../values/typeOf.ts';
import { platformClass } from '../registry.ts';

/** A failed assertion ends the test: `Assertion Failed: message: detail`. */
function fail(message: unknown, detail: string | null): never {
    const parts = [message, detail].filter((part) => part !== null && part !== undefined);
    const text = parts.map((part) => describeValue(part)).join(': ');
    throw uncatchable('AssertException', `Assertion Failed${text === '' ? '' : `: ${text}`}`);
}

export function assertTrue(condition: boolean | null, message: unknown = null): void {
    if (condition !== true) {
        fail(message, null);
    }
}

/** As `equals()`: text minds its case, numbers compare by value. */
export function assertEqual(expected: unknown, actual: unknown, message: unknown = null): void {
    if (!keyEquals(expected, actual)) {
        fail(message, `Expected: ${describeValue(expected)}, Actual: ${describeValue(actual)}`);
    }
}

export function assertNotEqual(expected: unknown, actual: unknown, message: unknown = null): void {
    if (keyEquals(expected, actual)) {
        fail(message, `Same value: ${describeValue(expected)}`);
    }
}

platformClass('System.Assert', {
    statics: {
        areEqual: assertEqual,
        areNotEqual: assertNotEqual,
        fail: (message: string | null = null) => fail(message, null),
        isTrue: assertTrue,
        isFalse: (condition: boolean | null, message: unknown = null) =>
            assertTrue(condition === false, message),
        isNull: (value: unknown, message: unknown = null) => assertEqual(null, value, message),
        isNotNull: (value: unknown, message: unknown = null) =>
            assertNotEqual(null, value, message),
        isInstanceOfType: (value: unknown, type: ApexType, message: unknown = null) => {
            if (!isInstance(value, type.of)) {
                fail(message, `Expected type: ${type.getName()}, Actual type: ${nameOf(value)}`);
            }
        },
        isNotInstanceOfType: (value: unknown, type: ApexType, message: unknown = null) => {
            if (isInstance(value, type.of)) {
                fail(message, `Not expected type: ${type.getName()}`);
            }
        }
    }
});

function nameOf(value: unknown): string {
    return value === null ? 'null' : typeOf(value).name;
}
