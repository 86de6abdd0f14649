import { Worker } from 'node:worker_threads';

import type { OrgClient } from '../server/orgClient.ts';
import type { OrgAnswer, OrgRequest, OrgThreadData } from './messages.ts';

/** An org on a thread of its own. */
export interface RunningOrg {
    readonly client: OrgClient;
    /** "Name (profile)" of everybody who can log in. */
    readonly users: readonly string[];
    stop(): Promise<void>;
}

type Waiting = Pick<PromiseWithResolvers<unknown>, 'reject' | 'resolve'>;

/** Starts the thread; resolves when the org can answer. */
export async function startOrg(
    data: OrgThreadData,
    log: (message: string) => void
): Promise<RunningOrg> {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
        workerData: data,
        execArgv: ['--disable-warning=ExperimentalWarning'],
        resourceLimits: { stackSizeMb: 8 }
    });
    const waiting = new Map<number, Waiting>();
    const ready = Promise.withResolvers<readonly string[]>();
    worker.on('error', (error) => ready.reject(error));
    worker.on('message', (answer: OrgAnswer) => take(answer, { waiting, ready, log }));
    const users = await ready.promise;
    return {
        client: clientOf(worker, waiting),
        users,
        stop: async () => void (await worker.terminate())
    };
}

interface Taking {
    readonly waiting: Map<number, Waiting>;
    readonly ready: PromiseWithResolvers<readonly string[]>;
    readonly log: (message: string) => void;
}

function take(answer: OrgAnswer, { waiting, ready, log }: Taking): void {
    switch (answer.kind) {
        case 'ready':
            return ready.resolve(answer.users);
        case 'failed':
            return ready.reject(new Error(answer.message));
        case 'log':
            return log(answer.message);
        case 'result':
            waiting.get(answer.id)?.resolve(answer.value);
            return void waiting.delete(answer.id);
        case 'error':
            waiting.get(answer.id)?.reject(new Error(answer.message));
            return void waiting.delete(answer.id);
    }
}

/** Each method posts its name and parameters, and waits for the answer with its number. */
function clientOf(worker: Worker, waiting: Map<number, Waiting>): OrgClient {
    let lastId = 0;
    const call = (method: OrgRequest['method'], parameters: readonly unknown[]) => {
        const answer = Promise.withResolvers<unknown>();
        lastId += 1;
        waiting.set(lastId, answer);
        worker.postMessage({ id: lastId, method, parameters } satisfies OrgRequest);
        return answer.promise;
    };
    return new Proxy({} as OrgClient, {
        get: (_target, method) =>
            // A client that can be awaited must not look like a promise.
            method === 'then'
                ? undefined
                : (...parameters: readonly unknown[]) =>
                      call(method as OrgRequest['method'], parameters)
    });
}
