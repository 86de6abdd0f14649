import type { Account } from '../account.ts';
import { canSeeTicket } from '../domain/visibility.ts';
import type { Organization, PlainRecord, Ticket, User } from '../store/records.ts';
import { anyOf, not, select, type Filter } from './filter.ts';
import type { Clause, SearchQuery } from './query.ts';
import { groupFilter, organizationFilter, userFilter } from './recordClauses.ts';
import { userText } from './searchIndex.ts';
import { ticketFilter } from './ticketClauses.ts';
import { textMatcher } from './values.ts';
import { isUnspaced, wordsOf, type WordIndex } from './words.ts';

export type Found =
    | { readonly type: 'ticket'; readonly row: Ticket }
    | { readonly type: 'user'; readonly row: User }
    | { readonly type: 'organization'; readonly row: Organization }
    | { readonly type: 'group'; readonly row: PlainRecord };

/** What was found, by type: large results are wrapped only as far as they are shown. */
export interface Results {
    readonly tickets: readonly Ticket[];
    readonly users: readonly User[];
    readonly organizations: readonly Organization[];
    readonly groups: readonly PlainRecord[];
}

export const countOf = ({ tickets, users, organizations, groups }: Results): number =>
    tickets.length + users.length + organizations.length + groups.length;

export function* eachFound(results: Results): Generator<Found> {
    for (const row of results.tickets) {
        yield { type: 'ticket', row };
    }
    for (const row of results.users) {
        yield { type: 'user', row };
    }
    for (const row of results.organizations) {
        yield { type: 'organization', row };
    }
    for (const row of results.groups) {
        yield { type: 'group', row };
    }
}

interface Searchable<T> {
    readonly filter: (clause: Clause) => Filter<T> | null;
    readonly text: (row: T) => string;
    readonly words: WordIndex | null;
    readonly all: () => Iterable<T>;
    readonly find: (id: number) => T | null;
}

/** Everything that answers the query, in no order. */
export function search(account: Account, actor: User | null, query: SearchQuery): Results {
    const { search: index } = account;
    const wants = (type: string) => query.types.length === 0 || query.types.includes(type);
    const tickets: Searchable<Ticket> = {
        filter: (clause) => ticketFilter(clause, { account, actor }),
        text: (row) => index.ticketText(row),
        words: index.ticketWords,
        all: () => index.tickets.values(),
        find: (id) => index.tickets.find(id)
    };
    const users: Searchable<User> = {
        filter: (clause) => userFilter(clause, account),
        text: userText,
        words: index.userWords,
        all: () => index.users.values(),
        find: (id) => index.users.find(id)
    };
    return {
        tickets: wants('ticket') ? visible(account, actor, run(query, tickets)) : [],
        users: wants('user') ? run(query, users) : [],
        organizations: wants('organization') ? organizations(account, query) : [],
        groups: wants('group') ? groups(account, query) : []
    };
}

/** A late index may be behind: what is deleted by now is not shown, the rest shows as it is. */
function visible(account: Account, actor: User | null, rows: readonly Ticket[]): readonly Ticket[] {
    const seesAll =
        actor !== null && actor.ticket_restriction === null && actor.role !== 'end-user';
    if (seesAll && account.settings.indexingLag === 0) {
        return rows;
    }
    const shown: Ticket[] = [];
    for (const indexed of rows) {
        const row = account.store.tickets.find(indexed.id);
        if (row !== null && row.deleted === null && canSeeTicket(account, actor, row)) {
            shown.push(row);
        }
    }
    return shown;
}

function organizations(account: Account, query: SearchQuery): Organization[] {
    const { organizations: table } = account.search;
    const rows = run(query, {
        filter: (clause) => organizationFilter(clause, account),
        text: (row) => [row.name, row.details, row.notes, ...row.domain_names].join('\n'),
        words: null,
        all: () => table.values(),
        find: (id) => table.find(id)
    });
    return rows.filter((row) => row.deleted_at === null);
}

function groups(account: Account, query: SearchQuery): PlainRecord[] {
    const { groups: table } = account.search;
    const rows = run(query, {
        filter: (clause) => groupFilter(clause, account),
        text: (row) => String(row['name'] ?? ''),
        words: null,
        all: () => table.values(),
        find: (id) => table.find(id)
    });
    return rows.filter((row) => row['deleted'] !== true);
}

function run<T>(query: SearchQuery, on: Searchable<T>): T[] {
    const filters = compile(query.clauses, on);
    return filters === null ? [] : select(filters, on.all, on.find);
}

/** Different keys narrow, the same key widens. @returns null when a key means nothing here */
function compile<T>(clauses: readonly Clause[], on: Searchable<T>): Filter<T>[] | null {
    const alternatives = new Map<string, Filter<T>[]>();
    const filters: Filter<T>[] = [];
    for (const clause of clauses) {
        const filter = clause.field === null ? freeText(clause, on) : on.filter(clause);
        if (filter === null) {
            return null;
        }
        if (clause.isNegated) {
            filters.push(not(filter));
        } else if (clause.field === null || clause.operator !== ':') {
            filters.push(filter);
        } else {
            alternatives.set(clause.field, [...(alternatives.get(clause.field) ?? []), filter]);
        }
    }
    return [...filters, ...[...alternatives.values()].map(anyOf)];
}

/** One word is answered by the word index alone; phrases and wildcards are checked on the text. */
function freeText<T>(clause: Clause, on: Searchable<T>): Filter<T> {
    const matches = textMatcher({ ...clause, field: null });
    const test = (row: T) => matches(on.text(row));
    const words = wordsOf(clause.value);
    const { words: index } = on;
    if (index === null || words.length === 0 || clause.value.includes('*')) {
        return { test };
    }
    const isExact = clause.isPhrase || isUnspaced(clause.value);
    const sets = words.map((word) => (isExact ? index.exact(word) : index.startingWith(word)));
    const smallest = sets.reduce((a, b) => (b.size < a.size ? b : a));
    const isDecided = words.length === 1;
    return isDecided
        ? {
              candidates: () => smallest,
              isDecidedByCandidates: true,
              test: (row) => smallest.has((row as { id: number }).id)
          }
        : { candidates: () => smallest, test };
}
