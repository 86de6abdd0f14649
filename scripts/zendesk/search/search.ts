import type { Account } from '../account.ts';
import { canSeeTicket } from '../domain/visibility.ts';
import type { Organization, PlainRecord, Ticket, User } from '../store/records.ts';
import type { Table } from '../store/table.ts';
import type { Ranking } from './best.ts';
import { anyOf, not, type Filter } from './filter.ts';
import type { Clause, SearchQuery } from './query.ts';
import { groupFilter, organizationFilter, userFilter } from './recordClauses.ts';
import { userText } from './searchIndex.ts';
import { Selection, type Source } from './selection.ts';
import { ticketFilter } from './ticketClauses.ts';
import { textMatcher } from './values.ts';
import { isUnspaced, wordsOf, type WordIndex } from './words.ts';

export type Found =
    | { readonly type: 'ticket'; readonly row: Ticket }
    | { readonly type: 'user'; readonly row: User }
    | { readonly type: 'organization'; readonly row: Organization }
    | { readonly type: 'group'; readonly row: PlainRecord };

/** What was found, by type. */
export interface Results {
    readonly tickets: Selection<Ticket> | null;
    readonly users: Selection<User> | null;
    readonly organizations: Selection<Organization> | null;
    readonly groups: Selection<PlainRecord> | null;
}

export const countOf = (results: Results): number =>
    Object.values(results).reduce((sum, found) => sum + (found?.count ?? 0), 0);

/** The first `count` of every type. */
export function firstOfEach(results: Results, count: number, ranking: Ranking<Row>): Found[] {
    return each(results, (selection) => selection.first(count, ranking));
}

export const allFound = (results: Results): Found[] =>
    each(results, (selection) => selection.rows());

type Row = Found['row'];
type Pick = <T extends Row>(selection: Selection<T>) => readonly T[];

const each = ({ tickets, users, organizations, groups }: Results, pick: Pick): Found[] => [
    ...(tickets === null ? [] : pick(tickets).map((row): Found => ({ type: 'ticket', row }))),
    ...(users === null ? [] : pick(users).map((row): Found => ({ type: 'user', row }))),
    ...(organizations === null
        ? []
        : pick(organizations).map((row): Found => ({ type: 'organization', row }))),
    ...(groups === null ? [] : pick(groups).map((row): Found => ({ type: 'group', row })))
];

interface Searchable<T> extends Source<T> {
    readonly filter: (clause: Clause) => Filter<T> | null;
    readonly text: (row: T) => string;
    readonly words: WordIndex | null;
    /** What holds beside the query. */
    readonly always?: Filter<T>;
    /** Whether a word of digits finds the one with that id, too. */
    readonly isNumbered?: boolean;
}

/** Everything that answers the query, in no order. */
export function search(account: Account, actor: User | null, query: SearchQuery): Results {
    const run = <T extends Row>(type: Found['type'], on: Searchable<T>): Selection<T> | null => {
        const isWanted = query.types.length === 0 || query.types.includes(type);
        const filters = isWanted ? compile(query.clauses, on) : null;
        const all = [...(filters ?? []), ...(on.always === undefined ? [] : [on.always])];
        return filters === null ? null : new Selection(on, all);
    };
    return {
        tickets: run('ticket', searchableTickets(account, actor)),
        users: run('user', searchableUsers(account)),
        organizations: run('organization', searchableOrganizations(account)),
        groups: run('group', searchableGroups(account))
    };
}

function sourceOf<T extends { readonly id: number }>(
    table: Table<T, string>,
    sorted: Source<T>['sorted'] = () => null
): Source<T> {
    return {
        size: () => table.size,
        all: () => table.values(),
        find: (id) => table.find(id),
        sorted
    };
}

function searchableTickets(account: Account, actor: User | null): Searchable<Ticket> {
    const { search: index } = account;
    const always = visibility(account, actor);
    return {
        ...sourceOf(index.tickets, (name) => index.sortedTickets(name)),
        all: () => index.sortedTickets('updated_at') ?? index.tickets.values(),
        filter: (clause) => ticketFilter(clause, { account, actor }),
        text: (row) => index.ticketText(row),
        words: index.ticketWords,
        isNumbered: true,
        ...(always !== null && { always })
    };
}

/** A late index may be behind: what is deleted by now is not shown. null = all is shown. */
function visibility(account: Account, actor: User | null): Filter<Ticket> | null {
    const seesAll =
        actor !== null && actor.ticket_restriction === null && actor.role !== 'end-user';
    if (seesAll && account.settings.indexingLag === 0) {
        return null;
    }
    return {
        test: ({ id }) => {
            const row = account.store.tickets.find(id);
            return row !== null && row.deleted === null && canSeeTicket(account, actor, row);
        }
    };
}

const searchableUsers = (account: Account): Searchable<User> => ({
    ...sourceOf(account.search.users),
    filter: (clause) => userFilter(clause, account),
    text: userText,
    words: account.search.userWords
});

const searchableOrganizations = (account: Account): Searchable<Organization> => ({
    ...sourceOf(account.search.organizations),
    filter: (clause) => organizationFilter(clause, account),
    text: (row) => [row.name, row.details ?? '', row.notes ?? '', ...row.domain_names].join('\n'),
    words: null,
    always: { test: (row) => row.deleted_at === null }
});

const searchableGroups = (account: Account): Searchable<PlainRecord> => ({
    ...sourceOf(account.search.groups),
    filter: (clause) => groupFilter(clause, account),
    text: (row) => String(row['name'] ?? ''),
    words: null,
    always: { test: (row) => row['deleted'] !== true }
});

/** Different keys narrow, the same key widens. @returns null when a key means nothing here */
function compile<T>(clauses: readonly Clause[], on: Searchable<T>): Filter<T>[] | null {
    const alternatives = new Map<string, Filter<T>[]>();
    const filters: Filter<T>[] = [];
    for (const clause of clauses) {
        const filter = clause.field === null ? anywhere(clause, on) : on.filter(clause);
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

function anywhere<T>(clause: Clause, on: Searchable<T>): Filter<T> {
    const text = freeText(clause, on);
    const isNumber = on.isNumbered === true && !clause.isPhrase && /^\d+$/.test(clause.value);
    const id = Number(clause.value);
    return isNumber && on.find(id) !== null ? anyOf([text, idFilter(id)]) : text;
}

function idFilter<T>(wanted: number): Filter<T> {
    return {
        candidates: { sets: [new Set([wanted])], isExact: true, areDisjoint: true },
        test: (row) => (row as { id: number }).id === wanted
    };
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
    const isExactly = words.length === 1;
    return {
        candidates: { sets: [smallest], isExact: isExactly, areDisjoint: true },
        test: isExactly ? (row) => smallest.has((row as { id: number }).id) : test
    };
}
