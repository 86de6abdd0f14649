import {
    isArray,
    isObject,
    objects,
    text,
    texts,
    type Json,
    type JsonObject
} from '../../http/json.ts';

/** A comment that a macro suggests. */
export interface SuggestedComment {
    readonly body: string;
    readonly html: string | null;
    readonly isPublic: boolean;
}

/** What a list of actions wants: changes to the ticket, a comment, and what goes out. */
export interface Wishes {
    /** As an update request would say it. */
    readonly values: JsonObject;
    readonly comment: SuggestedComment | null;
    readonly notifications: readonly { who: string; subject: string; body: string }[];
    readonly webhooks: readonly { webhookId: string; body: string }[];
}

const TICKET_VALUES: ReadonlySet<string> = new Set([
    'status',
    'priority',
    'type',
    'assignee_id',
    'group_id',
    'custom_status_id',
    'brand_id',
    'ticket_form_id',
    'subject'
]);

/** Source: https://developer.zendesk.com/documentation/ticketing/reference-guides/actions-reference/ */
export function wishesOf(actions: Json | undefined): Wishes {
    const values: Record<string, Json> = {};
    const customFields: JsonObject[] = [];
    const notifications: Wishes['notifications'][number][] = [];
    const webhooks: Wishes['webhooks'][number][] = [];
    const comment = { body: '', html: null as string | null, isPublic: true, isWanted: false };
    for (const { field, value } of objects(actions).map(actionOf)) {
        const custom = /^custom_fields_(\d+)$/.exec(field)?.[1];
        if (custom !== undefined) {
            customFields.push({ id: Number(custom), value });
        } else if (TICKET_VALUES.has(field)) {
            values[field] = value === '' ? null : value;
        } else {
            applyOther(field, value, { values, notifications, webhooks, comment });
        }
    }
    const { isWanted, ...suggested } = comment;
    return {
        values: customFields.length > 0 ? { ...values, custom_fields: customFields } : values,
        comment: isWanted ? suggested : null,
        notifications,
        webhooks
    };
}

interface Collected {
    readonly values: Record<string, Json>;
    readonly notifications: { who: string; subject: string; body: string }[];
    readonly webhooks: { webhookId: string; body: string }[];
    readonly comment: { body: string; html: string | null; isPublic: boolean; isWanted: boolean };
}

function applyOther(field: string, value: Json, into: Collected): void {
    const [first = '', second = '', third = ''] = isArray(value)
        ? value.map((item) => text(item) ?? '')
        : [];
    switch (field) {
        case 'set_tags':
            into.values['tags'] = texts(value);
            break;
        case 'current_tags':
            into.values['additional_tags'] = [
                ...texts(into.values['additional_tags']),
                ...texts(value)
            ];
            break;
        case 'remove_tags':
            into.values['remove_tags'] = [...texts(into.values['remove_tags']), ...texts(value)];
            break;
        case 'comment_value':
            Object.assign(into.comment, {
                body: isArray(value) ? second : text(value),
                isWanted: true
            });
            break;
        case 'comment_value_html':
            Object.assign(into.comment, { html: text(value), isWanted: true });
            break;
        case 'comment_mode_is_public':
            into.comment.isPublic = text(value) !== 'false';
            break;
        case 'follower':
        case 'cc':
            into.values['additional_collaborators'] = [value];
            break;
        case 'notification_user':
            into.notifications.push({ who: first, subject: second, body: third });
            break;
        case 'notification_webhook':
            into.webhooks.push({ webhookId: first, body: second });
            break;
    }
}

function actionOf(action: JsonObject): { field: string; value: Json } {
    const { field, value } = action;
    return {
        field: text(field) ?? '',
        value: isObject(value) ? text(value['value']) : (value ?? null)
    };
}
