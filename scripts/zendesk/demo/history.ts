import type { Account } from '../account.ts';
import { storeFile } from '../domain/attachments.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Json } from '../http/json.ts';
import type { AuditEvent, Ticket, TicketStatus, User } from '../store/records.ts';
import { via } from '../store/rows.ts';
import type { Configuration } from './configuration.ts';

export interface PastComment {
    readonly author: User;
    readonly html: string;
    readonly plain: string;
    readonly isPublic: boolean;
    readonly at: number;
    readonly attachment?: {
        readonly name: string;
        readonly type: string;
        readonly content: string;
    };
}

export type PastTicket = Omit<
    Ticket,
    'id' | 'created_at' | 'updated_at' | 'generated_timestamp' | 'description' | 'is_public'
>;

/** Writes a ticket with its comments and audits as if it had happened; no rule is applied. */
export function writeHistory(
    account: Account,
    values: PastTicket,
    comments: readonly PastComment[]
): Ticket {
    const id = account.nextTicketId();
    const first = comments[0];
    const last = comments.at(-1);
    if (first === undefined || last === undefined) {
        throw new Error('A ticket has at least one comment');
    }
    comments.forEach((comment, at) => {
        const status = at === comments.length - 1 ? values.status : null;
        writeComment(account, id, comment, { values: at === 0 ? values : null, status });
    });
    return account.store.tickets.put({
        ...values,
        id,
        created_at: isoSeconds(first.at),
        updated_at: isoSeconds(last.at),
        generated_timestamp: Math.floor(last.at / 1000),
        description: first.plain,
        is_public: comments.some((comment) => comment.isPublic)
    });
}

interface Around {
    /** The ticket's values when this comment opened it. */
    readonly values: PastTicket | null;
    /** The status that this comment left the ticket in. */
    readonly status: string | null;
}

function writeComment(account: Account, ticketId: number, past: PastComment, around: Around): void {
    const { store } = account;
    const attachment =
        past.attachment &&
        storeFile(account, {
            ...past.attachment,
            bytes: Buffer.from(past.attachment.content)
        });
    const audit_id = account.nextId();
    const id = account.nextId();
    const channel = via(around.values === null ? 'web' : 'email');
    store.comments.put({
        id,
        ticket_id: ticketId,
        audit_id,
        author_id: past.author.id,
        html: past.html,
        plain: past.plain,
        public: past.isPublic,
        attachment_ids: attachment === undefined ? [] : [attachment.id],
        via: channel,
        metadata: { system: {}, custom: {} },
        created_at: isoSeconds(past.at)
    });
    store.audits.put({
        id: audit_id,
        ticket_id: ticketId,
        created_at: isoSeconds(past.at),
        author_id: past.author.id,
        metadata: { system: {}, custom: {} },
        events: [{ id, type: 'Comment' }, ...eventsOf(account, around)],
        via: channel
    });
}

function eventsOf(account: Account, { values, status }: Around): AuditEvent[] {
    if (values === null) {
        return status === null
            ? []
            : [
                  {
                      id: account.nextId(),
                      type: 'Change',
                      field_name: 'status',
                      value: status,
                      previous_value: 'open'
                  }
              ];
    }
    const created: Readonly<Record<string, Json>> = {
        subject: values.subject,
        requester_id: String(values.requester_id),
        priority: values.priority,
        type: values.type,
        status: 'new'
    };
    return Object.entries(created).map(([field_name, value]) => ({
        id: account.nextId(),
        type: 'Create',
        field_name,
        value
    }));
}

/** What a past ticket has that the seeds do not vary. */
export function plainPast(
    account: Account,
    configuration: Configuration,
    values: {
        readonly requester: User;
        readonly assignee: User | null;
        readonly status: TicketStatus;
        readonly stamp: string;
    }
): PastTicket {
    const { requester, assignee, status, stamp } = values;
    const category = status === 'closed' ? 'solved' : status;
    const statuses = account.store.customStatuses.all();
    const assignedAt = assignee === null ? null : stamp;
    return {
        external_id: null,
        via: via('api'),
        type: null,
        subject: null,
        priority: null,
        status,
        custom_status_id: statuses.find((row) => row.status_category === category)?.id ?? 0,
        recipient: null,
        requester_id: requester.id,
        submitter_id: requester.id,
        assignee_id: assignee?.id ?? null,
        organization_id: requester.organization_id,
        group_id: assignee?.default_group_id ?? null,
        follower_ids: [],
        email_cc_ids: [],
        problem_id: null,
        due_at: null,
        tags: [],
        custom: {},
        satisfaction_rating: { score: 'unoffered' },
        followup_ids: [],
        followup_source_id: null,
        ticket_form_id: configuration.forms.get('default')?.id ?? null,
        brand_id: configuration.brands.get('main')?.id ?? 0,
        solved_at: category === 'solved' ? stamp : null,
        status_updated_at: stamp,
        assigned_at: assignedAt,
        initially_assigned_at: assignedAt,
        reopens: 0,
        deleted: null,
        is_spam: false
    };
}
