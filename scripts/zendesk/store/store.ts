import type * as records from './records.ts';
import { Table } from './table.ts';

const given = <T>(...keys: (T | null)[]): T[] => keys.filter((key) => key !== null);
const lower = (value: string | null): string[] => (value === null ? [] : [value.toLowerCase()]);

/** Resources that are kept as they were written and have no rules of their own. */
export const PLAIN_RESOURCES = [
    'groups',
    'brands',
    'ticket_forms',
    'macros',
    'views',
    'triggers',
    'trigger_categories',
    'automations',
    'custom_roles',
    'sla_policies',
    'satisfaction_ratings',
    'organization_merges',
    'recipient_addresses',
    'bookmarks',
    'organization_subscriptions',
    'targets',
    'sharing_agreements',
    'dynamic_content_items',
    'ticket_skips',
    'suspended_tickets'
] as const;
export type PlainResource = (typeof PLAIN_RESOURCES)[number];

function plainTables(): Record<PlainResource, Table<records.PlainRecord>> {
    const entries = PLAIN_RESOURCES.map((name) => [name, new Table<records.PlainRecord>({})]);
    return Object.fromEntries(entries) as Record<PlainResource, Table<records.PlainRecord>>;
}

function createTables() {
    return {
        organizations: new Table<records.Organization, 'name' | 'external' | 'domain'>({
            name: (row) => (row.deleted_at === null ? [row.name.toLowerCase()] : []),
            external: (row) => (row.deleted_at === null ? lower(row.external_id) : []),
            domain: (row) => (row.deleted_at === null ? row.domain_names : [])
        }),
        users: new Table<records.User, 'external' | 'organization' | 'role'>({
            external: (row) => (row.active ? lower(row.external_id) : []),
            organization: (row) => given(row.organization_id),
            role: (row) => [row.role]
        }),
        identities: new Table<records.Identity, 'user' | 'value'>({
            user: (row) => [row.user_id],
            value: (row) => [`${row.type}:${row.value.toLowerCase()}`]
        }),
        organizationMemberships: new Table<records.OrganizationMembership, 'user' | 'organization'>(
            {
                user: (row) => [row.user_id],
                organization: (row) => [row.organization_id]
            }
        ),
        groupMemberships: new Table<records.GroupMembership, 'user' | 'group'>({
            user: (row) => [row.user_id],
            group: (row) => [row.group_id]
        }),
        tickets: new Table<
            records.Ticket,
            | 'organization'
            | 'requester'
            | 'assignee'
            | 'group'
            | 'external'
            | 'cc'
            | 'follower'
            | 'problem'
            | 'deleted'
        >({
            organization: (row) => given(row.organization_id),
            requester: (row) => [row.requester_id],
            assignee: (row) => given(row.assignee_id),
            group: (row) => given(row.group_id),
            external: (row) => given(row.external_id),
            cc: (row) => row.email_cc_ids,
            follower: (row) => row.follower_ids,
            problem: (row) => given(row.problem_id),
            deleted: (row) => (row.deleted === null ? [] : ['deleted'])
        }),
        audits: new Table<records.Audit, 'ticket'>({ ticket: (row) => [row.ticket_id] }),
        comments: new Table<records.Comment, 'ticket'>({ ticket: (row) => [row.ticket_id] }),
        attachments: new Table<records.Attachment, 'token'>({ token: (row) => [row.token] }),
        uploads: new Table<records.Upload, never, string>({}),
        ticketFields: new Table<records.Field>({}),
        userFields: new Table<records.Field>({}),
        organizationFields: new Table<records.Field>({}),
        customStatuses: new Table<records.CustomStatus>({}),
        ticketFormStatuses: new Table<records.TicketFormStatus, 'form' | 'status', string>({
            form: (row) => [row.ticket_form_id],
            status: (row) => [row.custom_status_id]
        }),
        customObjects: new Table<records.CustomObject, never, string>({}),
        customObjectRecords: new Table<records.CustomObjectRecord, 'object' | 'external', string>({
            object: (row) => [row.custom_object_key],
            external: (row) =>
                lower(row.external_id).map((value) => `${row.custom_object_key}:${value}`)
        }),
        jobs: new Table<records.Job, never, string>({}),
        oauthClients: new Table<records.OAuthClient, 'identifier'>({
            identifier: (row) => [row.identifier]
        }),
        oauthTokens: new Table<records.OAuthToken, 'token' | 'refresh' | 'client'>({
            token: (row) => [row.token],
            refresh: (row) => given(row.refresh_token),
            client: (row) => [row.client_id]
        }),
        authorizationCodes: new Table<records.AuthorizationCode, never, string>({}),
        webhooks: new Table<records.Webhook, never, string>({}),
        invocations: new Table<records.Invocation, 'webhook', string>({
            webhook: (row) => [row.webhook_id]
        }),
        plain: plainTables()
    };
}

/** Everything the account holds, by table. */
export type Store = ReturnType<typeof createTables>;
export const createStore: () => Store = createTables;
