import type { Context } from '../http/exchange.ts';
import type { Json, JsonObject } from '../http/json.ts';
import type { Ticket } from '../store/records.ts';
import { encodedTicketId } from '../store/ids.ts';
import type { Store } from '../store/store.ts';
import { apiUrl } from './addresses.ts';

/** A ticket; `fields` doubles `custom_fields` except in lists paged by cursor. */
export function presentTicket(context: Context, ticket: Ticket, withFields = true): JsonObject {
    const { store } = context.account;
    const customFields = customFieldList(store, ticket);
    return {
        url: apiUrl(context, `tickets/${ticket.id}`),
        ...basics(ticket),
        collaborator_ids: [...new Set([...ticket.follower_ids, ...ticket.email_cc_ids])],
        forum_topic_id: null,
        has_incidents: store.tickets.ids('problem', ticket.id).size > 0,
        custom_fields: customFields,
        sharing_agreement_ids: [],
        encoded_id: encodedTicketId(ticket.id),
        ...(withFields && { fields: customFields }),
        allow_channelback: false,
        allow_attachments: true,
        from_messaging_channel: false,
        support_type: 'agent'
    };
}

function basics(ticket: Ticket): JsonObject {
    return {
        id: ticket.id,
        external_id: ticket.external_id,
        via: ticket.via,
        created_at: ticket.created_at,
        updated_at: ticket.updated_at,
        generated_timestamp: ticket.generated_timestamp,
        type: ticket.type,
        subject: ticket.subject,
        raw_subject: ticket.subject,
        description: ticket.description,
        priority: ticket.priority,
        status: ticket.deleted === null ? ticket.status : 'deleted',
        recipient: ticket.recipient,
        requester_id: ticket.requester_id,
        submitter_id: ticket.submitter_id,
        assignee_id: ticket.assignee_id,
        organization_id: ticket.organization_id,
        group_id: ticket.group_id,
        follower_ids: ticket.follower_ids,
        email_cc_ids: ticket.email_cc_ids,
        problem_id: ticket.problem_id,
        is_public: ticket.is_public,
        due_at: ticket.due_at,
        tags: ticket.tags,
        satisfaction_rating: ticket.satisfaction_rating,
        custom_status_id: ticket.custom_status_id,
        followup_ids: ticket.followup_ids,
        ticket_form_id: ticket.ticket_form_id,
        brand_id: ticket.brand_id
    };
}

/** Every active custom field, null when unset (a checkbox: false). */
export function customFieldList(store: Store, ticket: Ticket): { id: number; value: Json }[] {
    const list: { id: number; value: Json }[] = [];
    for (const field of store.ticketFields.values()) {
        if (!field.system && field.active) {
            const unset = field.type === 'checkbox' ? false : null;
            list.push({ id: field.id, value: ticket.custom[String(field.id)] ?? unset });
        }
    }
    return list;
}
