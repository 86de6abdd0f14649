import { libraryObjects, primitiveMethods } from '../../index.ts';
import { ApexException } from '../../../values/index.ts';

type Call = (...args: readonly unknown[]) => unknown;

/** Calls a static member of a platform class as compiled code does. */
export function callStatic(className: string, name: string, ...args: readonly unknown[]): unknown {
    const member = libraryObjects()[className]?.[name];
    if (typeof member !== 'function') throw new Error(`${className}.${name} is missing.`);
    return (member as Call)(...args);
}

/** `new X(…)`. */
export function construct(className: string, ...args: readonly unknown[]): unknown {
    return callStatic(className, 'construct', ...args);
}

/** Calls an instance method of a primitive: receiver first. */
export function callOn(type: string, name: string, ...args: readonly unknown[]): unknown {
    const member = primitiveMethods()[type]?.[name];
    if (!member) throw new Error(`${type}.${name} is missing.`);
    return (member as Call)(...args);
}

/** The Apex exception that work ends with. */
export function failureOf(work: () => unknown): ApexException {
    try {
        work();
    } catch (error) {
        if (error instanceof ApexException) return error;
        throw error;
    }
    throw new Error('It did not fail.');
}
