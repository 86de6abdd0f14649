import { createServer } from 'node:net';

import { UsageError } from './arguments.ts';

/** @throws UsageError naming the flag when something else listens on the port */
export async function requireFreePort(port: number, flag: string): Promise<void> {
    if (!(await isFree(port))) {
        throw new UsageError(`Port ${port} is taken by another program. Choose one with ${flag}.`);
    }
}

function isFree(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const probe = createServer();
        probe.once('error', () => resolve(false));
        probe.listen(port, () => probe.close(() => resolve(true)));
    });
}
