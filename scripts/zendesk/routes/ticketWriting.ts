import { createHash } from 'node:crypto';
import type { IdempotentAnswer } from '../account.ts';
import { actingIn, type Acting } from '../domain/acting.ts';
import { deletedItem, startJob, updatedItem } from '../domain/jobs.ts';
import { deleteTicket } from '../domain/tickets/lifecycle.ts';
import { createTicket, updateTicket, type Written } from '../domain/tickets/writing.ts';
import type { Attributes } from '../http/attributes.ts';
import { bulkIds, bulkItems } from '../http/bulk.ts';
import { ApiError } from '../http/errors.ts';
import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, idOf, isObject, type Json, type JsonObject } from '../http/json.ts';
import { idParam } from '../http/parameters.ts';
import { demandKinds, permitted } from '../http/permitted.ts';
import { apiUrl } from '../present/addresses.ts';
import { ticketSideloads } from '../present/sideloads.ts';
import { presentTicket } from '../present/tickets.ts';
import { presentAudit } from '../present/audits.ts';
import { CREATABLE, UPDATABLE } from './ticketAttributes.ts';
import { visibleTicket } from './ticketReading.ts';

function answered(context: Context, { ticket, audit }: Written): JsonObject {
    return {
        ticket: presentTicket(context, ticket),
        audit: presentAudit(context, audit),
        ...ticketSideloads(context, [ticket])
    };
}

const sent = (context: Context, values: JsonObject, allowed: Attributes): JsonObject =>
    permitted(context, 'ticket', withComment(values), allowed);

/** A comment may be nothing but its text. */
const withComment = (values: JsonObject): JsonObject => {
    const { comment } = values;
    return typeof comment === 'string' ? { ...values, comment: { body: comment } } : values;
};

/** One of many: what does not fit makes it fail, and it alone. */
function item(context: Context, values: JsonObject, allowed: Attributes): JsonObject {
    const input = withComment(values);
    demandKinds(context, 'ticket', input, allowed);
    return input;
}

function create(context: Context): Reply {
    const acting = actingIn(context);
    const input = sent(context, envelope(context.body(), 'ticket'), CREATABLE);
    if (context.query.flag('async') === true) {
        return createAsJob(context, acting, [input]);
    }
    return idempotent(context, () => {
        const written = createTicket(acting, input);
        const body = answered(context, written);
        // The creation itself answers with 0: the timestamp is set after it.
        const ticket = { ...presentTicket(context, written.ticket), generated_timestamp: 0 };
        return created({ ...body, ticket }, apiUrl(context, `tickets/${written.ticket.id}`));
    });
}

const KEY_LIFETIME_MS = 2 * 3_600_000;
const MAX_KEY = 255;

/**
 * The same key within two hours gets the first answer again; with another body it is refused.
 * Source: https://developer.zendesk.com/api-reference/ticketing/introduction/
 */
function idempotent(context: Context, make: () => Reply): Reply {
    const key = context.headers['idempotency-key'];
    if (key === undefined || key === '') {
        return make();
    }
    if (key.length > MAX_KEY) {
        throw idempotencyError(`Idempotency key is too long (maximum is ${MAX_KEY} characters)`);
    }
    const { account } = context;
    const fingerprint = createHash('sha256').update(context.bytes).digest('hex');
    const known = account.idempotency.get(key);
    if (known !== undefined && known.expires > account.clock.now()) {
        return replayed(known, fingerprint);
    }
    const reply = make();
    account.idempotency.set(key, {
        fingerprint,
        expires: account.clock.now() + KEY_LIFETIME_MS,
        reply: {
            status: reply.status,
            body: JSON.stringify(reply.body),
            location: reply.headers?.['location'] ?? ''
        }
    });
    return { ...reply, headers: { ...reply.headers, 'x-idempotency-lookup': 'miss' } };
}

function replayed(known: IdempotentAnswer, fingerprint: string): Reply {
    if (known.fingerprint !== fingerprint) {
        throw idempotencyError("Request parameters don't match the given idempotency key");
    }
    const { status, body, location } = known.reply;
    return {
        status,
        body: JSON.parse(body) as Json,
        headers: { location, 'x-idempotency-lookup': 'hit' }
    };
}

const idempotencyError = (description: string): ApiError =>
    ApiError.coded(400, 'IdempotentRequestError', description);

function update(context: Context): Reply {
    const ticket = visibleTicket(context, idParam(context));
    const input = sent(context, envelope(context.body(), 'ticket'), UPDATABLE);
    return ok(answered(context, updateTicket(actingIn(context), ticket, input)));
}

function remove(context: Context): Reply {
    deleteTicket(actingIn(context), visibleTicket(context, idParam(context)));
    return noContent();
}

function createAsJob(context: Context, acting: Acting, items: readonly JsonObject[]): Reply {
    return startJob(context, {
        type: 'Bulk Create Ticket',
        items,
        failure: 'TicketCreateFailed',
        perform: (values, index) => ({
            index,
            id: createTicket(acting, item(context, values, CREATABLE)).ticket.id,
            account_id: context.account.id
        })
    });
}

interface Update {
    readonly id: number | null;
    readonly input: JsonObject;
}

/** One change for many (`?ids=` and `ticket`), or a change for each (`tickets`). */
function updates(context: Context): Update[] {
    const body = context.body();
    if (isObject(body) && 'tickets' in body) {
        return bulkItems(context, 'tickets').map((input) => ({ id: idOf(input['id']), input }));
    }
    const input = envelope(body, 'ticket');
    return bulkIds(context).map((id) => ({ id, input }));
}

/** Bulk updates are always safe ones; unless told, the stamp is that of now. */
function guarded(context: Context, { id, input }: Update): Update {
    const ticket = context.account.store.tickets.find(id);
    return ticket === null || 'updated_stamp' in input
        ? { id, input }
        : { id, input: { ...input, safe_update: true, updated_stamp: ticket.updated_at } };
}

function updateMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Update Ticket',
        items: updates(context).map((item) => guarded(context, item)),
        failure: 'TicketUpdateFailed',
        identify: ({ id }) => ({ id }),
        perform: ({ id, input }) => {
            const change = item(context, input, UPDATABLE);
            const { ticket } = updateTicket(acting, visibleTicket(context, id ?? 0), change);
            return updatedItem(ticket.id);
        }
    });
}

function destroyMany(context: Context): Reply {
    const acting = actingIn(context);
    return startJob(context, {
        type: 'Bulk Update Ticket',
        items: bulkIds(context),
        failure: 'TicketDeleteFailed',
        identify: (id) => ({ id }),
        perform: (id) => {
            deleteTicket(acting, visibleTicket(context, id));
            return deletedItem(id);
        }
    });
}

export const ticketWritingRoutes: readonly Route[] = [
    { method: 'POST', path: '/api/v2/tickets', handle: create },
    {
        method: 'POST',
        path: '/api/v2/tickets/create_many',
        handle: (context) => createAsJob(context, actingIn(context), bulkItems(context, 'tickets'))
    },
    { method: 'PUT', path: '/api/v2/tickets/update_many', handle: updateMany },
    { method: 'DELETE', path: '/api/v2/tickets/destroy_many', handle: destroyMany },
    { method: 'PUT', path: '/api/v2/tickets/:id', handle: update },
    { method: 'DELETE', path: '/api/v2/tickets/:id', handle: remove }
];
