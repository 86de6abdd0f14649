import type { Account } from '../account.ts';
import type { Json } from '../http/json.ts';
import type { Ticket, User } from '../store/records.ts';
import { dateMatcher, stampRange } from './dates.ts';
import type { Clause } from './query.ts';
import type { Candidates, Filter } from './filter.ts';
import { organizationIds, userIds } from './references.ts';
import { allowedRanks, equals, isNone, textMatcher } from './values.ts';

const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];

type Maker = (clause: Clause, scope: TicketScope) => Filter<Ticket>;

export interface TicketScope {
    readonly account: Account;
    /** Who searches; `me` means this user. */
    readonly actor: User | null;
}

const text =
    (value: (ticket: Ticket) => string | null): Maker =>
    (clause) => {
        const matches = textMatcher(clause);
        return { test: (ticket) => matches(value(ticket)) };
    };

const exact =
    (value: (ticket: Ticket) => string | null): Maker =>
    (clause) => ({
        test: (ticket) =>
            isNone(clause) ? value(ticket) === null : equals(value(ticket), clause.value)
    });

const date =
    (value: (ticket: Ticket) => string | null, order?: 'created_at' | 'updated_at'): Maker =>
    (clause, { account }) => {
        if (isNone(clause)) {
            return { test: (ticket) => value(ticket) === null };
        }
        const now = account.clock.now();
        const matches = dateMatcher(clause, now);
        const range = order === undefined ? null : stampRange(clause, now);
        return {
            test: (ticket) => matches(value(ticket)),
            ...(order !== undefined && range !== null && { stretch: { order, ...range } })
        };
    };

const rank =
    (scale: readonly string[], value: (ticket: Ticket) => string | null): Maker =>
    (clause) => {
        if (isNone(clause)) {
            return { test: (ticket) => value(ticket) === null };
        }
        const allowed = allowedRanks(scale, clause);
        return { test: (ticket) => allowed.has(value(ticket) ?? '') };
    };

/** A person: an id, `me`, `none`, an email, or a name. */
const person =
    (
        value: (ticket: Ticket) => readonly (number | null)[],
        index?: 'requester' | 'assignee'
    ): Maker =>
    (clause, { account, actor }) => {
        if (isNone(clause)) {
            return { test: (ticket) => value(ticket).every((id) => id === null) };
        }
        const wanted = userIds(account, actor, clause.value);
        return {
            test: (ticket) => value(ticket).some((id) => id !== null && wanted.has(id)),
            ...(index && { candidates: candidatesOf(account, index, wanted) })
        };
    };

const organization: Maker = (clause, { account }) => {
    if (isNone(clause)) {
        return { test: (ticket) => ticket.organization_id === null };
    }
    const wanted = organizationIds(account, clause.value);
    return {
        test: (ticket) => ticket.organization_id !== null && wanted.has(ticket.organization_id),
        candidates: candidatesOf(account, 'organization', wanted)
    };
};

const named =
    (
        resource: 'groups' | 'brands' | 'ticket_forms',
        value: (ticket: Ticket) => number | null
    ): Maker =>
    (clause, { account }) => {
        const wanted = new Set(
            account.store.plain[resource]
                .all()
                .filter(
                    ({ id, name }) =>
                        String(id) === clause.value || equals(String(name), clause.value)
                )
                .map(({ id }) => id)
        );
        return {
            test: (ticket) => {
                const id = value(ticket);
                return isNone(clause) ? id === null : id !== null && wanted.has(id);
            }
        };
    };

const tags: Maker = (clause, { account }) => {
    if (isNone(clause)) {
        return { test: (ticket) => ticket.tags.length === 0 };
    }
    const wanted = clause.value.toLowerCase().split(/[\s,]+/);
    const matchers = wanted.map((value) => textMatcher({ ...clause, value, isPhrase: true }));
    const isPlain = wanted.every((value) => !value.includes('*'));
    return {
        test: (ticket) =>
            isPlain
                ? wanted.some((tag) => ticket.tags.includes(tag))
                : ticket.tags.some((tag) => matchers.some((matches) => matches(tag))),
        ...(isPlain && { candidates: candidatesOf(account, 'tag', wanted) })
    };
};

const status: Maker = (clause, scope) => {
    const filter = rank(STATUSES, (ticket) => ticket.status)(clause, scope);
    return isNone(clause)
        ? filter
        : {
              ...filter,
              candidates: candidatesOf(scope.account, 'status', allowedRanks(STATUSES, clause))
          };
};

