import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';
import { futureMode } from './jobMode.ts';
import { snapshot } from './snapshot.ts';
import { inJobTransaction, submitJob } from './submit.ts';

/** A call of an `@future` method. */
export interface FutureCall {
    readonly className: string;
    readonly methodName: string;
    readonly args: readonly unknown[];
    /** `@future(callout=true)`. */
    readonly allowsCallouts: boolean;
    invoke(...args: readonly unknown[]): void;
}

/** What compiled code does for a call of an `@future` method. */
export function enqueueFuture(call: FutureCall): void {
    const { quiddity, limits } = execution();
    if (quiddity === 'FUTURE' || quiddity === 'BATCH_APEX') {
        throw systemException(
            'AsyncException',
            'Future method cannot be called from a future or batch method: ' +
                `${call.className}.${call.methodName}`
        );
    }
    limits.use('futureCalls');
    const args = call.args.map((arg) => snapshot(arg));
    submitJob({
        kind: 'Future',
        className: call.className,
        methodName: call.methodName,
        run: (_jobId, scope) =>
            inJobTransaction(scope, futureMode(call.allowsCallouts), () => call.invoke(...args))
    });
}
