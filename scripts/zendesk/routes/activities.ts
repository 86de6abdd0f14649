import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { text, type Json, type JsonObject } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam, signedIn } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentUser } from '../present/users.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Audit, AuditEvent, Ticket, User } from '../store/records.ts';

const KEPT_MS = 30 * 86_400_000;
const PRIORITIES = ['', 'low', 'normal', 'high', 'urgent'];

/** What others did to a ticket of the agent who asks. */
interface Activity {
    readonly id: number;
    readonly verb: string;
    readonly title: string;
    readonly object: JsonObject;
    readonly ticket: Ticket;
    readonly actor: User;
    readonly created_at: string;
}

const BY_ID: Order<Activity> = { name: 'id', key: ({ id }) => id, isDescending: false };

function activitiesOf(context: Context, agent: User): Activity[] {
    const { store, clock } = context.account;
    const since = isoSeconds(clock.now() - KEPT_MS);
    return store.tickets
        .by('assignee', agent.id)
        .flatMap((ticket) => store.audits.by('ticket', ticket.id))
        .filter((audit) => audit.created_at >= since && audit.author_id !== agent.id)
        .flatMap((audit) => audit.events.flatMap((event) => activityOf(context, audit, event)));
}

type Told = Pick<Activity, 'verb' | 'title' | 'object'>;

function activityOf(context: Context, audit: Audit, event: AuditEvent): Activity[] {
    const { store } = context.account;
    const ticket = existing(store.tickets.find(audit.ticket_id));
    const actor = existing(store.users.find(audit.author_id));
    const told = tell(context, { ticket, actor, event });
    return told === null
        ? []
        : [{ ...told, id: event.id, ticket, actor, created_at: audit.created_at }];
}

interface Happening {
    readonly ticket: Ticket;
    readonly actor: User;
    readonly event: AuditEvent;
}

function tell(context: Context, happening: Happening): Told | null {
    const { ticket, actor, event } = happening;
    const value = text(event['value'] as Json | undefined) ?? '';
    switch (event.type === 'Comment' ? 'comment' : event['field_name']) {
        case 'comment':
            return commented(context, happening);
        case 'assignee_id':
            return value === String(ticket.assignee_id)
                ? {
                      verb: 'tickets.assignment',
                      title: `${actor.name} assigned ticket #${ticket.id} to you.`,
                      object: {}
                  }
                : null;
        case 'priority':
            return raised(happening, value);
        default:
            return null;
    }
}

function commented(context: Context, { ticket, actor, event }: Happening): Told | null {
    const comment = context.account.store.comments.find(event.id);
    return comment === null
        ? null
        : {
              verb: 'tickets.comment',
              title: `${actor.name} commented on ticket #${ticket.id}: ${comment.plain}.`,
              object: { comment: { value: comment.plain, public: comment.public } }
          };
}

function raised({ ticket, actor, event }: Happening, value: string): Told | null {
    const before = text(event['previous_value'] as Json | undefined) ?? '';
    return PRIORITIES.indexOf(value) > PRIORITIES.indexOf(before)
        ? {
              verb: 'tickets.priority_increase',
              title: `${actor.name} increased priority of ticket #${ticket.id} to ${value}.`,
              object: { change: { value, value_previous: before || '-' } }
          }
        : null;
}

const named = (ticket: Ticket): JsonObject => ({ id: ticket.id, subject: ticket.subject });

function present(context: Context, agent: User, activity: Activity): JsonObject {
    const { ticket, actor, ...shown } = activity;
    return {
        ...shown,
        object: { ticket: named(ticket), ...activity.object },
        url: apiUrl(context, `activities/${activity.id}`),
        target: { ticket: named(ticket) },
        user_id: agent.id,
        user: presentUser(context, agent),
        actor_id: actor.id,
        actor: presentUser(context, actor),
        updated_at: activity.created_at
    };
}

const mine = (context: Context): Activity[] => activitiesOf(context, signedIn(context));

function list(context: Context): Reply {
    const agent = signedIn(context);
    const page = paginate(context, inOrder(mine(context), BY_ID), BY_ID);
    const actors = new Map(page.rows.map(({ actor }) => [actor.id, actor]));
    return ok({
        activities: page.rows.map((activity) => present(context, agent, activity)),
        actors: [...actors.values()].map((actor) => presentUser(context, actor)),
        users: page.rows.length > 0 ? [presentUser(context, agent)] : [],
        ...page.envelope
    });
}

function show(context: Context): Reply {
    const id = idParam(context);
    const activity = existing(mine(context).find((row) => row.id === id));
    return ok({ activity: present(context, signedIn(context), activity) });
}

function count(context: Context): Reply {
    const value = mine(context).length;
    return ok({ count: { value, refreshed_at: context.account.clock.stamp() } });
}

export const activityRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/activities', scope: null, handle: list },
    { method: 'GET', path: '/api/v2/activities/count', scope: null, handle: count },
    { method: 'GET', path: '/api/v2/activities/:id', scope: null, handle: show }
];