const commenter: Maker = (clause, { account, actor }) => {
    const wanted = userIds(account, actor, clause.value);
    return {
        test: (ticket) =>
            account.store.comments.by('ticket', ticket.id).some((row) => wanted.has(row.author_id))
    };
};

const attachment: Maker = (clause, { account }) => ({
    test: (ticket) =>
        account.store.comments
            .by('ticket', ticket.id)
            .some((comment) => comment.attachment_ids.length > 0) ===
        (clause.value === 'true')
});

function customValues(value: Json | undefined): string[] {
    return (Array.isArray(value) ? value : [value]).flatMap((item) =>
        item === null || item === undefined ? [] : [String(item)]
    );
}

/** `custom_field_123:value`: equal, or between by number or text. */
const customField =
    (fieldId: string): Maker =>
    (clause) => {
        const matches = textMatcher({ ...clause, isPhrase: true });
        return {
            test: (ticket) => {
                const values = customValues(ticket.custom[fieldId]);
                if (isNone(clause)) {
                    return values.length === 0;
                }
                return values.some((value) =>
                    clause.operator === ':' ? matches(value) : compareValue(value, clause)
                );
            }
        };
    };

function compareValue(value: string, clause: Clause): boolean {
    const isNumber =
        value !== '' && !Number.isNaN(Number(value)) && !Number.isNaN(Number(clause.value));
    const [a, b] = isNumber ? [Number(value), Number(clause.value)] : [value, clause.value];
    switch (clause.operator) {
        case '<':
            return a < b;
        case '>':
            return a > b;
        case '<=':
            return a <= b;
        case '>=':
            return a >= b;
        case ':':
            return a === b;
    }
}

const fieldValue: Maker = (clause) => ({
    test: (ticket) =>
        Object.values(ticket.custom).some((value) =>
            customValues(value).some((item) => equals(item, clause.value))
        )
});

const MAKERS: Readonly<Record<string, Maker>> = {
    status,
    priority: rank(PRIORITIES, (ticket) => ticket.priority),
    requester: person((ticket) => [ticket.requester_id], 'requester'),
    assignee: person((ticket) => [ticket.assignee_id], 'assignee'),
    submitter: person((ticket) => [ticket.submitter_id]),
    cc: person((ticket) => [...ticket.email_cc_ids, ...ticket.follower_ids]),
    commenter,
    organization,
    organization_id: organization,
    group: named('groups', (ticket) => ticket.group_id),
    brand: named('brands', (ticket) => ticket.brand_id),
    brand_id: named('brands', (ticket) => ticket.brand_id),
    form: named('ticket_forms', (ticket) => ticket.ticket_form_id),
    ticket_form_id: named('ticket_forms', (ticket) => ticket.ticket_form_id),
    tags,
    tag: tags,
    subject: text((ticket) => ticket.subject),
    description: text((ticket) => ticket.description),
    created: date((ticket) => ticket.created_at, 'created_at'),
    created_at: date((ticket) => ticket.created_at, 'created_at'),
    updated: date((ticket) => ticket.updated_at, 'updated_at'),
    updated_at: date((ticket) => ticket.updated_at, 'updated_at'),
    solved: date((ticket) => ticket.solved_at),
    due_date: date((ticket) => ticket.due_at),
    ticket_type: exact((ticket) => ticket.type),
    via: exact((ticket) => ticket.via.channel),
    external_id: exact((ticket) => ticket.external_id),
    recipient: exact((ticket) => ticket.recipient),
    id: exact((ticket) => String(ticket.id)),
    has_attachment: attachment,
    fieldvalue: fieldValue,
    custom_status_id: exact((ticket) => String(ticket.custom_status_id))
};

export function ticketFilter(clause: Clause, scope: TicketScope): Filter<Ticket> | null {
    const name = clause.field ?? '';
    const custom = /^(?:custom_field_|ticket_field_)(\d+)$/.exec(name);
    const maker = custom?.[1] === undefined ? MAKERS[name] : customField(custom[1]);
    return maker?.(clause, scope) ?? null;
}

function candidatesOf(
    account: Account,
    index: 'organization' | 'requester' | 'assignee' | 'status' | 'tag',
    keys: Iterable<number | string>
): Candidates {
    const sets = [...keys].map((key) => account.search.tickets.ids(index, key));
    return { sets, isExact: true, areDisjoint: index !== 'tag' };
}
