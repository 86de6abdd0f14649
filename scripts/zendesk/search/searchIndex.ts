import type { Account } from '../account.ts';
import type { Comment, Organization, PlainRecord, Ticket, User } from '../store/records.ts';
import { SortedRows } from '../store/sortedRows.ts';
import { Table } from '../store/table.ts';
import { WordIndex, wordsOf } from './words.ts';

const given = (...keys: (number | string | null)[]) => keys.filter((key) => key !== null);

/**
 * What search can find: the records as they were when they were indexed, which is `indexingLag`
 * after they changed. It listens to the store, so that no write can forget it.
 */
export class SearchIndex {
    readonly tickets = new Table<
        Ticket,
        'organization' | 'requester' | 'assignee' | 'group' | 'status' | 'tag' | 'external'
    >({
        organization: (row) => given(row.organization_id),
        requester: (row) => [row.requester_id],
        assignee: (row) => given(row.assignee_id),
        group: (row) => given(row.group_id),
        status: (row) => [row.status],
        tag: (row) => row.tags,
        external: (row) => given(row.external_id)
    });
    readonly users = new Table<User, 'organization'>({
        organization: (row) => given(row.organization_id)
    });
    readonly organizations = new Table<Organization>({});
    readonly groups = new Table<PlainRecord>({});
    private readonly orders: Readonly<Record<string, SortedRows<Ticket>>> = {
        updated_at: new SortedRows(this.tickets, (row) => row.updated_at),
        created_at: new SortedRows(this.tickets, (row) => row.created_at)
    };
    readonly ticketWords = new WordIndex();
    readonly userWords = new WordIndex();
    private readonly account: Account;

    constructor(account: Account) {
        this.account = account;
        const { tickets, users, organizations, comments, plain } = account.store;
        tickets.onChange((before, after) => this.soon(() => this.indexTicket(before, after)));
        comments.onChange((_, after) => this.soon(() => this.indexComment(after)));
        users.onChange((before, after) => this.soon(() => this.indexUser(before, after)));
        organizations.onChange((_, after) => this.soon(() => put(this.organizations, after)));
        plain.groups.onChange((_, after) => this.soon(() => put(this.groups, after)));
    }

    /** All tickets in ascending order, for the orders in which they are mostly asked for. */
    sortedTickets(order: string): readonly Ticket[] | null {
        return this.orders[order]?.ascending() ?? null;
    }

    /** Everything that free text is looked for in. */
    ticketText(ticket: Ticket): string {
        const comments = this.account.store.comments.by('ticket', ticket.id);
        return [ticket.subject ?? '', ...comments.map((comment) => comment.plain)].join('\n');
    }

    private soon(index: () => void): void {
        const { indexingLag } = this.account.settings;
        if (indexingLag === 0) {
            index();
        } else {
            this.account.scheduler.after(indexingLag, index);
        }
    }

    /** The words of a ticket are known exactly as long as the ticket is. */
    private indexTicket(before: Ticket | null, after: Ticket | null): void {
        const known = this.tickets.find((after ?? before)?.id);
        const isFound = after !== null && after.deleted === null;
        if (known !== null && (!isFound || known.subject !== after.subject)) {
            this.ticketWords.remove(known.id, wordsOf(this.ticketText(known)));
        }
        if (!isFound) {
            this.tickets.remove(known?.id ?? 0);
            return;
        }
        this.tickets.put(after);
        if (known?.subject !== after.subject) {
            this.ticketWords.add(after.id, wordsOf(this.ticketText(after)));
        }
    }

    /** The comments of a ticket that is not found yet are read when it is. */
    private indexComment(comment: Comment | null): void {
        if (comment !== null && this.tickets.find(comment.ticket_id) !== null) {
            this.ticketWords.add(comment.ticket_id, wordsOf(comment.plain));
        }
    }

    private indexUser(before: User | null, after: User | null): void {
        if (before !== null) {
            this.userWords.remove(before.id, wordsOf(userText(before)));
        }
        if (after === null || !after.active) {
            this.users.remove((after ?? before)?.id ?? 0);
            return;
        }
        this.users.put(after);
        this.userWords.add(after.id, wordsOf(userText(after)));
    }
}

export function userText(user: User): string {
    const { name, email, phone, details, notes, external_id: external } = user;
    return [name, email, phone, details, notes, external]
        .filter((part) => part !== null)
        .join('\n');
}

function put<T extends { readonly id: number }>(table: Table<T>, row: T | null): void {
    if (row !== null) {
        table.put(row);
    }
}
