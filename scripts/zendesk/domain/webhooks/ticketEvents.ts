import type { Json, JsonObject } from '../../http/json.ts';
import type { Comment, Ticket } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { differences, type Difference } from '../tickets/draft.ts';
import { invokeWebhook } from './delivery.ts';
import { ulid } from './ulid.ts';

const TYPE_OF_FIELD: Readonly<Record<string, string>> = {
    subject: 'subject_changed',
    requester_id: 'requester_changed',
    priority: 'priority_changed',
    type: 'type_changed',
    status: 'status_changed',
    assignee_id: 'agent_assignment_changed',
    group_id: 'group_assignment_changed',
    organization_id: 'organization_changed',
    custom_status_id: 'custom_status_changed',
    brand_id: 'brand_changed',
    ticket_form_id: 'form_changed',
    external_id: 'external_id_changed',
    problem_id: 'problem_link_changed',
    tags: 'tags_changed'
};

interface TicketEvent {
    readonly type: string;
    readonly event: JsonObject;
}

/** Tells the webhooks that subscribe to events of tickets what happened. */
export function publishTicketEvents(
    acting: Acting,
    before: Ticket | null,
    after: Ticket,
    comment: Comment | null
): void {
    if (acting.account.store.webhooks.size === 0) {
        return;
    }
    const changes = before === null ? [] : differences(before, after).map(changeEvent);
    const created = before === null ? [{ type: 'created', event: {} }] : [];
    const said = comment === null ? [] : [{ type: 'comment_added', event: commentEvent(comment) }];
    publish(acting, after, [...created, ...changes, ...said]);
}

/** `soft_deleted`, `undeleted`, `merged`, `marked_as_spam`, `permanently_deleted`... */
export const publishTicketEvent = (acting: Acting, ticket: Ticket, type: string): void =>
    publish(acting, ticket, [{ type, event: {} }]);

function changeEvent({
    field_name: field,
    value,
    previous_value: previous
}: Difference): TicketEvent {
    const type = TYPE_OF_FIELD[field] ?? 'custom_field_changed';
    if (type === 'tags_changed') {
        const now = Array.isArray(value) ? value : [];
        const was = Array.isArray(previous) ? previous : [];
        return {
            type,
            event: {
                tags_added: now.filter((tag) => !was.includes(tag)),
                tags_removed: was.filter((tag) => !now.includes(tag))
            }
        };
    }
    const field_ = type === 'custom_field_changed' ? { field: { id: field } } : {};
    return {
        type,
        event: { ...field_, current: upper(field, value), previous: upper(field, previous) }
    };
}

/** Enumerations are told in capitals. */
const upper = (field: string, value: Json): Json =>
    ['status', 'priority', 'type'].includes(field) && typeof value === 'string'
        ? value.toUpperCase()
        : value;

const commentEvent = (comment: Comment): JsonObject => ({
    comment: {
        id: String(comment.id),
        body: comment.plain,
        is_public: comment.public,
        author: { id: String(comment.author_id) }
    }
});

function publish(acting: Acting, ticket: Ticket, events: readonly TicketEvent[]): void {
    const webhooks = acting.account.store.webhooks.all();
    events.forEach(({ type, event }, position) => {
        const name = `zen:event-type:ticket.${type}`;
        const listening = webhooks.filter((webhook) => webhook.subscriptions.includes(name));
        for (const webhook of listening) {
            const meta = { sequence: { id: ulid(acting.account), position, total: events.length } };
            const body = { ...head(acting, ticket, name), event: { ...event, meta } };
            invokeWebhook(acting, webhook.id, JSON.stringify(body));
        }
    });
}

const idText = (id: number | null): string | null => (id === null ? null : String(id));

function head(acting: Acting, ticket: Ticket, type: string): JsonObject {
    const { account } = acting;
    return {
        account_id: account.id,
        id: ulid(account),
        type,
        subject: `zen:ticket:${ticket.id}`,
        time: new Date(account.clock.now()).toISOString(),
        zendesk_event_version: '2022-11-06',
        detail: {
            id: String(ticket.id),
            status: ticket.status.toUpperCase(),
            priority: ticket.priority?.toUpperCase() ?? null,
            type: ticket.type?.toUpperCase() ?? null,
            external_id: ticket.external_id,
            requester_id: idText(ticket.requester_id),
            submitter_id: idText(ticket.submitter_id),
            organization_id: idText(ticket.organization_id),
            assignee_id: idText(ticket.assignee_id),
            group_id: idText(ticket.group_id),
            brand_id: idText(ticket.brand_id),
            form_id: idText(ticket.ticket_form_id),
            custom_status: idText(ticket.custom_status_id),
            subject: ticket.subject,
            description: ticket.description,
            tags: ticket.tags,
            is_public: ticket.is_public,
            created_at: ticket.created_at,
            updated_at: ticket.updated_at,
            actor_id: idText(acting.user.id),
            via: { channel: ticket.via.channel }
        }
    };
}
