import { parentPort, workerData } from 'node:worker_threads';

import { openDemoOrg } from './demoOrg.ts';
import type { LocalOrg } from './localOrg.ts';
import type { OrgAnswer, OrgRequest, OrgThreadData } from './messages.ts';
import { servicesOf } from './services/services.ts';

/** The thread that owns the org: opens it, then answers one request after the other. */
const port = parentPort;
if (!port) {
    throw new Error('This module runs as a worker thread.');
}
const tell = (answer: OrgAnswer) => port.postMessage(answer);

try {
    serve(openDemoOrg(workerData as OrgThreadData, (message) => tell({ kind: 'log', message })));
} catch (error) {
    tell({ kind: 'failed', message: textOf(error) });
}

function serve(org: LocalOrg): void {
    const services = servicesOf(org);
    org.problems.forEach((problem) => tell({ kind: 'log', message: JSON.stringify(problem) }));
    port?.on('message', (request: OrgRequest) => {
        tell(answer(services, request));
        runJobs(org);
    });
    tell({
        kind: 'ready',
        users: services.listUsers().map(({ name, profileName }) => `${name} (${profileName})`)
    });
}

function answer(services: ReturnType<typeof servicesOf>, request: OrgRequest): OrgAnswer {
    const { id, method, parameters } = request;
    try {
        const call = services[method] as (...given: readonly unknown[]) => unknown;
        return { kind: 'result', id, value: call(...parameters) };
    } catch (error) {
        return { kind: 'error', id, message: textOf(error) };
    }
}

let timer: NodeJS.Timeout | undefined;

/** After the answer, so that nobody waits for asynchronous work; later jobs at their time. */
function runJobs(org: LocalOrg): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
        const next = org.runJobs();
        if (next !== null) {
            timer = setTimeout(() => runJobs(org), next);
        }
    });
}

function textOf(error: unknown): string {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
