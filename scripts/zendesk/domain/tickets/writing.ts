import { ApiError } from '../../http/errors.ts';
import { idOf, isObject, text, type Json, type JsonObject } from '../../http/json.ts';
import type { Audit, AuditEvent, Comment, Ticket, Via } from '../../store/records.ts';
import { epochSeconds } from '../../store/clock.ts';
import type { Acting } from '../acting.ts';
import { runTriggers } from '../rules/triggers.ts';
import { isLightAgent, isStaff } from '../visibility.ts';
import { publishTicketEvents } from '../webhooks/ticketEvents.ts';
import { commentOf, storeComment, type NewComment } from './comments.ts';
import { changeEvents, createEvents, differences, type Draft } from './draft.ts';
import { emptyTicket } from './emptyTicket.ts';
import { copiesOf, requesterOf } from './people.ts';
import { macroReferences } from './macroReferences.ts';
import { missingValues } from './solving.ts';
import { isSolved } from './statuses.ts';
import { applyValues } from './values.ts';

export interface Written {
    readonly ticket: Ticket;
    readonly audit: Audit;
}

/**
 * Creates a ticket as a request asks for it.
 * @throws ApiError 422 with everything that is wrong
 */
export function createTicket(acting: Acting, input: JsonObject): Written {
    const requester = requesterOf(acting, input);
    const blank = emptyTicket(acting, requester, input);
    const comment = commentOf(acting, blank, input);
    const draft = applyValues(
        acting,
        draftOf(null, blank),
        withDefaultAssignee(acting, blank, input)
    );
    const blankComment = {
        field: 'base',
        description: 'Description: cannot be blank',
        error: 'BlankValue'
    };
    const violations = [...(comment === null ? [blankComment] : []), ...draft.violations];
    demandNone(acting, { ...draft, violations });
    const copied = { ...draft.after, ...copiesOf(acting, draft.after, input) };
    const id = acting.account.nextTicketId();
    return write(acting, { ...draft, after: { ...copied, id } }, comment, input);
}

const draftOf = (before: Ticket | null, after: Ticket): Draft => ({
    before,
    after,
    violations: []
});

/** An agent who asks for himself gets the ticket assigned, as recorded on a real account. */
function withDefaultAssignee(acting: Acting, ticket: Ticket, input: JsonObject): JsonObject {
    const isAgent = isStaff(acting.user) && !isLightAgent(acting.user);
    const isOwn = ticket.requester_id === acting.user.id && isAgent;
    const isAssigned = [
        'assignee_id',
        'assignee_email',
        'group_id',
        'status',
        'custom_status_id'
    ].some((name) => name in input);
    return isOwn && !isAssigned ? { ...input, assignee_id: acting.user.id } : input;
}

/**
 * Changes a ticket as a request asks for it.
 * @throws ApiError 409 when a safe update comes too late, 422 with everything that is wrong
 */
export function updateTicket(acting: Acting, ticket: Ticket, input: JsonObject): Written {
    demandCurrent(ticket, input);
    demandOpen(ticket);
    demandMayEdit(acting, input);
    const comment = commentOf(acting, ticket, withoutDescription(input));
    const reopening = isReopening(acting, ticket, comment) && { status: 'open' };
    const draft = applyValues(acting, draftOf(ticket, ticket), { ...reopening, ...input });
    demandNone(acting, draft);
    const after = { ...draft.after, ...copiesOf(acting, draft.after, input) };
    return write(acting, { ...draft, after }, comment, input);
}

/** What an end user says wakes a ticket that waits or is solved. */
const isReopening = (acting: Acting, ticket: Ticket, comment: NewComment | null): boolean =>
    comment !== null &&
    !isStaff(acting.user) &&
    ['pending', 'hold', 'solved'].includes(ticket.status);

/** The description is the first comment and does not change. */
function withoutDescription(input: JsonObject): JsonObject {
    const { description: _, ...others } = input;
    return others;
}

/** `safe_update: false` counts as well: only its absence forces the update. */
export function demandCurrent(ticket: Ticket, input: JsonObject): void {
    if (!('safe_update' in input)) {
        return;
    }
    const stamp = Date.parse(text(input['updated_stamp']) ?? '');
    if (Number.isNaN(stamp) || Math.floor(stamp / 1000) !== epochSeconds(ticket.updated_at)) {
        throw ApiError.updateConflict();
    }
}

function demandOpen(ticket: Ticket): void {
    if (ticket.status === 'closed') {
        throw ApiError.invalidField('status', 'Status: closed prevents ticket update', null);
    }
}

const LIGHT: ReadonlySet<string> = new Set(['comment', 'safe_update', 'updated_stamp', 'id']);

