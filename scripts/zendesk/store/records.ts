import type { Json, JsonObject } from '../http/json.ts';

/*
 * What the account remembers. Keys are spelled as in the API so that a presenter only adds what is
 * computed (url, expanded custom fields, counts). Times are `YYYY-MM-DDTHH:MM:SSZ`, which compare
 * as text. Type aliases, not interfaces: an alias of JSON values is itself JSON.
 */

/** A record of a resource without rules of its own: what was written, plus id and times. */
export type PlainRecord = JsonObject & {
    readonly id: number;
    readonly created_at: string;
    readonly updated_at: string;
};

export type Organization = {
    readonly id: number;
    readonly name: string;
    readonly shared_tickets: boolean;
    readonly shared_comments: boolean;
    readonly external_id: string | null;
    readonly created_at: string;
    readonly updated_at: string;
    readonly domain_names: readonly string[];
    readonly details: string | null;
    readonly notes: string | null;
    readonly group_id: number | null;
    readonly tags: readonly string[];
    readonly organization_fields: JsonObject;
    readonly deleted_at: string | null;
};

export type UserRole = 'end-user' | 'agent' | 'admin';
export type TicketRestriction = 'requested' | 'assigned' | 'groups' | 'organization' | null;

export type User = {
    readonly id: number;
    readonly name: string;
    readonly email: string | null;
    readonly created_at: string;
    readonly updated_at: string;
    readonly time_zone: string;
    readonly phone: string | null;
    readonly locale: string;
    readonly organization_id: number | null;
    readonly role: UserRole;
    readonly verified: boolean;
    readonly external_id: string | null;
    readonly tags: readonly string[];
    readonly alias: string | null;
    readonly active: boolean;
    readonly suspended: boolean;
    readonly signature: string | null;
    readonly details: string | null;
    readonly notes: string | null;
    /** 0 custom, 1 light agent, 2 chat, 3 contributor, 4 admin, 5 billing admin; null for others. */
    readonly role_type: number | null;
    readonly custom_role_id: number | null;
    readonly moderator: boolean;
    readonly ticket_restriction: TicketRestriction;
    readonly only_private_comments: boolean;
    readonly default_group_id: number | null;
    readonly last_login_at: string | null;
    readonly user_fields: JsonObject;
    readonly permanently_deleted: boolean;
};

export type Identity = {
    readonly id: number;
    readonly user_id: number;
    readonly type: string;
    readonly value: string;
    readonly verified: boolean;
    readonly verification_method: string;
    readonly primary: boolean;
    readonly created_at: string;
    readonly updated_at: string;
};

export type OrganizationMembership = {
    readonly id: number;
    readonly user_id: number;
    readonly organization_id: number;
    readonly default: boolean | null;
    readonly view_tickets: boolean;
    readonly created_at: string;
    readonly updated_at: string;
};

export type GroupMembership = {
    readonly id: number;
    readonly user_id: number;
    readonly group_id: number;
    readonly default: boolean;
    readonly created_at: string;
    readonly updated_at: string;
};

export type TicketStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed' | 'deleted';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type TicketType = 'problem' | 'incident' | 'question' | 'task';

export type Via = {
    readonly channel: string;
    readonly source: {
        readonly from: JsonObject;
        readonly to: JsonObject;
        readonly rel: string | null;
    };
};

export type Ticket = {
    readonly id: number;
    readonly external_id: string | null;
    readonly via: Via;
    readonly created_at: string;
    readonly updated_at: string;
    /** Epoch seconds of the last change of any kind; incremental exports go by it. */
    readonly generated_timestamp: number;
    readonly type: TicketType | null;
    readonly subject: string | null;
    readonly description: string;
    readonly priority: Priority | null;
    readonly status: TicketStatus;
    readonly custom_status_id: number;
    readonly recipient: string | null;
    readonly requester_id: number;
    readonly submitter_id: number;
    readonly assignee_id: number | null;
    readonly organization_id: number | null;
    readonly group_id: number | null;
    readonly follower_ids: readonly number[];
    readonly email_cc_ids: readonly number[];
    readonly problem_id: number | null;
    readonly is_public: boolean;
    readonly due_at: string | null;
    readonly tags: readonly string[];
    /** Values by ticket field id, only those that are set. */
    readonly custom: Readonly<Record<string, Json>>;
    readonly satisfaction_rating: JsonObject | null;
    readonly followup_ids: readonly number[];
    readonly followup_source_id: number | null;
    readonly ticket_form_id: number | null;
    readonly brand_id: number;
    readonly solved_at: string | null;
    readonly status_updated_at: string;
    readonly assigned_at: string | null;
    readonly initially_assigned_at: string | null;
    readonly reopens: number;
    readonly deleted: {
        readonly at: string;
        readonly by: number;
        readonly status: TicketStatus;
    } | null;
    readonly is_spam: boolean;
};

export type AuditEvent = JsonObject & { readonly id: number; readonly type: string };

export type Audit = {
    readonly id: number;
    readonly ticket_id: number;
    readonly created_at: string;
    readonly author_id: number;
    readonly metadata: JsonObject;
    readonly events: readonly AuditEvent[];
    readonly via: Via;
};

