import type { Context } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { Ticket, User } from '../store/records.ts';
import { presentAudit } from './audits.ts';
import { ticketMetric } from '../domain/metrics.ts';
import { ticketSlas } from '../domain/sla.ts';
import { presentCustomStatus, presentPlain } from './fields.ts';
import { presentOrganization } from './organizations.ts';
import { presentTicket } from './tickets.ts';
import { presentIdentity, presentUser } from './users.ts';

const present = <T>(ids: Iterable<number | null>, find: (id: number) => T | null): T[] =>
    [...new Set(ids)].flatMap((id) => (id === null ? [] : (find(id) ?? [])));

/**
 * The arrays that `include=` adds next to a list of tickets.
 * Source: https://developer.zendesk.com/documentation/ticketing/using-the-zendesk-api/side_loading/
 */
export function ticketSideloads(context: Context, tickets: readonly Ticket[]): JsonObject {
    const { store } = context.account;
    const makers: Readonly<Record<string, () => JsonObject[]>> = {
        users: () => ticketUsers(context, tickets),
        groups: () =>
            present(
                tickets.map((row) => row.group_id),
                (id) => store.plain.groups.find(id)
            ).map((row) => presentPlain(context, 'groups', row)),
        organizations: () =>
            present(
                tickets.map((row) => row.organization_id),
                (id) => store.organizations.find(id)
            ).map((row) => presentOrganization(context, row)),
        brands: () =>
            present(
                tickets.map((row) => row.brand_id),
                (id) => store.plain.brands.find(id)
            ).map((row) => presentPlain(context, 'brands', row)),
        ticket_forms: () =>
            present(
                tickets.map((row) => row.ticket_form_id),
                (id) => store.plain.ticket_forms.find(id)
            ).map((row) => presentPlain(context, 'ticket_forms', row)),
        custom_statuses: () =>
            present(
                tickets.map((row) => row.custom_status_id),
                (id) => store.customStatuses.find(id)
            ).map((row) => presentCustomStatus(context, row)),
        last_audits: () => tickets.flatMap((row) => lastAudit(context, row)),
        metric_sets: () => tickets.map((row) => ticketMetric(context, row)),
        sharing_agreements: () => []
    };
    return chosen(context.query.includes(), makers);
}

/** Values that `include=` writes into each ticket. */
export function ticketExtras(context: Context, ticket: Ticket): JsonObject {
    const includes = context.query.includes();
    const { store } = context.account;
    return {
        ...(includes.has('comment_count') && {
            comment_count: store.comments.ids('ticket', ticket.id).size
        }),
        ...(includes.has('incident_counts') && {
            incident_count: store.tickets.ids('problem', ticket.id).size
        }),
        ...(includes.has('slas') &&
            hasSlas(context) && { slas: ticketSlas(context.account, ticket) }),
        ...(includes.has('dates') && { dates: ticketDates(ticket) }),
        ...(includes.has('metric_sets') && { metric_set: ticketMetric(context, ticket) })
    };
}

/** SLAs come with a single ticket, views and search, and not with the other lists. */
const hasSlas = (context: Context): boolean =>
    /^\/api\/v2\/(tickets\/:id|views\/|search)/.test(context.route?.path ?? '');

export const presentTicketWithExtras = (
    context: Context,
    ticket: Ticket,
    withFields = true
): JsonObject => ({
    ...presentTicket(context, ticket, withFields),
    ...ticketExtras(context, ticket)
});

/** The arrays that `include=` adds next to users. */
export function userSideloads(context: Context, users: readonly User[]): JsonObject {
    const { store } = context.account;
    const makers: Readonly<Record<string, () => JsonObject[]>> = {
        organizations: () =>
            present(
                users.map((user) => user.organization_id),
                (id) => store.organizations.find(id)
            ).map((row) => presentOrganization(context, row)),
        groups: () =>
            present(
                users.flatMap((user) =>
                    store.groupMemberships.by('user', user.id).map((row) => row.group_id)
                ),
                (id) => store.plain.groups.find(id)
            ).map((row) => presentPlain(context, 'groups', row)),
        identities: () =>
            users.flatMap((user) =>
                store.identities.by('user', user.id).map((row) => presentIdentity(context, row))
            ),
        roles: () =>
            present(
                users.map((user) => user.custom_role_id),
                (id) => store.plain.custom_roles.find(id)
            ).map((row) => presentPlain(context, 'custom_roles', row))
    };
    return chosen(context.query.includes(), makers);
}

function chosen(
    includes: ReadonlySet<string>,
    makers: Readonly<Record<string, () => JsonObject[]>>
): JsonObject {
    return Object.fromEntries(
        Object.entries(makers)
            .filter(([name]) => includes.has(name))
            .map(([name, make]) => [name, make()])
    );
}

function ticketUsers(context: Context, tickets: readonly Ticket[]): JsonObject[] {
    const ids = tickets.flatMap((row) => [
        row.requester_id,
        row.submitter_id,
        row.assignee_id,
        ...row.follower_ids,
        ...row.email_cc_ids
    ]);
    const { users } = context.account.store;
    return present(ids, (id) => users.find(id)).map((user) => presentUser(context, user));
}

function lastAudit(context: Context, ticket: Ticket): JsonObject[] {
    const last = [...context.account.store.audits.ids('ticket', ticket.id)].at(-1);
    const audit = context.account.store.audits.find(last);
    return audit === null ? [] : [presentAudit(context, audit)];
}

function ticketDates(ticket: Ticket): JsonObject {
    return {
        assignee_updated_at: ticket.assigned_at,
        requester_updated_at: ticket.created_at,
        status_updated_at: ticket.status_updated_at,
        initially_assigned_at: ticket.initially_assigned_at,
        assigned_at: ticket.assigned_at,
        solved_at: ticket.solved_at,
        latest_comment_added_at: ticket.updated_at
    };
}
