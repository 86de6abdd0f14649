import { actingAs, actingIn, type Acting } from '../domain/acting.ts';
import { isEmail } from '../domain/identities.ts';
import { requesterOf } from '../domain/tickets/people.ts';
import { createTicket, updateTicket } from '../domain/tickets/writing.ts';
import { isSolved } from '../domain/tickets/statuses.ts';
import type { Attributes } from '../http/attributes.ts';
import { ApiError } from '../http/errors.ts';
import { created, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, flag, isObject, text, type Json, type JsonObject } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam, signedIn } from '../http/parameters.ts';
import { demandKinds, permitted } from '../http/permitted.ts';
import { apiUrl } from '../present/addresses.ts';
import { presentComment } from '../present/comments.ts';
import { customFieldList } from '../present/tickets.ts';
import type { Comment, Ticket } from '../store/records.ts';
import { livingOrganization } from './organizationReading.ts';
import { knownUser } from './userReading.ts';

/** The end user's view of a ticket. */
function present(context: Context, ticket: Ticket): JsonObject {
    const fields = customFieldList(context.account.store, ticket);
    return {
        url: apiUrl(context, `requests/${ticket.id}`),
        id: ticket.id,
        status: ticket.status === 'new' ? 'open' : ticket.status,
        custom_status_id: ticket.custom_status_id,
        priority: ticket.priority,
        type: ticket.type,
        subject: ticket.subject,
        description: ticket.description,
        organization_id: ticket.organization_id,
        via: ticket.via,
        custom_fields: fields,
        fields,
        requester_id: ticket.requester_id,
        collaborator_ids: ticket.email_cc_ids,
        email_cc_ids: ticket.email_cc_ids,
        is_public: ticket.is_public,
        due_at: ticket.due_at,
        can_be_solved_by_me: !isSolved(ticket) && ticket.assignee_id !== null,
        created_at: ticket.created_at,
        updated_at: ticket.updated_at,
        recipient: ticket.recipient,
        followup_source_id: ticket.followup_source_id,
        assignee_id: ticket.assignee_id,
        ticket_form_id: ticket.ticket_form_id,
        group_id: ticket.group_id,
        brand_id: ticket.brand_id,
        solved: isSolved(ticket)
    };
}

/** An end user's own; an agent's list is what he asked for himself. */
const mine = (context: Context): Ticket[] => {
    const { tickets } = context.account.store;
    const { id } = signedIn(context);
    return [...tickets.by('requester', id), ...tickets.by('cc', id)];
};

const isShown = (ticket: Ticket): boolean => ticket.deleted === null && ticket.is_public;

const NEWEST: Order<Ticket> = {
    name: 'updated_at',
    key: (row) => row.updated_at,
    isDescending: true
};

function page(context: Context, tickets: readonly Ticket[]): Reply {
    const status = context.query.list('status');
    const shown = [...new Set(tickets)].filter(
        (row) => isShown(row) && (status.length === 0 || status.includes(row.status))
    );
    const found = paginate(context, inOrder(shown, NEWEST), NEWEST);
    return ok({ requests: found.rows.map((row) => present(context, row)), ...found.envelope });
}

/** @throws ApiError 404 when it is not the asker's */
function one(context: Context): Ticket {
    const ticket = existing(context.account.store.tickets.find(idParam(context)));
    const user = signedIn(context);
    const isOwn = ticket.requester_id === user.id || ticket.email_cc_ids.includes(user.id);
    return existing(isShown(ticket) && (isOwn || user.role !== 'end-user') ? ticket : null);
}

const CREATABLE: Attributes = {
    subject: 'string',
    comment: 'any',
    priority: 'string',
    type: 'string',
    custom_fields: 'collection',
    fields: 'collection',
    due_at: 'time',
    ticket_form_id: 'integer',
    recipient: 'string',
    collaborators: 'array',
    email_ccs: 'array',
    via_followup_source_id: 'integer'
};
const COMMENT: Attributes = { body: 'string', html_body: 'string', uploads: 'list' };

/** What an end user may say in a comment; it is public, and the end user's own. */
function commentOf(context: Context, values: JsonObject): JsonObject {
    const { comment } = values;
    if (typeof comment === 'string') {
        return { comment: { body: comment, public: true } };
    }
    if (!isObject(comment)) {
        return {};
    }
    demandKinds(context, 'request.comment', comment, COMMENT);
    const said = Object.entries(comment).filter(([name]) => Object.hasOwn(COMMENT, name));
    return { comment: { ...Object.fromEntries(said), public: true } };
}

/** Without credentials the request names who asks; that person acts. */
function create(context: Context): Reply {
    const { requester, ...values } = envelope(context.body(), 'request');
    const input = permitted(context, 'request', values, CREATABLE);
    const acting = context.actor.user === null ? visitor(context, requester) : actingIn(context);
    const { ticket } = createTicket(acting, { ...input, ...commentOf(context, values) });
    return created({ request: present(context, ticket) }, apiUrl(context, `requests/${ticket.id}`));
}

