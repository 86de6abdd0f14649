import { DEMO_CREDENTIALS } from '../demo/credentials.ts';
import type { Seed } from '../demo/seed.ts';
import { isObject, type Json, type JsonObject } from '../http/json.ts';
import type { Store } from '../store/store.ts';
import { createZendesk, type Zendesk } from '../zendesk.ts';

/** An account with one of everything, and the values that path parameters take in it. */
export interface World {
    readonly send: Send;
    readonly parameters: Readonly<Record<string, string>>;
}

/** As an administrator, unless a bearer token is named. */
export type Send = (
    method: string,
    path: string,
    body?: JsonObject | string,
    token?: string
) => Promise<Answer>;

/** Bearer token of the requester of tickets 1 and 2. */
export const REQUESTER_TOKEN = 'contract-requester';

export interface Answer {
    readonly status: number;
    readonly body: Json | undefined;
}

const SEED: Seed = {
    base: 'agents',
    organizations: [
        { name: 'Contract One', domain_names: ['one.example'], external_id: 'one', tags: ['vip'] },
        { name: 'Contract Two', external_id: 'two', tags: ['old'] },
        { name: 'Contract Three' }
    ],
    users: [
        {
            name: 'Una Contract',
            email: 'una@one.example',
            organization: 'Contract One',
            external_id: 'u1'
        },
        { name: 'Ugo Contract', email: 'ugo@two.example', organization: 'Contract Two' }
    ],
    tickets: [
        {
            subject: 'A problem with everything',
            requester: 'una@one.example',
            assignee: 'marcus.adeyemi@support.example',
            type: 'problem',
            tags: ['important', 'paint'],
            age_hours: 30,
            comments: [
                { body: 'It does not work' },
                { author: 'marcus.adeyemi@support.example', body: 'We look' }
            ]
        },
        {
            subject: 'A solved one',
            requester: 'una@one.example',
            status: 'solved',
            assignee: 'marcus.adeyemi@support.example',
            age_hours: 20
        },
        { subject: 'Another', requester: 'ugo@two.example', age_hours: 10 }
    ]
};

const REFERENCE_TIME = Date.parse('2026-11-23T09:00:00Z');

export async function createWorld(): Promise<World> {
    const zendesk = createZendesk({ seed: SEED, now: () => REFERENCE_TIME, plan: 'unlimited' });
    const send = sender(zendesk);
    return { send, parameters: await prepared(zendesk, send) };
}

function sender(zendesk: Zendesk): Send {
    return async (method, path, body, token = DEMO_CREDENTIALS.adminToken) => {
        const response = await zendesk.handle({
            method,
            url: path,
            headers: {
                authorization: `Bearer ${token}`,
                'content-type': typeof body === 'string' ? 'text/plain' : 'application/json'
            },
            ...(body !== undefined && { body })
        });
        const raw = response.body.toString();
        return {
            status: response.status,
            body: raw === '' ? undefined : (JSON.parse(raw) as Json)
        };
    };
}