/** Light agents may comment and nothing else. */
function demandMayEdit(acting: Acting, input: JsonObject): void {
    if (isLightAgent(acting.user) && Object.keys(input).some((name) => !LIGHT.has(name))) {
        throw ApiError.forbidden();
    }
}

function demandNone(acting: Acting, draft: Draft): void {
    const violations = [...draft.violations, ...missingValues(acting.account.store, draft)];
    if (violations.length > 0) {
        throw ApiError.invalidRecord(violations);
    }
}

/** Stores ticket, comment and audit, lets the triggers act, and tells the webhooks. */
function write(
    acting: Acting,
    draft: Draft,
    comment: NewComment | null,
    input: JsonObject
): Written {
    const { account } = acting;
    const auditId = account.nextId();
    const metadata = metadataOf(acting, input['metadata']);
    const after = stamped(acting, draft, comment);
    const via = told(acting, after, {
        via: draft.before === null ? after.via : channel('api'),
        comment
    });
    const stored =
        comment && storeComment(acting, comment, { ticketId: after.id, auditId, via, metadata });
    const events = eventsOf(acting, { ...draft, after }, stored, input);
    account.store.tickets.put(after);
    const ruled = runTriggers(acting, {
        before: draft.before,
        after,
        isCommentPublic: comment?.isPublic ?? null,
        commentText: comment?.plain ?? null,
        currentUserId: acting.user.id,
        isByStaff: isStaff(acting.user)
    });
    const audit = account.store.audits.put({
        id: auditId,
        ticket_id: after.id,
        created_at: account.clock.stamp(),
        author_id: acting.user.id,
        metadata,
        events: [...events, ...ruled.events],
        via
    });
    linkFollowup(acting, ruled.ticket);
    publishTicketEvents(acting, draft.before, ruled.ticket, stored);
    return { ticket: ruled.ticket, audit };
}

const channel = (name: string): Via => ({
    channel: name,
    source: { from: {}, to: {}, rel: null }
});

/** Whom a public comment of an agent is mailed to, as recordings show it beside the channel. */
function told(
    acting: Acting,
    ticket: Ticket,
    { via, comment }: { readonly via: Via; readonly comment: NewComment | null }
): Via {
    const requester = acting.account.store.users.find(ticket.requester_id);
    if (!comment?.isPublic || !isStaff(acting.user) || !requester?.email) {
        return via;
    }
    const copied = ticket.email_cc_ids.length > 0 && { email_ccs: ticket.email_cc_ids };
    const to = { address: requester.email, name: requester.name, ...copied };
    return { ...via, source: { ...via.source, to } };
}

function metadataOf(acting: Acting, custom: Json | undefined): JsonObject {
    return {
        system: {
            client: acting.client,
            ip_address: acting.address,
            location: null,
            latitude: null,
            longitude: null
        },
        custom: isObject(custom) ? custom : {}
    };
}

/** The ticket with the times and counters that follow from the change. */
function stamped(acting: Acting, draft: Draft, comment: NewComment | null): Ticket {
    const { before, after } = draft;
    const now = acting.account.clock.stamp();
    const isStatusNew = before?.status !== after.status;
    const isAssigneeNew = after.assignee_id !== null && before?.assignee_id !== after.assignee_id;
    const isReopened = before !== null && isSolved(before) && !isSolved(after);
    const opening = before === null &&
        comment !== null && {
            description: comment.plain,
            is_public: comment.isPublic
        };
    return {
        ...after,
        ...opening,
        is_public:
            (before === null ? comment?.isPublic : after.is_public || comment?.isPublic) ??
            after.is_public,
        updated_at: now,
        generated_timestamp: epochSeconds(now),
        status_updated_at: isStatusNew ? now : after.status_updated_at,
        solved_at: isSolved(after) ? (after.solved_at ?? now) : null,
        assigned_at: isAssigneeNew ? now : after.assigned_at,
        initially_assigned_at: after.initially_assigned_at ?? (isAssigneeNew ? now : null),
        reopens: after.reopens + (isReopened ? 1 : 0)
    };
}

function eventsOf(
    acting: Acting,
    draft: Draft,
    comment: Comment | null,
    input: JsonObject
): AuditEvent[] {
    const nextId = () => acting.account.nextId();
    const said: AuditEvent[] = comment === null ? [] : [{ id: comment.id, type: 'Comment' }];
    const changed =
        draft.before === null
            ? createEvents(draft.after, nextId)
            : changeEvents(differences(draft.before, draft.after), nextId);
    return [...said, ...changed, ...macroReferences(acting, input)];
}

function linkFollowup(acting: Acting, ticket: Ticket): void {
    const { tickets } = acting.account.store;
    const source = tickets.find(idOf(ticket.followup_source_id));
    if (source !== null && !source.followup_ids.includes(ticket.id)) {
        tickets.patch(source, { followup_ids: [...source.followup_ids, ticket.id] });
    }
}
