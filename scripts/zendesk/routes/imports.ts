import { actingIn, type Acting } from '../domain/acting.ts';
import { startJob } from '../domain/jobs.ts';
import { createTicket } from '../domain/tickets/writing.ts';
import { createAuditComment } from '../domain/tickets/auditComment.ts';
import type { Attributes } from '../http/attributes.ts';
import { bulkItems } from '../http/bulk.ts';
import { created, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, flag, idOf, isObject, objects, text, type JsonObject } from '../http/json.ts';
import { demandKinds } from '../http/permitted.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentTicket } from '../present/tickets.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Ticket } from '../store/records.ts';
import { CREATABLE } from './ticketAttributes.ts';

const time = (values: JsonObject, name: string): string | null => {
    const moment = Date.parse(text(values[name]) ?? '');
    return Number.isNaN(moment) ? null : isoSeconds(moment);
};

/** A ticket with its past times and several comments. The triggers of the account do not act. */
function imported(acting: Acting, values: JsonObject): Ticket {
    const { triggers } = acting.account.store.plain;
    const paused = triggers.all().filter((row) => row['active'] === true);
    paused.forEach((row) => triggers.patch(row, { active: false }));
    try {
        const [first, ...others] = objects(values['comments']);
        const opening = first ?? values['comment'];
        const { ticket } = createTicket(acting, {
            ...values,
            ...(opening && { comment: opening })
        });
        for (const comment of others) {
            const body = text(comment['value']) ?? text(comment['body']) ?? '';
            createAuditComment(acting, ticket, body, flag(comment['public']) ?? true);
        }
        backdate(acting, ticket, [opening, ...others].filter(isObject));
        return withTimes(acting, ticket, values);
    } finally {
        paused.forEach((row) => triggers.put(row));
    }
}

/** Comments get the authors and times that they were sent with. */
function backdate({ account }: Acting, ticket: Ticket, sent: readonly JsonObject[]): void {
    const { comments, users } = account.store;
    for (const [at, comment] of comments.by('ticket', ticket.id).entries()) {
        const values = sent[at] ?? {};
        comments.patch(comment, {
            author_id: users.find(idOf(values['author_id']))?.id ?? comment.author_id,
            created_at: time(values, 'created_at') ?? comment.created_at
        });
    }
}

function withTimes(acting: Acting, ticket: Ticket, values: JsonObject): Ticket {
    const { tickets } = acting.account.store;
    const latest = tickets.find(ticket.id) ?? ticket;
    return tickets.patch(latest, {
        created_at: time(values, 'created_at') ?? latest.created_at,
        updated_at: time(values, 'updated_at') ?? latest.updated_at,
        solved_at: time(values, 'solved_at') ?? latest.solved_at
    });
}

const KINDS: Attributes = {
    ...CREATABLE,
    comments: 'array',
    created_at: 'time',
    updated_at: 'time',
    solved_at: 'time'
};

/** @throws ApiError 400 for a value of the wrong type */
function fitting(context: Context, values: JsonObject): JsonObject {
    demandKinds(context, 'ticket', values, KINDS);
    return values;
}

function importOne(context: Context): Reply {
    const values = fitting(context, envelope(context.body(), 'ticket'));
    const ticket = imported(actingIn(context), values);
    return created(
        { ticket: presentTicket(context, ticket) },
        apiUrl(context, `tickets/${ticket.id}`)
    );
}

function importMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Create Ticket',
        items: bulkItems(context, 'tickets'),
        failure: 'TicketCreateFailed',
        perform: (item, index) => ({
            index,
            id: imported(acting, fitting(context, item)).id,
            account_id: context.account.id
        })
    });
}

export const importRoutes: readonly Route[] = [
    {
        method: 'POST',
        path: '/api/v2/imports/tickets',
        access: 'admin',
        scope: 'tickets',
        handle: importOne
    },
    {
        method: 'POST',
        path: '/api/v2/imports/tickets/create_many',
        access: 'admin',
        scope: 'tickets',
        handle: importMany
    }
];
