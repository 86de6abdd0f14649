import { enqueueFuture } from '../library/async/future.ts';

/** A call of an `@future` method: it runs after the transaction, with the arguments of now. */
export function future(
    className: string,
    methodName: string,
    args: readonly unknown[],
    allowsCallouts: boolean,
    invoke: (...args: readonly unknown[]) => void
): void {
    enqueueFuture({ className, methodName, args, allowsCallouts, invoke });
}
