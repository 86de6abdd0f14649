import type { Account } from '../account.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Priority, TicketStatus, User } from '../store/records.ts';
import type { Configuration } from './configuration.ts';
import { plainPast, writeHistory, type PastTicket } from './history.ts';
import { identityRow, membershipRow, organizationRow, userRow, via } from '../store/rows.ts';

export interface BulkSize {
    readonly organizations?: number;
    readonly users?: number;
    readonly tickets?: number;
}

const DAY = 86_400_000;
const STATUSES: readonly TicketStatus[] = [
    'new',
    'open',
    'pending',
    'hold',
    'solved',
    'closed',
    'closed',
    'closed'
];
const PRIORITIES: readonly (Priority | null)[] = ['low', 'normal', 'high', 'urgent', null];
const WORDS =
    'export invoice login harbour crane report delay printer route mobile battery signal cable order refund seat map webhook token backup'.split(
        ' '
    );

/** Many plain records, written as fast as they can be. */
export function addBulk(
    account: Account,
    configuration: Configuration,
    agents: readonly User[],
    size: BulkSize
): void {
    const stamp = isoSeconds(account.clock.now() - 700 * DAY);
    const organizations = Array.from({ length: size.organizations ?? 0 }, (_, at) =>
        account.store.organizations.put(
            organizationRow(account, stamp, { name: `Bulk organization ${at + 1}` })
        )
    );
    const users = Array.from({ length: size.users ?? 0 }, (_, at) => {
        const organization = organizations[at % Math.max(organizations.length, 1)];
        return addUser(account, at + 1, organization?.id ?? null, stamp);
    });
    const askers = users.length > 0 ? users : agents;
    for (let at = 0; at < (size.tickets ?? 0); at += 1) {
        addTicket(
            account,
            configuration,
            agents,
            account.random.pick(askers),
            at / (size.tickets ?? 1)
        );
    }
}

function addUser(
    account: Account,
    number: number,
    organizationId: number | null,
    stamp: string
): User {
    const email = `person${number}@bulk.example`;
    const user = account.store.users.put(
        userRow(account, stamp, {
            name: `Bulk person ${number}`,
            email,
            organization_id: organizationId,
            verified: true
        })
    );
    account.store.identities.put(
        identityRow(account, stamp, { user_id: user.id, value: email, primary: true })
    );
    if (organizationId !== null) {
        account.store.organizationMemberships.put(
            membershipRow(account, stamp, {
                user_id: user.id,
                organization_id: organizationId,
                default: true
            })
        );
    }
    return user;
}

function addTicket(
    account: Account,
    configuration: Configuration,
    agents: readonly User[],
    asker: User,
    progress: number
): void {
    const { random, clock } = account;
    const at = clock.now() - (1 - progress) * 690 * DAY - 3_600_000;
    const words = Array.from({ length: 8 }, () => random.pick(WORDS));
    const plain = `The ${words.join(' ')} case number ${random.below(100_000)}.`;
    const comments = Array.from({ length: 1 + random.below(2) }, (_, step) => ({
        author: step === 0 ? asker : random.pick(agents),
        html: `<p dir="auto">${plain}</p>`,
        plain,
        isPublic: true,
        at: at + step * 600_000
    }));
    const values = ticketValues(account, configuration, agents, asker, isoSeconds(at));
    writeHistory(account, { ...values, subject: words.slice(0, 4).join(' ') }, comments);
}

function ticketValues(
    account: Account,
    configuration: Configuration,
    agents: readonly User[],
    asker: User,
    stamp: string
): PastTicket {
    const { random } = account;
    const status = random.pick(STATUSES);
    const assignee = status === 'new' ? null : random.pick(agents);
    return {
        ...plainPast(account, configuration, { requester: asker, assignee, status, stamp }),
        via: via('email'),
        priority: random.pick(PRIORITIES),
        tags: [random.pick(WORDS)]
    };
}
