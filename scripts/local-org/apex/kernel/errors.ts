import {
    ApexException,
    nullPointer,
    uncatchable,
    UncatchableException,
    UnsupportedFeatureError
} from '../values/index.ts';
import { isThrownByApex, withStack } from './stack.ts';

/** Running a statement or class that did not compile. Not an Apex exception: never caught by Apex. */
export class CompileFailure extends Error {
    readonly unit: string;
    readonly line: number;

    constructor(unit: string, line: number, message: string) {
        super(`${unit}: line ${line}: ${message}`);
        this.name = 'CompileFailure';
        this.unit = unit;
        this.line = line;
    }
}

export function broken(unit: string, line: number, message: string): never {
    throw new CompileFailure(unit, line, message);
}

interface ErrorLike {
    readonly name: string;
    readonly message: string;
    readonly stack?: string;
}

function isErrorLike(error: unknown): error is ErrorLike {
    return typeof error === 'object' && error !== null && 'message' in error && 'name' in error;
}

/**
 * What an error of compiled code is in Apex: a null that was used, a stack too deep, a member that
 * the library lacks. Other errors are faults of the local org and stay what they are.
 */
export function toApexError(error: unknown): unknown {
    if (error instanceof ApexException || !isErrorLike(error)) return error;
    // By name: the scripts may run in another realm, with other constructors.
    if (error.name === 'RangeError' && /call stack/.test(error.message))
        return withStack(error.stack, () =>
            uncatchable('LimitException', 'Maximum stack depth reached: 1001')
        );
    return error.name === 'TypeError' ? fromTypeError(error) : error;
}

function fromTypeError(error: ErrorLike): unknown {
    const stack = error.stack ?? '';
    if (/properties of null|null \(/.test(error.message)) return withStack(stack, nullPointer);
    if (!isThrownByApex(stack)) return error;
    const member = /([\w$.]+) is not a function/.exec(error.message)?.[1];
    if (member === undefined) return error;
    return withStack(stack, () => new UnsupportedFeatureError(`the method ${readable(member)}`));
}

/** `k$3.get(...).trim` -> `trim`. */
function readable(member: string): string {
    return member.replace(/^.*[.)]/, '');
}

/** What an Apex `catch` sees; what it must not see is thrown on. */
export function caught(error: unknown): ApexException {
    const translated = toApexError(error);
    if (translated instanceof ApexException && !(translated instanceof UncatchableException))
        return translated;
    throw translated;
}

/** The operand of `throw`. */
export function thrown(error: ApexException | null): ApexException {
    if (error === null) throw nullPointer();
    return error;
}
