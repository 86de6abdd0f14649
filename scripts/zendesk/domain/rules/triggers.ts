import { compareKeys } from '../../store/sortKeys.ts';
import type { Json, JsonObject } from '../../http/json.ts';
import type { AuditEvent, PlainRecord, Ticket } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { changeEvents, differences } from '../tickets/draft.ts';
import { copiesOf } from '../tickets/people.ts';
import { applyValues } from '../tickets/values.ts';
import { invokeWebhook } from '../webhooks/delivery.ts';
import { wishesOf, type Wishes } from './actions.ts';
import { meets, type RuleSubject } from './conditions.ts';
import { render } from './placeholders.ts';

export interface Ruled {
    readonly ticket: Ticket;
    readonly events: readonly AuditEvent[];
}

/**
 * Lets the active triggers act on a change, in their order; each at most once. A trigger that
 * changes the ticket makes the others look again.
 */
export function runTriggers(acting: Acting, subject: RuleSubject): Ruled {
    const waiting = activeTriggers(acting);
    const events: AuditEvent[] = [];
    let ticket = subject.after;
    for (let next = firstMet(waiting, { ...subject, after: ticket }); next !== null;) {
        waiting.splice(waiting.indexOf(next), 1);
        const ruled = fire(acting, next, ticket);
        events.push(...ruled.events);
        ticket = ruled.ticket;
        next = firstMet(waiting, { ...subject, after: ticket });
    }
    return { ticket, events };
}

const activeTriggers = ({ account }: Acting): PlainRecord[] =>
    account.store.plain.triggers
        .all()
        .filter((row) => row['active'] === true)
        .sort((a, b) => compareKeys(Number(a['position']), Number(b['position'])));

const firstMet = (triggers: readonly PlainRecord[], subject: RuleSubject): PlainRecord | null =>
    triggers.find((row) => meets(row['conditions'], subject)) ?? null;

function fire(acting: Acting, trigger: PlainRecord, ticket: Ticket): Ruled {
    const wishes = wishesOf(trigger['actions']);
    const via = ruleVia(trigger);
    const { store } = acting.account;
    const draft = applyValues(
        acting,
        { before: ticket, after: ticket, violations: [] },
        wishes.values
    );
    const after = { ...draft.after, ...copiesOf(acting, draft.after, wishes.values) };
    const changes = changeEvents(differences(ticket, after), () => acting.account.nextId());
    store.tickets.put(after);
    for (const call of wishes.webhooks) {
        invokeWebhook(acting, call.webhookId, render(acting, after, call.body));
    }
    const told = wishes.notifications.map((notice) => notification(acting, after, notice));
    return { ticket: after, events: [...changes, ...told].map((event) => ({ ...event, via })) };
}

const ruleVia = (trigger: PlainRecord): JsonObject => ({
    channel: 'rule',
    source: {
        from: { deleted: false, title: trigger['title'] ?? null, id: trigger.id },
        rel: 'trigger'
    }
});

/** Subject and body stay as the trigger has them: audits show placeholders unrendered. */
function notification(
    acting: Acting,
    ticket: Ticket,
    notice: Wishes['notifications'][number]
): AuditEvent {
    return {
        id: acting.account.nextId(),
        type: 'Notification',
        subject: notice.subject,
        body: notice.body,
        recipients: recipients(ticket, notice.who)
    };
}

function recipients(ticket: Ticket, who: string): Json {
    switch (who) {
        case 'requester_id':
            return [ticket.requester_id];
        case 'requester_and_ccs':
            return [ticket.requester_id, ...ticket.email_cc_ids];
        case 'assignee_id':
            return ticket.assignee_id === null ? [] : [ticket.assignee_id];
        default:
            return /^\d+$/.test(who) ? [Number(who)] : [];
    }
}
