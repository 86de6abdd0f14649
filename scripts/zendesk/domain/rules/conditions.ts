import { isObject, objects, text, type Json, type JsonObject } from '../../http/json.ts';
import type { Ticket } from '../../store/records.ts';

/** What conditions of a trigger look at. */
export interface RuleSubject {
    /** null when the ticket is new. */
    readonly before: Ticket | null;
    readonly after: Ticket;
    /** null when no comment came with the change. */
    readonly isCommentPublic: boolean | null;
    readonly commentText: string | null;
    readonly currentUserId: number;
    /** Whether an agent or admin made the change. */
    readonly isByStaff: boolean;
}

/** A ticket as it stands, without a change, seen by this user. */
export const standing = (ticket: Ticket, currentUserId: number): RuleSubject => ({
    before: ticket,
    after: ticket,
    isCommentPublic: null,
    commentText: null,
    currentUserId,
    isByStaff: true
});

/** `{all: [...], any: [...]}`: all of `all` and, if there are any, one of `any`. */
export function meets(conditions: Json | undefined, subject: RuleSubject): boolean {
    if (!isObject(conditions)) {
        return true;
    }
    const any = objects(conditions['any']);
    return (
        objects(conditions['all']).every((condition) => holds(condition, subject)) &&
        (any.length === 0 || any.some((condition) => holds(condition, subject)))
    );
}

/** Channels by the numbers that conditions name them with. */
const CHANNELS: Readonly<Record<string, string>> = { '0': 'web', '4': 'email', '5': 'api' };

const RANKS: Readonly<Record<string, readonly string[]>> = {
    status: ['new', 'open', 'pending', 'hold', 'solved', 'closed'],
    priority: ['', 'low', 'normal', 'high', 'urgent']
};

function holds(condition: JsonObject, subject: RuleSubject): boolean {
    const field = text(condition['field']) ?? '';
    const value = wantedValue(condition['value'], subject);
    const wanted = field === 'via_id' ? (CHANNELS[value] ?? value) : value;
    switch (field) {
        case 'update_type':
            return wanted.toLowerCase() === (subject.before === null ? 'create' : 'change');
        case 'comment_is_public':
            return commentIs(wanted, subject.isCommentPublic);
        case 'role':
            return roleIs(wanted, subject);
        case 'comment_includes_word':
        case 'subject_includes_word':
            return mentions(condition, field, wanted, subject);
        default:
            return compares(field, text(condition['operator']) ?? 'is', wanted, subject);
    }
}

function wantedValue(value: Json | undefined, subject: RuleSubject): string {
    const first = Array.isArray(value) ? value[0] : value;
    const wanted = text(first as Json | undefined) ?? '';
    return wanted === 'current_user' ? String(subject.currentUserId) : wanted;
}

const roleIs = (wanted: string, { currentUserId, isByStaff }: RuleSubject): boolean =>
    ['all', String(currentUserId), isByStaff ? 'agent' : 'end_user'].includes(wanted);

/** `includes` one of the words, `is` with the whole phrase, and what is neither. */
function mentions(
    condition: JsonObject,
    field: string,
    wanted: string,
    subject: RuleSubject
): boolean {
    const text_ = field === 'subject_includes_word' ? subject.after.subject : subject.commentText;
    const where = (text_ ?? '').toLowerCase();
    const words = wanted.toLowerCase().split(/\s+/);
    const hasWord = words.some((word) => where.includes(word));
    const hasPhrase = where.includes(wanted.toLowerCase());
    switch (text(condition['operator'])) {
        case 'not_includes':
            return !hasWord;
        case 'is':
            return hasPhrase;
        case 'is_not':
            return !hasPhrase;
        default:
            return hasWord;
    }
}

function commentIs(wanted: string, isPublic: boolean | null): boolean {
    switch (wanted) {
        case 'true':
            return isPublic === true;
        case 'false':
            return isPublic === false;
        default:
            return isPublic !== null;
    }
}

function compares(field: string, operator: string, wanted: string, subject: RuleSubject): boolean {
    const now = valueOf(subject.after, field);
    const was = subject.before === null ? null : valueOf(subject.before, field);
    const isChanged = was !== null && was !== now;
    switch (operator) {
        case 'is':
            return now === wanted;
        case 'is_not':
            return now !== wanted;
        case 'less_than':
            return rank(field, now) < rank(field, wanted);
        case 'greater_than':
            return rank(field, now) > rank(field, wanted);
        case 'changed':
            return isChanged;
        case 'not_changed':
            return !isChanged;
        case 'value':
            return isChanged && now === wanted;
        case 'value_previous':
            return isChanged && was === wanted;
        case 'not_value':
            return isChanged && now !== wanted;
        case 'not_value_previous':
            return isChanged && was !== wanted;
        case 'includes':
            return wanted.split(/\s+/).some((tag) => now.split(' ').includes(tag));
        case 'not_includes':
            return wanted.split(/\s+/).every((tag) => !now.split(' ').includes(tag));
        case 'present':
            return now !== '';
        case 'not_present':
            return now === '';
        default:
            return false;
    }
}

const rank = (field: string, value: string): number =>
    RANKS[field]?.indexOf(value) ?? Number(value);

function valueOf(ticket: Ticket, field: string): string {
    const custom = /^(?:custom_fields_|ticket_fields_)(\d+)$/.exec(field)?.[1];
    const value: Json | undefined =
        custom === undefined ? plainValue(ticket, field) : ticket.custom[custom];
    return Array.isArray(value) ? value.join(' ') : (text(value as Json | undefined) ?? '');
}

function plainValue(ticket: Ticket, field: string): Json | undefined {
    switch (field) {
        case 'current_tags':
            return ticket.tags;
        case 'via_id':
            return ticket.via.channel;
        case 'ticket_is_public':
            return ticket.is_public ? 'public' : 'private';
        default:
            return (ticket as JsonObject)[field];
    }
}