/** Who asks without credentials, found by email or made on the fly. */
function visitor(context: Context, requester: Json | undefined): Acting {
    const email = isObject(requester) ? (text(requester['email']) ?? '') : '';
    if (!isEmail(email)) {
        throw ApiError.invalidField(
            'requester',
            'Requester: Email: is not properly formatted',
            'InvalidFormat'
        );
    }
    const [owner] = context.account.store.users.by('role', 'admin');
    const system = actingAs(context, existing(owner));
    return actingAs(context, requesterOf(system, { requester }));
}

function update(context: Context): Reply {
    const ticket = one(context);
    const values = envelope(context.body(), 'request');
    const isSolving = flag(values['solved']) === true;
    if (
        !isObject(values['comment']) &&
        !isSolving &&
        values['additional_collaborators'] === undefined
    ) {
        throw ApiError.coded(
            406,
            'CommentRequired',
            'A comment is required to update your request.'
        );
    }
    const { ticket: updated } = updateTicket(actingIn(context), ticket, {
        ...commentOf(context, values),
        ...(isSolving && { status: 'solved' }),
        ...('additional_collaborators' in values && {
            additional_collaborators: values['additional_collaborators'] ?? []
        })
    });
    return ok({ request: present(context, updated) });
}

const OLDEST: Order<Comment> = { name: 'id', key: (row) => row.id, isDescending: false };

const publicComments = (context: Context, ticket: Ticket): Comment[] => {
    const since = context.query.text('since');
    return context.account.store.comments
        .by('ticket', ticket.id)
        .filter((row) => row.public && (since === null || row.created_at >= since));
};

const presentReply = (context: Context, row: Comment): JsonObject => ({
    ...presentComment(context, row),
    request_id: row.ticket_id,
    url: apiUrl(context, `requests/${row.ticket_id}/comments/${row.id}`)
});

function comments(context: Context): Reply {
    const rows = inOrder(publicComments(context, one(context)), OLDEST);
    const found = paginate(context, rows, OLDEST);
    const people = [...new Set(found.rows.map((row) => row.author_id))].flatMap(
        (id) => context.account.store.users.find(id) ?? []
    );
    return ok({
        comments: found.rows.map((row) => presentReply(context, row)),
        users: people.map((user) => ({
            id: user.id,
            name: user.name,
            photo: null,
            agent: user.role !== 'end-user',
            organization_id: user.organization_id
        })),
        ...found.envelope
    });
}

function comment(context: Context): Reply {
    const id = idParam(context, 'commentId');
    const row = publicComments(context, one(context)).find((item) => item.id === id);
    return ok({ comment: presentReply(context, existing(row)) });
}

function searched(context: Context): Reply {
    const words = (context.query.text('query') ?? '').toLowerCase();
    const organization = context.query.text('organization_id');
    const rows = mine(context).filter(
        (row) =>
            `${row.subject ?? ''} ${row.description}`.toLowerCase().includes(words) &&
            (organization === null || String(row.organization_id) === organization)
    );
    return page(context, rows);
}

const withStatus = (context: Context, isWanted: (ticket: Ticket) => boolean): Reply =>
    page(context, mine(context).filter(isWanted));

const ALL = '/api/v2/requests';
const routes: readonly Route[] = [
    { method: 'GET', path: ALL, handle: (context) => page(context, mine(context)) },
    {
        method: 'GET',
        path: `${ALL}/open`,
        handle: (context) => withStatus(context, (row) => !isSolved(row))
    },
    { method: 'GET', path: `${ALL}/solved`, handle: (context) => withStatus(context, isSolved) },
    {
        method: 'GET',
        path: `${ALL}/ccd`,
        handle: (context) =>
            page(context, context.account.store.tickets.by('cc', signedIn(context).id))
    },
    { method: 'GET', path: `${ALL}/search`, handle: searched },
    {
        method: 'GET',
        path: `${ALL}/:id`,
        handle: (context) => ok({ request: present(context, one(context)) })
    },
    { method: 'PUT', path: `${ALL}/:id`, handle: update },
    { method: 'GET', path: `${ALL}/:id/comments`, handle: comments },
    { method: 'GET', path: `${ALL}/:id/comments/:commentId`, handle: comment },
    {
        method: 'GET',
        path: '/api/v2/users/:id/requests',
        scope: 'requests',
        handle: (context) =>
            page(context, context.account.store.tickets.by('requester', knownUser(context).id))
    },
    {
        method: 'GET',
        path: '/api/v2/organizations/:id/requests',
        scope: 'requests',
        handle: (context) =>
            page(
                context,
                context.account.store.tickets.by('organization', livingOrganization(context).id)
            )
    }
];

export const requestRoutes: readonly Route[] = [
    ...routes.map((route): Route => ({ ...route, access: 'end-user' })),
    { method: 'POST', path: ALL, access: 'anyone', handle: create }
];
