import { escapeHtml } from '../domain/html.ts';
import type { Context, Reply, Route } from '../http/exchange.ts';
import { page } from '../present/page.ts';
import type { Comment, Ticket } from '../store/records.ts';

/*
 * Where links into Zendesk lead: the least of an agent's screens, for reading only. In a browser nobody
 * is signed in to the simulator, so anybody on this machine sees them.
 */

const MISSING = page(404, 'Not found', '<h1>Zendesk has no such page</h1>');

type Facts = Readonly<Record<string, string | null | undefined>>;

function factList(facts: Facts): string {
    const rows = Object.entries(facts).map(
        ([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value || '–')}</dd>`
    );
    return `<dl>${rows.join('')}</dl>`;
}

function ticketLinks(tickets: readonly Ticket[]): string {
    const links = tickets
        .filter(({ deleted }) => deleted === null)
        .sort((a, b) => b.id - a.id)
        .map(
            ({ id, subject, status }) =>
                `<li><a href="/agent/tickets/${id}">#${id} ${escapeHtml(subject ?? '')}</a> (${status})</li>`
        );
    return `<ul>${links.join('')}</ul>`;
}

function ticketPage({ account: { store }, params }: Context): Reply {
    const ticket = store.tickets.find(Number(params['id']));
    if (ticket === null || ticket.deleted !== null) {
        return MISSING;
    }
    const title = `#${ticket.id} ${ticket.subject ?? ''}`;
    const comments = store.comments.by('ticket', ticket.id).map((comment) => {
        return commentArticle(comment, store.users.find(comment.author_id)?.name ?? '');
    });
    const facts = factList({
        Status: ticket.status,
        Requester: store.users.find(ticket.requester_id)?.name,
        Organization: store.organizations.find(ticket.organization_id)?.name,
        Assignee: store.users.find(ticket.assignee_id)?.name,
        Priority: ticket.priority,
        Tags: ticket.tags.join(', ')
    });
    return page(200, title, `<h1>${escapeHtml(title)}</h1>${facts}${comments.join('')}`);
}

function commentArticle({ html, public: isPublic, created_at }: Comment, author: string): string {
    const kind = isPublic ? 'public' : 'internal';
    return `<article class="${kind}"><strong>${escapeHtml(author)}</strong> ${created_at} (${kind})
<div dir="auto">${html}</div></article>`;
}

function organizationPage({ account: { store }, params }: Context): Reply {
    const organization = store.organizations.find(Number(params['id']));
    if (organization === null || organization.deleted_at !== null) {
        return MISSING;
    }
    const tickets = store.tickets.by('organization', organization.id);
    return page(
        200,
        organization.name,
        `<h1>${escapeHtml(organization.name)}</h1>${ticketLinks(tickets)}`
    );
}

function userPage({ account: { store }, params }: Context): Reply {
    const user = store.users.find(Number(params['id']));
    if (user === null || !user.active) {
        return MISSING;
    }
    const facts = factList({
        Email: user.email,
        Role: user.role,
        Organization: store.organizations.find(user.organization_id)?.name
    });
    const tickets = store.tickets.by('requester', user.id);
    return page(200, user.name, `<h1>${escapeHtml(user.name)}</h1>${facts}${ticketLinks(tickets)}`);
}

export const agentPageRoutes: readonly Route[] = [
    { method: 'GET', path: '/agent/tickets/:id', access: 'anyone', handle: ticketPage },
    { method: 'GET', path: '/agent/organizations/:id', access: 'anyone', handle: organizationPage },
    { method: 'GET', path: '/agent/users/:id', access: 'anyone', handle: userPage }
];
