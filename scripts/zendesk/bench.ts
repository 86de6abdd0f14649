import { createZendesk, type Zendesk } from './zendesk.ts';
import { DEMO_CREDENTIALS } from './demo/credentials.ts';

/** One measured figure and the bound it must keep. */
export interface Measurement {
    readonly name: string;
    readonly value: number;
    readonly unit: string;
    readonly bound: number;
    readonly isKept: boolean;
}

const TICKETS = 100_000;
const USERS = 20_000;
const ORGANIZATIONS = 2000;
const SAMPLES = 60;

const measured = (name: string, value: number, unit: string, bound: number): Measurement => ({
    name,
    value: Math.round(value * 10) / 10,
    unit,
    bound,
    isKept: value <= bound
});

/** Addresses of one kind of request; `n` makes them differ. */
const REQUESTS: Readonly<Record<string, (n: number) => string>> = {
    'list by cursor': (n) => `/api/v2/tickets?page[size]=100&sort=${n % 2 ? '-updated_at' : 'id'}`,
    'list by offset': (n) => `/api/v2/tickets?per_page=100&page=${n + 1}`,
    'list of an organization': (n) =>
        `/api/v2/organizations/search?name=bulk%20organization%20${n + 1}`,
    show: (n) => `/api/v2/tickets/${1 + ((n * 1637) % TICKETS)}?include=users,groups,organizations`,
    comments: (n) => `/api/v2/tickets/${1 + ((n * 1637) % TICKETS)}/comments?include=users`,
    'search by word': (n) =>
        `/api/v2/search?query=type:ticket%20${n % 2 ? 'harbour' : 'invoice%20crane'}`,
    'search by field': (n) =>
        `/api/v2/search?query=type:ticket%20status%3Csolved%20requester:person${n + 1}@bulk.example`,
    'search by time': (n) =>
        `/api/v2/search?query=type:ticket%20created%3E${20 + n}weeks&sort_by=updated_at`,
    'search of everything': () =>
        '/api/v2/search?query=type:ticket%20status%3Csolved&sort_by=updated_at'
};

const BOUND_MS = 30;

/**
 * Seeds 100,000 tickets and 20,000 users and measures the time of seeding, the 95th percentile of
 * pages, and the memory in use.
 */
export async function measureSimulator(): Promise<Measurement[]> {
    const started = performance.now();
    const zendesk = createZendesk({
        plan: 'unlimited',
        seed: {
            base: 'agents',
            bulk: { tickets: TICKETS, users: USERS, organizations: ORGANIZATIONS }
        }
    });
    const seconds = (performance.now() - started) / 1000;
    const pages: Measurement[] = [];
    for (const [name, path] of Object.entries(REQUESTS)) {
        const value = await percentile(zendesk, path);
        pages.push(measured(`${name}, 95th percentile`, value, 'ms', BOUND_MS));
    }
    const gigabytes = process.memoryUsage().rss / 1024 ** 3;
    return [
        measured('seed of 100,000 tickets and 20,000 users', seconds, 's', 20),
        ...pages,
        measured('resident memory', gigabytes, 'GB', 1.5)
    ];
}

/** The first request of a kind prepares what is kept for the following ones and is not counted. */
async function percentile(zendesk: Zendesk, path: (n: number) => string): Promise<number> {
    const times: number[] = [];
    for (let n = 0; n <= SAMPLES; n += 1) {
        const started = performance.now();
        const response = await zendesk.handle({
            method: 'GET',
            url: path(n),
            headers: { authorization: `Bearer ${DEMO_CREDENTIALS.adminToken}` }
        });
        if (response.status !== 200) {
            throw new Error(`${path(n)} answers ${response.status}: ${response.body.toString()}`);
        }
        times.push(performance.now() - started);
    }
    const counted = times.slice(1).sort((a, b) => a - b);
    return counted[Math.ceil(counted.length * 0.95) - 1] ?? 0;
}
