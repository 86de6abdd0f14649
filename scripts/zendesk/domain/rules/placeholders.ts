import type { Ticket, User } from '../../store/records.ts';
import type { Acting } from '../acting.ts';

type Value = (acting: Acting, ticket: Ticket) => string | number | null | undefined;

const requester = ({ account }: Acting, ticket: Ticket) =>
    account.store.users.find(ticket.requester_id);
const assignee = ({ account }: Acting, ticket: Ticket) =>
    account.store.users.find(ticket.assignee_id);
const organization = ({ account }: Acting, ticket: Ticket) =>
    account.store.organizations.find(ticket.organization_id);
const comments = ({ account }: Acting, ticket: Ticket) =>
    account.store.comments.by('ticket', ticket.id);
const lastPublic = (acting: Acting, ticket: Ticket) =>
    comments(acting, ticket).findLast((comment) => comment.public);
const author = (acting: Acting, ticket: Ticket) =>
    acting.account.store.users.find(comments(acting, ticket).at(-1)?.author_id);
const firstName = (user: User | null) => user?.name.split(' ')[0];

const VALUES: Readonly<Record<string, Value>> = {
    'ticket.id': (_, ticket) => ticket.id,
    'ticket.external_id': (_, ticket) => ticket.external_id,
    'ticket.title': (_, ticket) => ticket.subject,
    'ticket.description': (_, ticket) => ticket.description,
    'ticket.status': (_, ticket) => capitalised(ticket.status),
    'ticket.priority': (_, ticket) => capitalised(ticket.priority ?? ''),
    'ticket.ticket_type': (_, ticket) => capitalised(ticket.type ?? ''),
    'ticket.url': ({ origin }, ticket) =>
        `${origin.replace(/^https?:\/\//, '')}/agent/tickets/${ticket.id}`,
    'ticket.link': ({ origin }, ticket) => `${origin}/agent/tickets/${ticket.id}`,
    'ticket.tags': (_, ticket) => ticket.tags.join(' '),
    'ticket.account': ({ account }) => account.settings.subdomain,
    'ticket.created_at': (_, ticket) => ticket.created_at,
    'ticket.updated_at': (_, ticket) => ticket.updated_at,
    'ticket.due_date': (_, ticket) => ticket.due_at,
    'ticket.requester.id': (_, ticket) => ticket.requester_id,
    'ticket.requester.name': (acting, ticket) => requester(acting, ticket)?.name,
    'ticket.requester.first_name': (acting, ticket) => firstName(requester(acting, ticket)),
    'ticket.requester.email': (acting, ticket) => requester(acting, ticket)?.email,
    'ticket.requester.external_id': (acting, ticket) => requester(acting, ticket)?.external_id,
    'ticket.assignee.name': (acting, ticket) => assignee(acting, ticket)?.name,
    'ticket.assignee.email': (acting, ticket) => assignee(acting, ticket)?.email,
    'ticket.group.name': ({ account }, ticket) =>
        String(account.store.plain.groups.find(ticket.group_id)?.['name'] ?? ''),
    'ticket.organization.id': (_, ticket) => ticket.organization_id,
    'ticket.organization.name': (acting, ticket) => organization(acting, ticket)?.name,
    'ticket.organization.external_id': (acting, ticket) =>
        organization(acting, ticket)?.external_id,
    'ticket.latest_comment': (acting, ticket) => comments(acting, ticket).at(-1)?.plain,
    'ticket.latest_comment_html': (acting, ticket) => comments(acting, ticket).at(-1)?.html,
    'ticket.latest_public_comment': (acting, ticket) => lastPublic(acting, ticket)?.plain,
    'ticket.latest_public_comment_html': (acting, ticket) => lastPublic(acting, ticket)?.html,
    'ticket.latest_comment.author.name': (acting, ticket) => author(acting, ticket)?.name,
    'ticket.latest_comment.author.email': (acting, ticket) => author(acting, ticket)?.email,
    'current_user.id': ({ user }) => user.id,
    'current_user.name': ({ user }) => user.name,
    'current_user.email': ({ user }) => user.email
};

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function valueOf(acting: Acting, ticket: Ticket, name: string): string {
    const fieldId = /^ticket\.ticket_field_(?:option_title_)?(\d+)$/.exec(name)?.[1];
    const value = fieldId === undefined ? VALUES[name]?.(acting, ticket) : ticket.custom[fieldId];
    return value === null || value === undefined ? '' : String(value);
}

/** Writes values in place of `{{...}}`, unescaped; an unknown placeholder becomes nothing. */
export const render = (acting: Acting, ticket: Ticket, template: string): string =>
    template.replace(/\{\{\s*([\w.]+)[^}]*\}\}/g, (_, name: string) =>
        valueOf(acting, ticket, name)
    );