/** Makes what the seed has not, and remembers where it is. */
async function prepared(zendesk: Zendesk, send: Send): Promise<Record<string, string>> {
    const { store } = zendesk.account;
    const make = async (path: string, key: string, values: JsonObject): Promise<string> => {
        const { body } = await send('POST', path, { [key]: values });
        const inner = isObject(body) ? body[key] : undefined;
        return isObject(inner) ? String(inner['id']) : '';
    };
    const una = store.users.all().find((user) => user.email === 'una@one.example');
    const [organization] = store.organizations.all();
    const ticketId = '1';
    await send('POST', `/api/v2/uploads?filename=a.txt`, 'contents');
    const upload = store.uploads.all()[0];
    await send('PUT', `/api/v2/tickets/${ticketId}`, {
        ticket: {
            comment: { body: 'With a file', uploads: [upload?.id ?? ''] },
            email_ccs: [{ user_email: 'ugo@two.example' }],
            followers: [{ user_email: 'priya.raman@support.example' }]
        }
    });
    await send('PUT', '/api/v2/tickets/3', { ticket: { type: 'incident', problem_id: 1 } });
    await send('POST', '/api/v2/tickets', { ticket: { subject: 'Gone', comment: { body: 'x' } } });
    await send('DELETE', '/api/v2/tickets/4');
    const deletedUser = await make('/api/v2/users', 'user', {
        name: 'Gone',
        email: 'gone@x.example'
    });
    await send('DELETE', `/api/v2/users/${deletedUser}`);
    const secondary = await make(`/api/v2/users/${una?.id}/identities`, 'identity', {
        type: 'email',
        value: 'una2@one.example'
    });
    await send('PUT', '/api/v2/tickets/update_many?ids=1,2', { ticket: { priority: 'high' } });
    const userField = await make('/api/v2/user_fields', 'user_field', {
        type: 'dropdown',
        title: 'Plan',
        key: 'plan_chosen',
        custom_field_options: [{ name: 'A', value: 'plan_a' }]
    });
    const requested = await make('/api/v2/requests', 'request', {
        subject: 'Mine',
        comment: { body: 'Please' }
    });
    const client = await make('/api/v2/oauth/clients', 'client', {
        name: 'C',
        identifier: 'contract_client',
        redirect_uri: ['https://x.example/']
    });
    const token = await make('/api/v2/oauth/tokens', 'token', {
        client_id: client,
        scopes: ['read']
    });
    const bookmark = await make('/api/v2/bookmarks', 'bookmark', { ticket_id: 1 });
    const sla = await make('/api/v2/slas/policies', 'sla_policy', {
        title: 'Fast',
        filter: { all: [{ field: 'type', operator: 'is', value: 'incident' }], any: [] },
        policy_metrics: [
            {
                priority: 'low',
                metric: 'first_reply_time',
                target: 60,
                target_in_seconds: 3600,
                business_hours: false
            }
        ]
    });
    const target = await make('/api/v2/targets', 'target', {
        title: 'T',
        type: 'email_target',
        email: 'x@x.example',
        subject: 'S'
    });
    const agreement = await make('/api/v2/sharing_agreements', 'sharing_agreement', {
        remote_subdomain: 'foo',
        name: 'Foo',
        partner_name: 'zendesk'
    });
    const address = await make('/api/v2/recipient_addresses', 'recipient_address', {
        name: 'Sales',
        email: 'sales@x.example'
    });
    const role = store.plain.custom_roles.all()[1];
    await send('POST', `/api/v2/organizations/${store.organizations.all()[1]?.id}/merge`, {
        organization_merge: { winner_id: organization?.id ?? 0 }
    });
    const merge = store.plain.organization_merges.all()[0];
    await send('PUT', `/api/v2/ticket_forms/${store.plain.ticket_forms.all()[0]?.id}`, {
        ticket_form: conditionsOf(store)
    });
    addGlobalClient(zendesk);
    zendesk.account.clock.advance(5 * 60_000);
    const rating = await rated(zendesk, send, una?.id ?? 0);
    const firstOf = (table: keyof typeof store.plain) =>
        String(store.plain[table].all()[0]?.id ?? '');
    const comment = store.comments.by('ticket', 1).find((row) => row.attachment_ids.length > 0);
    const audit = store.audits.by('ticket', 1)[0];
    const product = store.ticketFields.all().find((field) => field.type === 'tagger');
    const category = firstOf('trigger_categories');
    return {
        ticket_id: ticketId,
        user_id: String(una?.id),
        other_user_id: String(
            store.users.all().find((user) => user.email === 'ugo@two.example')?.id
        ),
        agent_id: String(store.groupMemberships.all()[0]?.user_id),
        spare_organization_id: String(store.organizations.all()[2]?.id),
        organization_id: String(organization?.id),
        user_identity_id: secondary,
        ticket_comment_id: String(comment?.id),
        comment_id: String(comment?.id),
        attachment_id: String(comment?.attachment_ids[0]),
        ticket_audit_id: String(audit?.id),
        ticket_metric_id: String(46406200000001),
        view_id: firstOf('views'),
        trigger_id: firstOf('triggers'),
        trigger_category_id: category,
        macro_id: firstOf('macros'),
        automation_id: firstOf('automations'),
        group_id: String(store.plain.groups.all()[3]?.id),
        brand_id: String(store.plain.brands.all()[1]?.id),
        custom_role_id: String(role?.id),
        ticket_form_id: firstOf('ticket_forms'),
        ticket_field_id: String(product?.id),
        ticket_field_option_id: String(product?.options[0]?.id),
        user_field_id: userField,
        user_field_option_id: String(store.userFields.find(Number(userField))?.options[0]?.id),
        organization_field_id: String(store.organizationFields.all()[0]?.id),
        custom_status_id: String(store.customStatuses.all()[5]?.id),
        group_membership_id: String(store.groupMemberships.all()[0]?.id),
        organization_membership_id: String(
            store.organizationMemberships.by('user', una?.id ?? 0)[0]?.id
        ),
        organization_merge_id: String(merge?.['ulid']),
        oauth_client_id: client,
        oauth_token_id: token,
        job_status_id: store.jobs.all()[0]?.id ?? '',
        deleted_user_id: deletedUser,
        deleted_ticket_id: '4',
        request_id: requested,
        satisfaction_rating_id: rating,
        bookmark_id: bookmark,
        sla_policy_id: sla,
        target_id: target,
        sharing_agreement_id: agreement,
        support_address_id: address,
        locale_id: 'en-US',
        incremental_resource: 'tickets',
        token: upload?.id ?? ''
    };
}

/** Conditions of both kinds, so that the answers show them. */
function conditionsOf(store: Store): JsonObject {
    const [parent, child] = store.ticketFields.all().filter((field) => !field.system);
    const required_on_statuses = { type: 'SOME_STATUSES', statuses: ['solved'] };
    const conditions = [
        {
            parent_field_id: parent?.id ?? 0,
            parent_field_type: parent?.type ?? '',
            value: parent?.options[0]?.value ?? '',
            child_fields: [{ id: child?.id ?? 0, is_required: true, required_on_statuses }]
        }
    ];
    return { agent_conditions: conditions, end_user_conditions: conditions };
}

function addGlobalClient({ account }: Zendesk): void {
    const [client] = account.store.oauthClients.all();
    if (client !== undefined) {
        account.store.oauthClients.put({
            ...client,
            id: account.nextId(),
            identifier: 'zdg-x',
            global: true
        });
    }
}

/** Ratings come from the requester alone, so the simulator is asked as that person. */
async function rated(zendesk: Zendesk, send: Send, userId: number): Promise<string> {
    const { store } = zendesk.account;
    const [client] = store.oauthClients.all();
    store.oauthTokens.put({
        id: zendesk.account.nextId(),
        client_id: client?.id ?? 0,
        user_id: userId,
        token: REQUESTER_TOKEN,
        refresh_token: null,
        scopes: ['read', 'write'],
        created_at: zendesk.account.clock.stamp(),
        used_at: null,
        expires: null,
        refresh_expires: null
    });
    const body = { satisfaction_rating: { score: 'good', comment: 'Thanks' } };
    await send('POST', '/api/v2/tickets/2/satisfaction_rating', body, REQUESTER_TOKEN);
    return String(store.plain.satisfaction_ratings.all()[0]?.id);
}
