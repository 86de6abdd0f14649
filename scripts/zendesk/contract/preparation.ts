import { isObject, objects, type JsonObject } from '../http/json.ts';
import type { Store } from '../store/store.ts';
import type { Zendesk } from '../zendesk.ts';
import { REQUESTER_TOKEN, type Send } from './world.ts';

/** A record that is made through the API: where, under which key, with which values. */
interface Made {
    readonly path: string;
    readonly key: string;
    readonly values: JsonObject;
}

const SLA = {
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
};

const CLIENT = { name: 'C', identifier: 'contract_client', redirect_uri: ['https://x.example/'] };

const DROPDOWN = {
    type: 'dropdown',
    title: 'Plan',
    key: 'plan_chosen',
    custom_field_options: [{ name: 'A', value: 'plan_a' }]
};

/** Records by the path parameter that means them. */
const RECORDS: Readonly<Record<string, Made>> = {
    deleted_user_id: {
        path: 'users',
        key: 'user',
        values: { name: 'Gone', email: 'gone@x.example' }
    },
    user_field_id: { path: 'user_fields', key: 'user_field', values: DROPDOWN },
    request_id: {
        path: 'requests',
        key: 'request',
        values: { subject: 'Mine', comment: { body: 'Please' } }
    },
    oauth_client_id: { path: 'oauth/clients', key: 'client', values: CLIENT },
    bookmark_id: { path: 'bookmarks', key: 'bookmark', values: { ticket_id: 1 } },
    sla_policy_id: { path: 'slas/policies', key: 'sla_policy', values: SLA },
    target_id: {
        path: 'targets',
        key: 'target',
        values: { title: 'T', type: 'email_target', email: 'x@x.example', subject: 'S' }
    },
    sharing_agreement_id: {
        path: 'sharing_agreements',
        key: 'sharing_agreement',
        values: { remote_subdomain: 'foo', name: 'Foo', partner_name: 'zendesk' }
    },
    dynamic_content_item_id: {
        path: 'dynamic_content/items',
        key: 'item',
        values: { name: 'Greeting', default_locale_id: 1, content: 'Good morning' }
    },
    custom_object_key: {
        path: 'custom_objects',
        key: 'custom_object',
        values: { key: 'car', title: 'Car', title_pluralized: 'Cars' }
    },
    custom_object_record_id: {
        path: 'custom_objects/car/records',
        key: 'custom_object_record',
        values: {
            name: 'Tesla',
            external_id: 'X-1',
            custom_object_fields: { make: 'Tesla', model: 'S', color: 'Red' }
        }
    },
    support_address_id: {
        path: 'recipient_addresses',
        key: 'recipient_address',
        values: { name: 'Sales', email: 'sales@x.example' }
    }
};

async function make(send: Send, { path, key, values }: Made): Promise<string> {
    const { body } = await send('POST', `/api/v2/${path}`, { [key]: values });
    const inner = isObject(body) ? body[key] : undefined;
    return isObject(inner) ? String(inner['id'] ?? inner['key']) : '';
}

export const userNamed = (store: Store, email: string): number =>
    store.users.all().find((user) => user.email === email)?.id ?? 0;

/** Makes what the seed has not. @returns the ids of what was made, by path parameter */
export async function prepare(zendesk: Zendesk, send: Send): Promise<Record<string, string>> {
    const { store, clock } = zendesk.account;
    await changeTickets(store, send);
    const made: Record<string, string> = {};
    for (const [parameter, record] of Object.entries(RECORDS)) {
        made[parameter] = await make(send, record);
    }
    await send('POST', `/api/v2/uploads?filename=unused.txt`, 'contents');
    made['audit_log_id'] = String(zendesk.account.auditLog[0]?.id);
    made['ticket_form_status_id'] = await formStatus(store, send);
    made['organization_subscription_id'] = await make(send, {
        path: 'organization_subscriptions',
        key: 'organization_subscription',
        values: { organization_id: store.organizations.all()[0]?.id ?? 0 }
    });
    made['oauth_token_id'] = await make(send, {
        path: 'oauth/tokens',
        key: 'token',
        values: { client_id: made['oauth_client_id'] ?? '', scopes: ['read'] }
    });
    made['user_identity_id'] = await make(send, {
        path: `users/${userNamed(store, 'una@one.example')}/identities`,
        key: 'identity',
        values: { type: 'email', value: 'una2@one.example' }
    });
    made['dynammic_content_variant_id'] = variantOf(store);
    await changeOthers(store, send, made);
    addGlobalClient(zendesk);
    clock.advance(5 * 60_000);
    made['satisfaction_rating_id'] = await rated(zendesk, send);
    return made;
}

async function formStatus(store: Store, send: Send): Promise<string> {
    const form = store.plain.ticket_forms.all()[0]?.id;
    await send('POST', `/api/v2/ticket_forms/${form}/ticket_form_statuses`, {
        ticket_form_status: [{ custom_status_id: store.customStatuses.all()[5]?.id ?? 0 }]
    });
    return store.ticketFormStatuses.all()[0]?.id ?? '';
}

function variantOf(store: Store): string {
    const [item] = store.plain.dynamic_content_items.all();
    return String(objects(item?.['variants'])[0]?.['id']);
}

/** Ticket 1 gets a file and copies, ticket 3 becomes an incident of it, ticket 4 is deleted. */
async function changeTickets(store: Store, send: Send): Promise<void> {
    await send('POST', `/api/v2/uploads?filename=a.txt`, 'contents');
    const upload = store.uploads.all()[0];
    await send('PUT', '/api/v2/tickets/1', {
        ticket: {
            comment: { body: 'With a file', uploads: [upload?.id ?? ''] },
            email_ccs: [{ user_email: 'ugo@two.example' }],
            followers: [{ user_email: 'priya.raman@support.example' }]
        }
    });
    await send('PUT', '/api/v2/tickets/3', { ticket: { type: 'incident', problem_id: 1 } });
    await send('POST', '/api/v2/tickets', { ticket: { subject: 'Gone', comment: { body: 'x' } } });
    await send('DELETE', '/api/v2/tickets/4');
    await send('PUT', '/api/v2/tickets/update_many?ids=1,2', { ticket: { priority: 'high' } });
}

async function changeOthers(
    store: Store,
    send: Send,
    made: Readonly<Record<string, string>>
): Promise<void> {
    const [winner, loser] = store.organizations.all();
    await send('POST', '/api/v2/skips', { skip: { ticket_id: 1, reason: 'Lunch' } });
    await send('DELETE', `/api/v2/users/${made['deleted_user_id']}`);
    await send('POST', `/api/v2/organizations/${loser?.id}/merge`, {
        organization_merge: { winner_id: winner?.id ?? 0 }
    });
    await send('PUT', `/api/v2/ticket_forms/${store.plain.ticket_forms.all()[0]?.id}`, {
        ticket_form: conditionsOf(store)
    });
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
async function rated(zendesk: Zendesk, send: Send): Promise<string> {
    const { store } = zendesk.account;
    const [client] = store.oauthClients.all();
    store.oauthTokens.put({
        id: zendesk.account.nextId(),
        client_id: client?.id ?? 0,
        user_id: userNamed(store, 'una@one.example'),
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
