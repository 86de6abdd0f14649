import type { Context } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { Comment, Ticket } from '../store/records.ts';
import { apiUrl } from '../present/addresses.ts';
import { isStaff } from './visibility.ts';

const minutesBetween = (from: string, to: string | null): number | null =>
    to === null ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

/** Without business hours both clocks run alike, as on an account without schedules. */
const both = (minutes: number | null): JsonObject => ({ calendar: minutes, business: minutes });

/** Metrics have ids of their own on Zendesk; here they follow from the ticket's. */
const FIRST_METRIC = 46406200000000;
export const metricId = (ticketId: number): number => FIRST_METRIC + ticketId;
export const ticketIdOfMetric = (id: number): number => id - FIRST_METRIC;

export function ticketMetric(context: Context, ticket: Ticket): JsonObject {
    const comments = context.account.store.comments.by('ticket', ticket.id);
    const byAgents = comments.filter((comment) => isReply(context, ticket, comment));
    const firstReply = minutesBetween(ticket.created_at, byAgents[0]?.created_at ?? null);
    const resolution = minutesBetween(ticket.created_at, ticket.solved_at);
    const id = metricId(ticket.id);
    return {
        url: apiUrl(context, `ticket_metrics/${id}`),
        id,
        ticket_id: ticket.id,
        created_at: ticket.created_at,
        updated_at: ticket.updated_at,
        group_stations: ticket.group_id === null ? 0 : 1,
        assignee_stations: ticket.assignee_id === null ? 0 : 1,
        reopens: ticket.reopens,
        replies: byAgents.length,
        assignee_updated_at: ticket.assigned_at,
        requester_updated_at: ticket.created_at,
        status_updated_at: ticket.status_updated_at,
        custom_status_updated_at: ticket.status_updated_at,
        initially_assigned_at: ticket.initially_assigned_at,
        assigned_at: ticket.assigned_at,
        solved_at: ticket.solved_at,
        latest_comment_added_at: comments.at(-1)?.created_at ?? null,
        reply_time_in_minutes: both(firstReply),
        reply_time_in_seconds: { calendar: firstReply === null ? null : firstReply * 60 },
        first_resolution_time_in_minutes: both(resolution),
        full_resolution_time_in_minutes: both(resolution),
        agent_wait_time_in_minutes: both(resolution === null ? null : 0),
        requester_wait_time_in_minutes: both(resolution),
        on_hold_time_in_minutes: both(0)
    };
}

function isReply(context: Context, ticket: Ticket, comment: Comment): boolean {
    const author = context.account.store.users.find(comment.author_id);
    return (
        comment.public && author !== null && isStaff(author) && author.id !== ticket.requester_id
    );
}
