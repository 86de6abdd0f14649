import { epochSeconds, isoSeconds } from '../store/clock.ts';
import type { Account } from '../account.ts';
import { objects, text, type JsonObject } from '../http/json.ts';
import type { Comment, PlainRecord, Ticket } from '../store/records.ts';
import { meets, standing } from './rules/conditions.ts';
import { isStaff } from './visibility.ts';

/** Where the clock of a metric stands. */
interface Standing {
    readonly stage: 'active' | 'paused' | 'achieved';
    /** Seconds counted so far. */
    readonly elapsed: number;
}

/** Statuses in which the clock of a metric stands still. Business hours equal calendar hours. */
const PAUSED_IN: Readonly<Record<string, readonly string[]>> = {
    agent_work_time: ['pending', 'hold'],
    requester_wait_time: ['pending'],
    total_resolution_time: [],
    pausable_update_time: ['pending'],
    periodic_update_time: []
};

/**
 * `slas` of a ticket, by the first policy that it meets.
 * Source: https://developer.zendesk.com/api-reference/ticketing/business-rules/sla_policies/
 */
export function ticketSlas(account: Account, ticket: Ticket): JsonObject {
    const policy = policyOf(account, ticket);
    const targets = objects(policy?.['policy_metrics']).filter(
        (target) => target['priority'] === (ticket.priority ?? 'normal')
    );
    return { policy_metrics: targets.flatMap((target) => presented(account, ticket, target)) };
}

function policyOf(account: Account, ticket: Ticket): PlainRecord | null {
    const subject = standing(ticket, 0);
    const policies = account.store.plain.sla_policies
        .all()
        .sort((a, b) => Number(a['position']) - Number(b['position']) || a.id - b.id);
    return policies.find((policy) => meets(policy['filter'], subject)) ?? null;
}

function presented(account: Account, ticket: Ticket, target: JsonObject): JsonObject[] {
    const metric = text(target['metric']) ?? '';
    const standing = standingOf(account, ticket, metric);
    const seconds = Number(target['target_in_seconds'] ?? Number(target['target']) * 60);
    if (standing === null) {
        return [];
    }
    const left = seconds - standing.elapsed;
    const isActive = standing.stage === 'active';
    return [
        {
            metric,
            stage: standing.stage,
            breach_at: isActive ? isoSeconds(account.clock.now() + left * 1000) : null,
            ...(isActive && remaining(left))
        }
    ];
}

/** In the largest unit that there is one of; negative when the target is breached. */
function remaining(seconds: number): JsonObject {
    const size = Math.abs(seconds);
    if (size >= 86_400) {
        return { days: Math.trunc(seconds / 86_400) };
    }
    return size >= 3600
        ? { hours: Math.trunc(seconds / 3600) }
        : { minutes: Math.trunc(seconds / 60) };
}

/** null when the metric has not begun to be measured. */
function standingOf(account: Account, ticket: Ticket, metric: string): Standing | null {
    const comments = account.store.comments.by('ticket', ticket.id).filter((row) => row.public);
    const isReply = ({ author_id: id }: Comment) => isByStaff(account, ticket, id);
    switch (metric) {
        case 'first_reply_time': {
            // The first comment is the description, even when an agent wrote it.
            const reply = comments.slice(1).find(isReply);
            return fromUntil(account, ticket.created_at, reply?.created_at ?? ticket.solved_at);
        }
        case 'next_reply_time': {
            const last = comments.findLastIndex(isReply);
            const asked = last < 0 ? undefined : comments[last + 1];
            if (asked !== undefined) {
                return fromUntil(account, asked.created_at, null);
            }
            return last > 0 ? achieved : null;
        }
        case 'periodic_update_time':
        case 'pausable_update_time': {
            const update = comments.findLast(isReply);
            return update ? running(account, ticket, metric, update.created_at) : null;
        }
        default:
            return metric in PAUSED_IN ? running(account, ticket, metric, ticket.created_at) : null;
    }
}

const achieved: Standing = { stage: 'achieved', elapsed: 0 };

function fromUntil(account: Account, from: string, until: string | null): Standing {
    const elapsed = account.clock.seconds() - epochSeconds(from);
    return until === null ? { stage: 'active', elapsed } : achieved;
}

function running(account: Account, ticket: Ticket, metric: string, from: string): Standing {
    if (ticket.status === 'solved' || ticket.status === 'closed') {
        return achieved;
    }
    const paused = PAUSED_IN[metric] ?? [];
    const start = epochSeconds(from);
    const spells = statusSpells(account, ticket).filter(({ status }) => !paused.includes(status));
    const elapsed = spells.reduce(
        (sum, spell) => sum + Math.max(0, spell.until - Math.max(spell.from, start)),
        0
    );
    return { stage: paused.includes(ticket.status) ? 'paused' : 'active', elapsed };
}

interface Spell {
    readonly status: string;
    readonly from: number;
    readonly until: number;
}

/** The statuses that the audits tell of, in epoch seconds. */
function statusSpells(account: Account, ticket: Ticket): Spell[] {
    const changes = account.store.audits.by('ticket', ticket.id).flatMap((audit) =>
        audit.events
            .filter((event) => event['field_name'] === 'status')
            .map((event) => ({
                status: text(event['value']) ?? '',
                from: epochSeconds(audit.created_at)
            }))
    );
    const known = changes.length > 0 ? changes : [{ status: ticket.status, from: 0 }];
    const now = account.clock.seconds();
    return known.map((change, at) => ({ ...change, until: known[at + 1]?.from ?? now }));
}

function isByStaff(account: Account, ticket: Ticket, authorId: number): boolean {
    const author = account.store.users.find(authorId);
    return author !== null && isStaff(author) && author.id !== ticket.requester_id;
}
