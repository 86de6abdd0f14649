import { DEMO_CREDENTIALS } from '../demo/credentials.ts';
import type { Seed } from '../demo/seed.ts';
import type { Json, JsonObject } from '../http/json.ts';
import { metricId } from '../domain/metrics.ts';
import { FIRST_REASON } from '../routes/satisfaction.ts';
import type { Store } from '../store/store.ts';
import { prepare, userNamed } from './preparation.ts';
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
    ],
    suspended_tickets: [
        { subject: 'Win', content: 'Much', author: { name: 'Sam', email: 'sam@spam.example' } }
    ]
};

const REFERENCE_TIME = Date.parse('2026-11-23T09:00:00Z');

export async function createWorld(): Promise<World> {
    const zendesk = createZendesk({ seed: SEED, now: () => REFERENCE_TIME, plan: 'unlimited' });
    const send = sender(zendesk);
    const made = await prepare(zendesk, send);
    const { store } = zendesk.account;
    return { send, parameters: { ...parametersOf(store, made), ...made } };
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

/** The values that path parameters take, out of what the account holds. */
function parametersOf(
    store: Store,
    made: Readonly<Record<string, string>>
): Record<string, string> {
    const idOf = (row: { readonly id: number | string } | undefined) => String(row?.id ?? '');
    const firstOf = (table: keyof Store['plain']) => idOf(store.plain[table].all()[0]);
    const una = userNamed(store, 'una@one.example');
    const comment = store.comments.by('ticket', 1).find((row) => row.attachment_ids.length > 0);
    const product = store.ticketFields.all().find((field) => field.type === 'tagger');
    const chosen = store.userFields.find(Number(made['user_field_id']));
    const [membership] = store.groupMemberships.all();
    const [organization, , spare] = store.organizations.all();
    return {
        ticket_id: '1',
        deleted_ticket_id: '4',
        user_id: String(una),
        other_user_id: String(userNamed(store, 'ugo@two.example')),
        agent_id: String(membership?.user_id),
        admin_id: String(userNamed(store, 'marcus.adeyemi@support.example')),
        organization_id: idOf(organization),
        spare_organization_id: idOf(spare),
        ticket_comment_id: idOf(comment),
        comment_id: idOf(comment),
        attachment_id: String(comment?.attachment_ids[0]),
        ticket_audit_id: idOf(store.audits.by('ticket', 1)[0]),
        ticket_metric_id: String(metricId(1)),
        activity_id: String(store.audits.by('ticket', 1)[0]?.events[0]?.id),
        satisfaction_reason_id: String(FIRST_REASON + 1000),
        view_id: firstOf('views'),
        id: firstOf('suspended_tickets'),
        trigger_id: firstOf('triggers'),
        trigger_category_id: firstOf('trigger_categories'),
        macro_id: firstOf('macros'),
        automation_id: firstOf('automations'),
        ticket_form_id: firstOf('ticket_forms'),
        group_id: idOf(store.plain.groups.all()[3]),
        brand_id: idOf(store.plain.brands.all()[1]),
        custom_role_id: idOf(store.plain.custom_roles.all()[1]),
        ticket_field_id: idOf(product),
        ticket_field_option_id: idOf(product?.options[0]),
        user_field_option_id: idOf(chosen?.options[0]),
        organization_field_id: idOf(store.organizationFields.all()[0]),
        custom_status_id: idOf(store.customStatuses.all()[5]),
        group_membership_id: idOf(membership),
        organization_membership_id: idOf(store.organizationMemberships.by('user', una)[0]),
        organization_merge_id: String(store.plain.organization_merges.all()[0]?.['ulid']),
        job_status_id: idOf(store.jobs.all()[0]),
        locale_id: 'en-US',
        incremental_resource: 'tickets',
        token: idOf(store.uploads.all().find((row) => !row.isUsed))
    };
}
