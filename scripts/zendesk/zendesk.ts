import type { Server } from 'node:http';
import { Account, DEFAULT_SETTINGS, type AccountSettings } from './account.ts';
import { controlRoutes } from './control/routes.ts';
import { applySeed, DEMO_SEED, type Seed } from './demo/seed.ts';
import type { ApiRequest, ApiResponse } from './http/exchange.ts';
import { createHandler } from './http/pipeline.ts';
import { listen } from './http/server.ts';
import { routes } from './routes/index.ts';

export interface ZendeskOptions extends Partial<AccountSettings> {
    /** What the account starts with; default: the demo account. */
    readonly seed?: Seed;
    /** Epoch milliseconds; default: the real clock. */
    readonly now?: () => number;
}

export interface Zendesk {
    readonly account: Account;
    /** Answers one request in-process. */
    readonly handle: (request: ApiRequest) => Promise<ApiResponse>;
    /** Serves it over HTTP. Rejects with EADDRINUSE when the port is taken; 0 = any free port. */
    readonly listen: (port: number, host?: string) => Promise<RunningZendesk>;
}

export interface RunningZendesk {
    readonly port: number;
    readonly url: string;
    readonly close: () => Promise<void>;
}

/** How often due work is looked for between requests, in milliseconds. */
const TICK = 50;

/** A Zendesk account of one's own. */
export function createZendesk(options: ZendeskOptions = {}): Zendesk {
    const { seed = DEMO_SEED, now = Date.now, ...settings } = options;
    const account = new Account({ ...DEFAULT_SETTINGS, ...settings }, now);
    const start = (with_: Seed) => account.refill(() => applySeed(account, with_));
    start(seed);
    const control = controlRoutes({
        reset: () => start(seed),
        seed: (values) => start(values as unknown as Seed)
    });
    const handle = createHandler(account, routes, control);
    return {
        account,
        handle,
        listen: async (port, host = '127.0.0.1') =>
            running(account, await listen(handle, port, host))
    };
}

function running(account: Account, server: Server): RunningZendesk {
    const timer = setInterval(() => account.scheduler.runDue(), TICK);
    timer.unref();
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return {
        port,
        url: `http://localhost:${port}`,
        close: () => {
            clearInterval(timer);
            server.closeAllConnections();
            return new Promise((resolve) => server.close(() => resolve()));
        }
    };
}
