import { ApiError } from '../../http/errors.ts';
import { flag, idOf, isObject, type Json, type JsonObject } from '../../http/json.ts';
import type { PlainRecord, Ticket, User, Via } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { isStaff } from '../visibility.ts';
import { knownUser } from './people.ts';

const isDefault = (row: PlainRecord): boolean => row['default'] === true;

/** A new ticket with what the account gives it before the request says anything. */
export function emptyTicket(acting: Acting, requester: User, input: JsonObject): Ticket {
    const { store, clock } = acting.account;
    const now = clock.stamp();
    const status = store.customStatuses
        .all()
        .find((row) => row.status_category === 'new' && row.default);
    const source = followupSource(acting, input['via_followup_source_id']);
    return {
        id: 0,
        external_id: null,
        via: viaOf(source),
        created_at: now,
        updated_at: now,
        generated_timestamp: clock.seconds(),
        type: null,
        subject: null,
        description: '',
        priority: null,
        status: 'new',
        custom_status_id: status?.id ?? 0,
        recipient: null,
        requester_id: requester.id,
        submitter_id: submitterOf(acting, input['submitter_id'], source !== null),
        assignee_id: null,
        organization_id: requester.organization_id,
        group_id: null,
        follower_ids: [],
        email_cc_ids: [],
        problem_id: null,
        is_public: publicity(input['comment']),
        due_at: null,
        tags: [],
        custom: {},
        satisfaction_rating: { score: 'unoffered' },
        followup_ids: [],
        followup_source_id: source?.id ?? null,
        ticket_form_id: store.plain.ticket_forms.all().find(isDefault)?.id ?? null,
        brand_id: store.plain.brands.all().find(isDefault)?.id ?? 0,
        solved_at: null,
        status_updated_at: now,
        assigned_at: null,
        initially_assigned_at: null,
        reopens: 0,
        deleted: null,
        is_spam: false
    };
}

const publicity = (comment: Json | undefined): boolean =>
    isObject(comment) ? (flag(comment['public']) ?? true) : true;

/** Agents may name somebody else; a follow-up ignores it. */
function submitterOf(acting: Acting, value: Json | undefined, isFollowup: boolean): number {
    return value === undefined || value === null || isFollowup || !isStaff(acting.user)
        ? acting.user.id
        : knownUser(acting, value, 'submitter').id;
}

/** Only a closed ticket is followed up. @throws ApiError 422 */
function followupSource(acting: Acting, value: Json | undefined): Ticket | null {
    if (value === undefined || value === null) {
        return null;
    }
    const source = acting.account.store.tickets.find(idOf(value));
    if (source === null || source.status !== 'closed') {
        throw ApiError.invalidField(
            'via_followup_source_id',
            'Via followup source: is not a closed ticket',
            'InvalidValue'
        );
    }
    return source;
}

function viaOf(source: Ticket | null): Via {
    if (source === null) {
        return { channel: 'api', source: { from: {}, to: {}, rel: null } };
    }
    const from = { ticket_id: source.id, subject: source.subject, channel: source.via.channel };
    return { channel: 'api', source: { from, to: {}, rel: 'follow_up' } };
}
