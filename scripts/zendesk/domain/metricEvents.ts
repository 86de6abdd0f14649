import type { Account } from '../account.ts';
import type { Ticket } from '../store/records.ts';
import { compareKeys } from '../store/sortKeys.ts';
import type { Store } from '../store/store.ts';
import { isStaff } from './visibility.ts';

/** One step of a metric's clock. */
export interface MetricEvent {
    readonly id: number;
    readonly ticket_id: number;
    readonly metric: string;
    /** 0 for the measure itself, 1 for its first and only run. */
    readonly instance_id: number;
    readonly type: 'measure' | 'activate' | 'fulfill' | 'update_status';
    readonly time: string;
    readonly status?: { readonly calendar: number; readonly business: number };
}

/** Event ids follow from the ticket's: no ticket has more events than this. */
const PER_TICKET = 16;
const FIRST_EVENT = 46406300000000;

const METRICS = ['reply_time', 'agent_work_time', 'requester_wait_time'];

interface Known {
    readonly version: string;
    readonly events: readonly MetricEvent[];
}

/** Worked out once for every state of the account: an export asks page by page. */
const KNOWN = new WeakMap<Store, Known>();

/** The events of all living tickets in order of time, ties by id. */
export function allMetricEvents(account: Account): readonly MetricEvent[] {
    const { store } = account;
    const version = `${store.tickets.version} ${store.comments.version}`;
    const known = KNOWN.get(store);
    if (known?.version === version) {
        return known.events;
    }
    const events = store.tickets
        .all()
        .filter((ticket) => ticket.deleted === null)
        .flatMap((ticket) => metricEvents(account, ticket))
        .sort((a, b) => compareKeys(a.time, b.time) || a.id - b.id);
    KNOWN.set(store, { version, events });
    return events;
}

/**
 * The events of a ticket's metrics, worked out from its history: measured from its creation on,
 * fulfilled by the first public answer or by the solution.
 */
function metricEvents(account: Account, ticket: Ticket): MetricEvent[] {
    const events = METRICS.flatMap((metric) => {
        const end = metric === 'reply_time' ? firstReply(account, ticket) : ticket.solved_at;
        return [
            { metric, instance_id: 0, type: 'measure', time: ticket.created_at } as const,
            { metric, instance_id: 1, type: 'activate', time: ticket.created_at } as const,
            ...(end === null ? [] : fulfilled(ticket, metric, end))
        ];
    });
    return events.map((event, at) => ({
        id: FIRST_EVENT + ticket.id * PER_TICKET + at,
        ticket_id: ticket.id,
        ...event
    }));
}

function fulfilled(ticket: Ticket, metric: string, time: string) {
    const minutes = Math.round((Date.parse(time) - Date.parse(ticket.created_at)) / 60_000);
    const event = { metric, instance_id: 1, time };
    return [
        { ...event, type: 'fulfill' } as const,
        {
            ...event,
            type: 'update_status',
            status: { calendar: minutes, business: minutes }
        } as const
    ];
}

function firstReply({ store }: Account, ticket: Ticket): string | null {
    const reply = store.comments.by('ticket', ticket.id).find((comment) => {
        const author = store.users.find(comment.author_id);
        return (
            comment.public &&
            author !== null &&
            isStaff(author) &&
            author.id !== ticket.requester_id
        );
    });
    return reply?.created_at ?? null;
}
