import { livingJobs, presentJob } from '../domain/jobs.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing } from '../http/parameters.ts';
import type { Job } from '../store/records.ts';

const NEWEST: Order<Job> = { name: 'created', key: (job) => job.created, isDescending: true };

function list(context: Context): Reply {
    const page = paginate(context, inOrder(livingJobs(context), NEWEST), NEWEST);
    return ok({
        job_statuses: page.rows.map((job) => presentJob(context, job)),
        ...page.envelope
    });
}

function showMany(context: Context): Reply {
    const ids = context.query.list('ids');
    const jobs = livingJobs(context).filter((job) => ids.includes(job.id));
    return ok({ job_statuses: jobs.map((job) => presentJob(context, job)), count: jobs.length });
}

function show(context: Context): Reply {
    const job = livingJobs(context).find(({ id }) => id === context.params['id']);
    return ok({ job_status: presentJob(context, existing(job)) });
}

export const jobStatusRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/job_statuses', scope: null, handle: list },
    { method: 'GET', path: '/api/v2/job_statuses/show_many', scope: null, handle: showMany },
    { method: 'GET', path: '/api/v2/job_statuses/:id', scope: null, handle: show }
];
