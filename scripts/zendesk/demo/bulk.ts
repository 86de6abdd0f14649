import type { Account } from '../account.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Priority, TicketStatus, User } from '../store/records.ts';
import type { Configuration } from './configuration.ts';
import { writeHistory, type PastTicket } from './history.ts';
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
    const { random, store } = account;
    const status = random.pick(STATUSES);
    const assignee = status === 'new' ? null : random.pick(agents);
    const category = status === 'closed' ? 'solved' : status;
    const isOver = category === 'solved';
    return {
        external_id: null,
        via: via('email'),
        type: null,
        subject: null,
        priority: random.pick(PRIORITIES),
        status,
        custom_status_id:
            store.customStatuses.all().find((row) => row.status_category === category)?.id ?? 0,
        recipient: null,
        requester_id: asker.id,
        submitter_id: asker.id,
        assignee_id: assignee?.id ?? null,
        organization_id: asker.organization_id,
        group_id: assignee?.default_group_id ?? null,
        follower_ids: [],
        email_cc_ids: [],
        problem_id: null,
        due_at: null,
        tags: [random.pick(WORDS)],
        custom: {},
        satisfaction_rating: { score: 'unoffered' },
        followup_ids: [],
        followup_source_id: null,
        ticket_form_id: configuration.forms.get('default')?.id ?? null,
        brand_id: configuration.brands.get('main')?.id ?? 0,
        solved_at: isOver ? stamp : null,
        status_updated_at: stamp,
        assigned_at: assignee === null ? null : stamp,
        initially_assigned_at: assignee === null ? null : stamp,
        reopens: 0,
        deleted: null,
        is_spam: false
    };
}
