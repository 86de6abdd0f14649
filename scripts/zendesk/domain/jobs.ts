import { ApiError } from '../http/errors.ts';
import { ok, type Context, type Reply } from '../http/exchange.ts';
import { isArray, isObject, text, type Json, type JsonObject } from '../http/json.ts';
import { apiUrl } from '../present/addresses.ts';
import type { Job } from '../store/records.ts';

const MAX_OPEN_JOBS = 30;
const KEPT_MS = 86_400_000;

/** A bulk request as a job: its items, what to do with each, and how failures are called. */
export interface Bulk<T> {
    /** As in `Bulk Create Ticket`. */
    readonly type: string;
    readonly items: readonly T[];
    /** Does one item; what it throws as ApiError becomes the item's failure. */
    readonly perform: (item: T, index: number) => JsonObject;
    /** As in `TicketCreateFailed`. */
    readonly failure: string;
    /** What identifies a failed item, besides its index. */
    readonly identify?: (item: T) => JsonObject;
}

export const presentJob = (context: Context, job: Job): JsonObject => {
    const { created: _, ...shown } = job;
    return { ...shown, url: apiUrl(context, `job_statuses/${job.id}`) };
};

/** Jobs are kept for a day. */
export const livingJobs = (context: Context): Job[] => {
    const { store, clock } = context.account;
    return store.jobs.all().filter((job) => job.created > clock.now() - KEPT_MS);
};

/**
 * Queues the bulk and answers with the job.
 * @throws ApiError 429 when 30 jobs are queued or running
 */
export function startJob<T>(context: Context, bulk: Bulk<T>): Reply {
    const { account } = context;
    demandRoom(context);
    const job = account.store.jobs.put({
        id: `V3-${account.random.letters(32, '0123456789abcdef')}`,
        job_type: bulk.type,
        total: bulk.items.length,
        progress: null,
        status: 'queued',
        message: null,
        results: null,
        created: account.clock.now()
    });
    const failItems = context.failItems;
    account.scheduler.after(account.settings.jobDelay, () => {
        account.store.jobs.put({ ...job, status: 'working', progress: 0, message: null });
        account.scheduler.after(account.settings.jobDelay, () =>
            run(context, job, bulk, failItems)
        );
    });
    return ok({ job_status: presentJob(context, job) });
}

function demandRoom(context: Context): void {
    const open = livingJobs(context).filter(
        ({ status }) => status === 'queued' || status === 'working'
    );
    if (open.length >= MAX_OPEN_JOBS) {
        throw new ApiError(
            429,
            {
                error: 'TooManyJobs',
                description: `You have ${open.length} jobs queued or running; the limit is ${MAX_OPEN_JOBS}`
            },
            { 'retry-after': '10' }
        );
    }
}

function run<T>(context: Context, job: Job, bulk: Bulk<T>, failItems: ReadonlySet<number>): void {
    const { account } = context;
    const results = bulk.items.map((item, index) =>
        failItems.has(index)
            ? failed(bulk, item, index, 'Failed by order of the control plane')
            : performed(bulk, item, index)
    );
    const isFailed = results.length > 0 && results.every((result) => 'error' in result);
    const at = account.clock.stamp().replace('T', ' ').replace('Z', ' +0000');
    account.store.jobs.put({
        ...job,
        status: isFailed ? 'failed' : 'completed',
        progress: bulk.items.length,
        message: isFailed ? `Failed at ${at}` : `Completed at ${at}`,
        results
    });
}

function performed<T>(bulk: Bulk<T>, item: T, index: number): JsonObject {
    try {
        return bulk.perform(item, index);
    } catch (error) {
        if (error instanceof ApiError) {
            return failed(bulk, item, index, reason(error));
        }
        throw error;
    }
}

const failed = <T>(bulk: Bulk<T>, item: T, index: number, details: string): JsonObject => ({
    index,
    ...bulk.identify?.(item),
    error: bulk.failure,
    details
});

/** One line out of whatever envelope the error has. */
function reason(error: ApiError): string {
    const body = isObject(error.body) ? error.body : {};
    const details = isObject(body['details'])
        ? Object.values(body['details']).flatMap(descriptions)
        : [];
    const titled = isObject(body['error']) ? text(body['error']['message']) : text(body['error']);
    return details.length > 0
        ? details.join(', ')
        : (text(body['description']) ?? titled ?? 'Not found');
}

const descriptions = (list: Json | undefined): string[] =>
    isArray(list)
        ? list.flatMap((item) => (isObject(item) ? (text(item['description']) ?? []) : []))
        : [];

export const updatedItem = (id: number): JsonObject => ({
    action: 'update',
    id,
    status: 'Updated',
    success: true
});

export const deletedItem = (id: number): JsonObject => ({
    action: 'delete',
    id,
    status: 'Deleted',
    success: true
});

export const createdItem = (id: number): JsonObject => ({ status: 'Created', id });
