import type { Attributes } from '../http/attributes.ts';

const COMMENT: Attributes = {
    body: 'string',
    html_body: 'string',
    public: 'boolean',
    author_id: 'integer',
    uploads: 'list'
};

/** What a request may say about a ticket. */
export const UPDATABLE: Attributes = {
    comment: COMMENT,
    subject: 'string',
    raw_subject: 'string',
    type: 'string',
    priority: 'string',
    status: 'string',
    custom_status_id: 'integer',
    external_id: 'string',
    requester_id: 'integer',
    assignee_id: 'integer',
    assignee_email: 'string',
    group_id: 'integer',
    organization_id: 'integer',
    due_at: 'time',
    problem_id: 'integer',
    brand_id: 'integer',
    ticket_form_id: 'integer',
    tags: 'list',
    additional_tags: 'list',
    remove_tags: 'list',
    custom_fields: 'collection',
    fields: 'collection',
    collaborator_ids: 'array',
    collaborators: 'array',
    additional_collaborators: 'array',
    followers: 'array',
    email_ccs: 'array',
    metadata: 'hash',
    recipient: 'string',
    via_id: 'integer',
    via: 'any',
    voice_comment: 'hash',
    macro_id: 'integer',
    macro_ids: 'array',
    attribute_value_ids: 'array',
    sharing_agreement_ids: 'array',
    satisfaction_rating: 'any',
    description: 'string',
    safe_update: 'boolean',
    updated_stamp: 'string',
    requester: 'any'
};

export const CREATABLE: Attributes = {
    ...UPDATABLE,
    submitter_id: 'integer',
    via_followup_source_id: 'integer'
};