export type Comment = {
    readonly id: number;
    readonly ticket_id: number;
    readonly audit_id: number;
    readonly author_id: number;
    /** The HTML inside `<div class="zd-comment">`. */
    readonly html: string;
    readonly plain: string;
    readonly public: boolean;
    readonly attachment_ids: readonly number[];
    readonly via: Via;
    readonly metadata: JsonObject;
    readonly created_at: string;
};

export type Attachment = {
    readonly id: number;
    readonly file_name: string;
    readonly content_type: string;
    readonly size: number;
    /** In pixels; null when it is no image. */
    readonly width: number | null;
    readonly height: number | null;
    readonly thumbnail_id: number | null;
    readonly token: string;
    readonly content: string;
    readonly inline: boolean;
    readonly deleted: boolean;
    readonly malware_access_override: boolean;
};

/** A custom status that may be used on a form. */
export type TicketFormStatus = {
    readonly id: string;
    readonly ticket_form_id: number;
    readonly custom_status_id: number;
};

export type Upload = {
    readonly id: string;
    readonly author_id: number;
    readonly attachment_ids: readonly number[];
    readonly expires_at: string;
    readonly isUsed: boolean;
};

export type FieldOption = {
    readonly id: number;
    readonly name: string;
    readonly raw_name: string;
    readonly value: string;
    readonly default: boolean;
};

/** A ticket, user or organization field. */
export type Field = {
    readonly id: number;
    readonly type: string;
    readonly title: string;
    readonly description: string;
    readonly position: number;
    readonly active: boolean;
    readonly key: string | null;
    readonly regexp_for_validation: string | null;
    readonly tag: string | null;
    readonly options: readonly FieldOption[];
    readonly system: boolean;
    readonly required: boolean;
    readonly required_in_portal: boolean;
    readonly visible_in_portal: boolean;
    readonly editable_in_portal: boolean;
    readonly title_in_portal: string;
    readonly collapsed_for_agents: boolean;
    readonly agent_description: string | null;
    readonly relationship_target_type: string | null;
    readonly created_at: string;
    readonly updated_at: string;
};

export type StatusCategory = 'new' | 'open' | 'pending' | 'hold' | 'solved';

export type CustomStatus = {
    readonly id: number;
    readonly status_category: StatusCategory;
    readonly agent_label: string;
    readonly end_user_label: string;
    readonly description: string;
    readonly end_user_description: string;
    readonly active: boolean;
    readonly default: boolean;
    readonly created_at: string;
    readonly updated_at: string;
};

export type Job = {
    readonly id: string;
    readonly job_type: string;
    readonly total: number | null;
    readonly progress: number | null;
    readonly status: 'queued' | 'working' | 'completed' | 'failed' | 'killed';
    readonly message: string | null;
    readonly results: Json;
    readonly created: number;
};

export type OAuthClient = {
    readonly id: number;
    readonly identifier: string;
    readonly name: string;
    readonly kind: 'public' | 'confidential';
    readonly company: string | null;
    readonly description: string | null;
    readonly redirect_uri: readonly string[];
    readonly secret: string;
    readonly user_id: number;
    readonly global: boolean;
    /** The scopes that it may ask for at most; null = any. */
    readonly scopes: readonly string[] | null;
    readonly created_at: string;
    readonly updated_at: string;
};

export type OAuthToken = {
    readonly id: number;
    readonly client_id: number;
    readonly user_id: number;
    readonly token: string;
    readonly refresh_token: string | null;
    readonly scopes: readonly string[];
    readonly created_at: string;
    readonly used_at: string | null;
    /** Epoch milliseconds; null = never. */
    readonly expires: number | null;
    readonly refresh_expires: number | null;
};

export type AuthorizationCode = {
    readonly id: string;
    readonly client_id: number;
    readonly user_id: number;
    readonly redirect_uri: string;
    readonly scopes: readonly string[];
    readonly challenge: { readonly value: string; readonly method: string } | null;
    readonly expires: number;
};

export type Webhook = {
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly status: 'active' | 'inactive';
    readonly endpoint: string;
    readonly http_method: string;
    readonly request_format: string;
    readonly subscriptions: readonly string[];
    readonly authentication: JsonObject | null;
    readonly custom_headers: JsonObject | null;
    readonly signing_secret: string;
    readonly created_at: string;
    readonly created_by: string;
    readonly updated_at: string | null;
    readonly updated_by: string | null;
};

export type Invocation = {
    readonly id: string;
    readonly webhook_id: string;
    readonly status:
        'pending' | 'success' | 'failed' | 'terminated' | 'throttled' | 'circuit broken';
    readonly attempts: readonly JsonObject[];
    readonly latest_completed_at: string | null;
    readonly status_code: number | null;
    readonly created_at: string;
};

export type CustomObject = {
    /** The key, which names the object in addresses. */
    readonly id: string;
    readonly title: string;
    readonly title_pluralized: string;
    readonly description: string;
    readonly include_in_list_view: boolean;
    readonly created_at: string;
    readonly updated_at: string;
    readonly created_by_user_id: string;
    readonly updated_by_user_id: string;
};

export type CustomObjectRecord = {
    readonly id: string;
    readonly custom_object_key: string;
    readonly name: string;
    readonly external_id: string | null;
    readonly custom_object_fields: JsonObject;
    readonly created_at: string;
    readonly updated_at: string;
    readonly created_by_user_id: string;
    readonly updated_by_user_id: string;
};
