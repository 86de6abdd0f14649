import type { JsonObject } from '../http/json.ts';
import type { World } from './world.ts';

/** What is sent for an operation besides its path. */
export interface Scenario {
    readonly query?: string;
    readonly body?: JsonObject | string;
    /** Values for path parameters that differ from the usual ones. */
    readonly parameters?: Readonly<Record<string, string>>;
    /** Sent as the requester of ticket 2, or with client credentials in the body. */
    readonly as?: 'requester';
}

type P = World['parameters'];

const list = (...ids: (string | undefined)[]): string => `ids=${ids.join(',')}`;
const rule = { all: [{ field: 'status', operator: 'is', value: 'open' }] };

const CAR: JsonObject = {
    external_id: 'X-2',
    custom_object_fields: { make: 'M', model: 'C', color: 'Blue' }
};
const VARIANT: JsonObject = { content: 'Bonjour', locale_id: 16, default: false };

/** Operations that need more than a path. Keys are `METHOD path`, with the description's parameters. */
export const scenarios = (p: P): Readonly<Record<string, Scenario>> => ({
    'GET /api/v2/autocomplete/tags': { query: 'name=pa' },
    'GET /api/v2/automations/search': { query: 'query=close' },
    'GET /api/v2/incremental/{incremental_resource}/sample': { query: 'start_time=1600000000' },
    'GET /api/v2/incremental/organizations': { query: 'start_time=1600000000' },
    'GET /api/v2/incremental/ticket_events': { query: 'start_time=1600000000' },
    'GET /api/v2/incremental/ticket_metric_events': { query: 'start_time=1600000000' },
    'GET /api/v2/incremental/tickets': { query: 'start_time=1600000000' },
    'GET /api/v2/incremental/tickets/cursor': { query: 'start_time=1600000000' },
    'GET /api/v2/incremental/users': { query: 'start_time=1600000000' },
    'GET /api/v2/incremental/users/cursor': { query: 'start_time=1600000000' },
    'GET /api/v2/job_statuses/show_many': { query: list(p['job_status_id']) },
    'GET /api/v2/macros/new': { query: `macro_id=${p['macro_id']}` },
    'GET /api/v2/macros/search': { query: 'query=close' },
    'GET /api/v2/organizations/autocomplete': { query: 'name=cont' },
    'GET /api/v2/organizations/search': { query: 'external_id=one' },
    'GET /api/v2/organizations/show_many': { query: list(p['organization_id']) },
    'GET /api/v2/search': { query: 'query=type:ticket' },
    'GET /api/v2/search/count': { query: 'query=type:ticket' },
    'GET /api/v2/search/export': { query: 'query=problem&filter[type]=ticket' },
    'GET /api/v2/ticket_forms/show_many': { query: list(p['ticket_form_id']) },
    'GET /api/v2/tickets/show_many': { query: list('1', '2') },
    'GET /api/v2/triggers/search': { query: 'query=notify' },
    'GET /api/v2/users/autocomplete': { query: 'name=una' },
    'POST /api/v2/users/{user_id}/password': { body: { password: 'new-secret' } },
    'PUT /api/v2/users/{user_id}/password': { body: { password: 'new-secret' } },
    'GET /api/v2/users/search': { query: 'query=una' },
    'GET /api/v2/users/show_many': { query: list(p['user_id']) },
    'GET /api/v2/views/count_many': { query: list(p['view_id']) },
    'GET /api/v2/views/search': { query: 'query=tickets' },
    'GET /api/v2/views/show_many': { query: list(p['view_id']) },
    'GET /api/v2/requests/{request_id}/comments/{ticket_comment_id}': {
        parameters: { request_id: '1' }
    },
    'PUT /api/v2/slas/policies/reorder': { body: { sla_policy_ids: [] } },
    'POST /api/v2/automations': {
        body: {
            automation: { title: 'A', ...rule, actions: [{ field: 'priority', value: 'high' }] }
        }
    },
    'POST /api/v2/bookmarks': { body: { bookmark: { ticket_id: 1 } } },
    'POST /api/v2/bookmarks 201': { body: { bookmark: { ticket_id: 2 } } },
    'POST /api/v2/brands': { body: { brand: { name: 'New brand', subdomain: 'newbrand' } } },
    'POST /api/v2/custom_objects': {
        body: { custom_object: { key: 'boat', title: 'Boat', title_pluralized: 'Boats' } }
    },
    'PATCH /api/v2/custom_objects/{custom_object_key}': {
        body: { custom_object: { title: 'Vehicle' } }
    },
    'POST /api/v2/custom_objects/{custom_object_key}/records': {
        body: { custom_object_record: { name: 'Honda', ...CAR } }
    },
    'PATCH /api/v2/custom_objects/{custom_object_key}/records': {
        query: 'external_id=X-1',
        body: { custom_object_record: { name: 'Honda', ...CAR } }
    },
    'PATCH /api/v2/custom_objects/{custom_object_key}/records/{custom_object_record_id}': {
        body: { custom_object_record: { name: 'Honda' } }
    },
    'POST /api/v2/dynamic_content/items': {
        body: { item: { name: 'Farewell', default_locale_id: 1, content: 'Good bye' } }
    },
    'PUT /api/v2/dynamic_content/items/{dynamic_content_item_id}': {
        body: { item: { name: 'Welcome' } }
    },
    'POST /api/v2/dynamic_content/items/{dynamic_content_item_id}/variants': {
        body: { variant: VARIANT }
    },
    'PUT /api/v2/dynamic_content/items/{dynamic_content_item_id}/variants/{dynammic_content_variant_id}':
        { body: { variant: VARIANT } },
    'GET /api/v2/dynamic_content/items/show_many': { query: 'identifiers=greeting' },
    'POST /api/v2/dynamic_content/items/{dynamic_content_item_id}/variants/create_many': {
        body: { variants: [VARIANT] }
    },
    'PUT /api/v2/dynamic_content/items/{dynamic_content_item_id}/variants/update_many': {
        body: { variants: [{ id: Number(p['dynammic_content_variant_id']), ...VARIANT }] }
    },
    'GET /api/v2/ticket_form_statuses/show_many': {
        query: list(p['ticket_form_status_id'])
    },
    'POST /api/v2/ticket_forms/{ticket_form_id}/ticket_form_statuses': {
        body: { ticket_form_status: [{ custom_status_id: Number(p['custom_status_id']) }] }
    },
    'PUT /api/v2/ticket_forms/{ticket_form_id}/ticket_form_statuses': {
        body: { ticket_form_status: [{ custom_status_id: Number(p['custom_status_id']) }] }
    },
    'PUT /api/v2/ticket_forms/{ticket_form_id}/ticket_form_statuses/{ticket_form_status_id}': {
        body: { ticket_form_status: [{ custom_status_id: Number(p['custom_status_id']) }] }
    },
    'POST /api/v2/custom_statuses/{custom_status_id}/ticket_form_statuses': {
        body: { ticket_form_status: [{ ticket_form_id: Number(p['ticket_form_id']) }] }
    },
    'POST /api/v2/organization_subscriptions': {
        body: { organization_subscription: { organization_id: Number(p['organization_id']) } }
    },
    'PUT /api/v2/suspended_tickets/recover_many': { query: list(p['id']) },
    'DELETE /api/v2/suspended_tickets/destroy_many': { query: list(p['id']) },
    'POST /api/v2/skips': { body: { skip: { ticket_id: 1, reason: 'Lunch' } } },
    'GET /api/v2/users/{user_id}/skips': { parameters: { user_id: p['admin_id'] ?? '' } },
    'POST /api/v2/custom_roles': { body: { custom_role: { name: 'Reader' } } },
    'POST /api/v2/custom_statuses': {
        body: { custom_status: { agent_label: 'Parked', status_category: 'hold' } }
    },
    'POST /api/v2/group_memberships': { body: { group_membership: memberOfGroup(p) } },
    'POST /api/v2/group_memberships/create_many': {
        body: { group_memberships: [memberOfGroup(p)] }
    },
    'POST /api/v2/groups': { body: { group: { name: 'Night shift' } } },
    'POST /api/v2/imports/tickets': {
        body: {
            ticket: {
                subject: 'Old',
                comments: [{ value: 'Once' }],
                created_at: '2020-01-01T00:00:00Z'
            }
        }
    },
    'POST /api/v2/imports/tickets/create_many': {
        body: { tickets: [{ subject: 'Old', comments: [{ value: 'Once' }] }] }
    },
    'POST /api/v2/macros': {
        body: { macro: { title: 'M', actions: [{ field: 'status', value: 'solved' }] } }
    },
    'POST /api/v2/oauth/clients': {
        body: {
            client: { name: 'X', identifier: 'x_client', redirect_uri: ['https://x.example/'] }
        }
    },
    'POST /api/v2/oauth/tokens': {
        body: { token: { client_id: p['oauth_client_id'] ?? '', scopes: ['read'] } }
    },
    'POST /oauth/tokens': {
        body: {
            grant_type: 'client_credentials',
            client_id: 'salesforce_integration',
            client_secret: 'demo-client-secret',
            scope: 'read'
        }
    },
    'POST /api/v2/organization_fields': {
        body: { organization_field: { type: 'text', title: 'T', key: 'contract_text' } }
    },
    'POST /api/v2/organization_memberships': { body: { organization_membership: newMember(p) } },
    'POST /api/v2/organization_memberships/create_many': {
        body: { organization_memberships: [newMember(p)] }
    },
    'POST /api/v2/organizations': { body: { organization: { name: 'Fresh' } } },
    'POST /api/v2/organizations/create_many': { body: { organizations: [{ name: 'Fresh' }] } },
    'POST /api/v2/organizations/create_or_update': {
        body: { organization: { name: 'Fresh', external_id: 'one' } }
    },
    'POST /api/v2/organizations/create_or_update 201': {
        body: { organization: { name: 'Fresh', external_id: 'fresh' } }
    },
    'POST /api/v2/organizations/{organization_id}/merge': {
        body: { organization_merge: { winner_id: p['spare_organization_id'] ?? '' } }
    },
    'POST /api/v2/problems/autocomplete': { body: { text: 'problem' } },
    'POST /api/v2/recipient_addresses': {
        body: { recipient_address: { name: 'New', email: 'new@x.example' } }
    },
    'POST /api/v2/requests': { body: { request: { subject: 'R', comment: { body: 'Please' } } } },
    'POST /api/v2/sharing_agreements': { body: { sharing_agreement: { remote_subdomain: 'bar' } } },
    'POST /api/v2/slas/policies': { body: { sla_policy: { title: 'S', ...SLA } } },
    'PUT /api/v2/slas/policies/{sla_policy_id}': { body: { sla_policy: { title: 'S2', ...SLA } } },
    'POST /api/v2/targets': {
        body: { target: { title: 'T', type: 'email_target', email: 'a@x.example', subject: 'S' } }
    },
    'PUT /api/v2/targets/{target_id}': { body: { target: { email: 'b@x.example' } } },
    'POST /api/v2/ticket_fields': { body: { ticket_field: { type: 'text', title: 'Age' } } },
    'POST /api/v2/ticket_fields/{ticket_field_id}/options': {
        body: {
            custom_field_option: {
                id: Number(p['ticket_field_option_id']),
                name: 'G',
                value: 'grape'
            }
        }
    },
    'POST /api/v2/ticket_fields/{ticket_field_id}/options 201': {
        body: { custom_field_option: { name: 'G', value: 'grape' } }
    },
    'POST /api/v2/ticket_forms': { body: { ticket_form: { name: 'F', ...FORM(p) } } },
    'PUT /api/v2/ticket_forms/{ticket_form_id}': {
        body: { ticket_form: { name: 'F', ...FORM(p) } }
    },
    'POST /api/v2/tickets': {
        body: { ticket: { subject: 'N', comment: { body: 'b' }, ...CUSTOM(p) } }
    },
    'POST /api/v2/tickets/create_many': {
        body: { tickets: [{ subject: 'N', comment: { body: 'b' } }] }
    },
    'POST /api/v2/tickets/{ticket_id}/merge': { body: { ids: [3] } },
    'POST /api/v2/tickets/{ticket_id}/satisfaction_rating': {
        parameters: { ticket_id: '2' },
        as: 'requester',
        body: { satisfaction_rating: { score: 'good', comment: 'Fine' } }
    },
    'POST /api/v2/tickets/{ticket_id}/tags': { body: { tags: ['important'] } },
    'PUT /api/v2/tickets/{ticket_id}/tags': { body: { tags: ['customer'] } },
    'DELETE /api/v2/tickets/{ticket_id}/tags': { body: { tags: ['customer'] } },
    'POST /api/v2/trigger_categories': { body: { trigger_category: { name: 'Cat', position: 1 } } },
    'PATCH /api/v2/trigger_categories/{trigger_category_id}': {
        body: { trigger_category: { name: 'Cat' } }
    },
    'POST /api/v2/triggers': {
        body: { trigger: { title: 'T', ...rule, actions: [{ field: 'priority', value: 'high' }] } }
    },
    'POST /api/v2/uploads': { query: 'filename=b.txt', body: 'contents' },
    'POST /api/v2/user_fields': {
        body: { user_field: { type: 'text', title: 'T', key: 'contract_key' } }
    },
    'POST /api/v2/user_fields/{user_field_id}/options': {
        body: {
            custom_field_option: {
                id: Number(p['user_field_option_id']),
                name: 'G',
                value: 'grape'
            }
        }
    },
    'POST /api/v2/user_fields/{user_field_id}/options 201': {
        body: { custom_field_option: { name: 'G', value: 'grape' } }
    },
    'POST /api/v2/users': { body: { user: { name: 'N', email: 'n@x.example' } } },
    'POST /api/v2/users/create_many': { body: { users: [{ name: 'N', email: 'n@x.example' }] } },
    'POST /api/v2/users/create_or_update': {
        body: { user: { name: 'Una', email: 'una@one.example' } }
    },
    'POST /api/v2/users/create_or_update 201': {
        body: { user: { name: 'N', email: 'n@x.example' } }
    },
    'POST /api/v2/users/create_or_update_many': {
        body: { users: [{ name: 'Una', email: 'una@one.example' }] }
    },
    'POST /api/v2/users/logout_many': { query: list(p['user_id']) },
    'POST /api/v2/users/{user_id}/identities': {
        body: { identity: { type: 'email', value: 'third@x.example' } }
    },
    'POST /api/v2/views': { body: { view: { title: 'V', ...rule } } },
    'POST /api/v2/views/preview': { body: { view: { ...rule, output: { columns: ['subject'] } } } },
    'POST /api/v2/views/preview/count': { body: { view: rule } },
    'PUT /api/v2/attachments/{attachment_id}': {
        body: { attachment: { malware_access_override: true } }
    },
    'PUT /api/v2/automations/{automation_id}': { body: { automation: { title: 'New title' } } },
    'PUT /api/v2/automations/update_many': {
        body: { automations: [{ id: Number(p['automation_id']), active: true }] }
    },
    'PUT /api/v2/brands/{brand_id}': { body: { brand: { name: 'Renamed' } } },
    'PUT /api/v2/comment_redactions/{ticket_comment_id}': {
        body: { ticket_id: 1, html_body: '<p>With <redact>a file</redact></p>' }
    },
    'PUT /api/v2/custom_roles/{custom_role_id}': { body: { custom_role: { name: 'Renamed' } } },
    'PUT /api/v2/custom_status/default': { body: { ids: [Number(p['custom_status_id'])] } },
    'PUT /api/v2/custom_statuses/{custom_status_id}': {
        body: { custom_status: { description: 'D' } }
    },
    'PUT /api/v2/deleted_tickets/{ticket_id}/restore': { parameters: { ticket_id: '4' } },
    'DELETE /api/v2/deleted_tickets/{ticket_id}': { parameters: { ticket_id: '4' } },
    'PUT /api/v2/deleted_tickets/restore_many': { query: 'ids=4' },
    'DELETE /api/v2/deleted_tickets/destroy_many': { query: 'ids=4' },
    'PUT /api/v2/groups/{group_id}': { body: { group: { name: 'Renamed' } } },
    'PUT /api/v2/macros/{macro_id}': { body: { macro: { title: 'Renamed' } } },
    'PUT /api/v2/macros/update_many': {
        body: { macros: [{ id: Number(p['macro_id']), active: true }] }
    },
    'DELETE /api/v2/macros/destroy_many': { query: list(p['macro_id']) },
    'PUT /api/v2/oauth/clients/{oauth_client_id}': { body: { client: { name: 'Renamed' } } },
    'PUT /api/v2/organization_fields/{organization_field_id}': {
        body: { organization_field: { title: 'Renamed' } }
    },
    'PUT /api/v2/organization_fields/reorder': { body: { organization_field_ids: [] } },
    'PUT /api/v2/organizations/{organization_id}': { body: { organization: { notes: 'N' } } },
    'PUT /api/v2/organizations/update_many': {
        query: list(p['organization_id']),
        body: { organization: { notes: 'N' } }
    },
    'DELETE /api/v2/organizations/destroy_many': { query: list(p['organization_id']) },
    'DELETE /api/v2/organization_memberships/destroy_many': {
        query: list(p['organization_membership_id'])
    },
    'PUT /api/v2/recipient_addresses/{support_address_id}': {
        body: { recipient_address: { name: 'Renamed' } }
    },
    'PUT /api/v2/requests/{request_id}': { body: { request: { comment: { body: 'Thanks' } } } },
    'PUT /api/v2/sharing_agreements/{sharing_agreement_id}': {
        body: { sharing_agreement: { status: 'accepted' } }
    },
    'PUT /api/v2/ticket_fields/{ticket_field_id}': { body: { ticket_field: { title: 'Renamed' } } },
    'PUT /api/v2/ticket_fields/reorder': { body: { ticket_field_ids: [] } },
    'PUT /api/v2/ticket_forms/reorder': {
        body: { ticket_form_ids: [Number(p['ticket_form_id'])] }
    },
    'PUT /api/v2/tickets/{ticket_id}': {
        body: { ticket: { comment: { body: 'b' }, subject: 'Changed', ...CUSTOM(p) } }
    },
    'PUT /api/v2/tickets/{ticket_id}/comments/{ticket_comment_id}/redact': {
        body: { text: 'file' }
    },
    'PUT /api/v2/tickets/mark_many_as_spam': { query: 'ids=1,2' },
    'PUT /api/v2/tickets/update_many': { query: 'ids=1,2', body: { ticket: { priority: 'high' } } },
    'DELETE /api/v2/tickets/destroy_many': { query: 'ids=1,2' },
    'DELETE /api/v2/group_memberships/destroy_many': { query: list(p['group_membership_id']) },
    'PUT /api/v2/triggers/{trigger_id}': { body: { trigger: { title: 'Renamed' } } },
    'PUT /api/v2/triggers/reorder': { body: { trigger_ids: [Number(p['trigger_id'])] } },
    'PUT /api/v2/triggers/update_many': {
        body: { triggers: [{ id: Number(p['trigger_id']), active: true }] }
    },
    'DELETE /api/v2/triggers/destroy_many': { query: list(p['trigger_id']) },
    'DELETE /api/v2/automations/destroy_many': { query: list(p['automation_id']) },
    'PUT /api/v2/user_fields/{user_field_id}': { body: { user_field: { title: 'Renamed' } } },
    'PUT /api/v2/user_fields/reorder': { body: { user_field_ids: [] } },
    'PUT /api/v2/users/{user_id}': { body: { user: { notes: 'N' } } },
    'PUT /api/v2/users/{user_id}/identities/{user_identity_id}': {
        body: { identity: { verified: true } }
    },
    'PUT /api/v2/users/{user_id}/merge': { body: { user: { id: Number(p['other_user_id']) } } },
    'PUT /api/v2/users/update_many': { query: list(p['user_id']), body: { user: { notes: 'N' } } },
    'DELETE /api/v2/users/destroy_many': { query: list(p['user_id']) },
    'PUT /api/v2/users/{user_id}/group_memberships/{group_membership_id}/make_default': {
        parameters: { user_id: p['agent_id'] ?? '' }
    },
    'PUT /api/v2/views/{view_id}': { body: { view: { title: 'Renamed' } } },
    'PUT /api/v2/views/update_many': {
        body: { views: [{ id: Number(p['view_id']), active: true }] }
    },
    'DELETE /api/v2/views/destroy_many': { query: list(p['view_id']) },
    'GET /api/v2/locales/detect_best_locale': { query: 'available_locales[]=fr' }
});

const SLA = {
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

const CONDITIONS = (p: P): JsonObject[] => [
    {
        parent_field_id: Number(p['ticket_field_id']),
        parent_field_type: 'tagger',
        value: 'product_ledger',
        child_fields: [
            {
                id: 1,
                is_required: false,
                required_on_statuses: { type: 'NO_STATUSES', statuses: [] }
            }
        ]
    }
];

const FORM = (p: P): JsonObject => ({
    ticket_field_ids: [Number(p['ticket_field_id'])],
    agent_conditions: CONDITIONS(p),
    end_user_conditions: CONDITIONS(p)
});

const CUSTOM = (p: P): JsonObject => ({
    custom_fields: [{ id: Number(p['ticket_field_id']), value: 'product_ledger' }]
});

function memberOfGroup(p: P): JsonObject {
    return { user_id: Number(p['agent_id']), group_id: Number(p['group_id']) };
}

function newMember(p: P): JsonObject {
    return { user_id: Number(p['user_id']), organization_id: Number(p['spare_organization_id']) };
}
