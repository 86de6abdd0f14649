import { platform } from './platformObjects.ts';

interface FutureMethods {
    enqueue(className: string, methodName: string, args: readonly unknown[], run: () => void): void;
}

/** A call of an `@future` method: it runs after the transaction, with the arguments of now. */
export function future(
    className: string,
    methodName: string,
    args: readonly unknown[],
    run: (...args: readonly unknown[]) => void
): void {
    const methods = platform('System.Future') as FutureMethods;
    methods.enqueue(className, methodName, args, () => run(...args));
}
