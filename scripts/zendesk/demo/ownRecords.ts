import type { Account } from '../account.ts';
import { userByEmail } from '../domain/identities.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Priority, TicketStatus, TicketType, User, UserRole } from '../store/records.ts';
import type { Configuration } from './configuration.ts';
import { writeHistory } from './history.ts';
import { identityRow, membershipRow, organizationRow, userRow, via } from '../store/rows.ts';

/** Records of one's own in a seed file. People and organizations are referred to by email and name. */
export interface OwnRecords {
    readonly organizations?: readonly OwnOrganization[];
    readonly users?: readonly OwnUser[];
    readonly tickets?: readonly OwnTicket[];
}

interface OwnOrganization {
    readonly name: string;
    readonly domain_names?: readonly string[];
    readonly external_id?: string;
    readonly tags?: readonly string[];
}

interface OwnUser {
    readonly name: string;
    readonly email: string;
    readonly role?: UserRole;
    readonly organization?: string;
    readonly external_id?: string;
}

interface OwnTicket {
    readonly subject: string;
    readonly requester: string;
    readonly assignee?: string;
    readonly status?: TicketStatus;
    readonly priority?: Priority;
    readonly type?: TicketType;
    readonly tags?: readonly string[];
    readonly external_id?: string;
    /** How long before the anchor it was created. */
    readonly age_hours?: number;
    readonly comments?: readonly { author?: string; body: string; public?: boolean }[];
}

/** @throws Error that names the email or organization that nobody knows */
export function addOwnRecords(
    account: Account,
    configuration: Configuration,
    records: OwnRecords
): void {
    const now = account.clock.stamp();
    for (const row of records.organizations ?? []) {
        account.store.organizations.put(organizationRow(account, now, row));
    }
    (records.users ?? []).forEach((row) => addUser(account, row));
    (records.tickets ?? []).forEach((row) => addTicket(account, configuration, row));
}

function addUser(account: Account, source: OwnUser): void {
    const { store, clock } = account;
    const now = clock.stamp();
    const { organization: name, ...values } = source;
    const organization = name === undefined ? null : organizationNamed(account, name);
    const isStaff = (source.role ?? 'end-user') !== 'end-user';
    const user = store.users.put(
        userRow(account, now, {
            ...values,
            verified: true,
            organization_id: organization,
            ...(isStaff && { ticket_restriction: null })
        })
    );
    store.identities.put(
        identityRow(account, now, { user_id: user.id, value: source.email, primary: true })
    );
    if (organization !== null) {
        store.organizationMemberships.put(
            membershipRow(account, now, {
                user_id: user.id,
                organization_id: organization,
                default: true
            })
        );
    }
}

function organizationNamed(account: Account, name: string): number {
    const row = account.store.organizations.firstBy('name', name.toLowerCase());
    if (row === null) {
        throw new Error(`The seed names the organization "${name}", which does not exist`);
    }
    return row.id;
}

function person(account: Account, email: string): User {
    const user = userByEmail(account.store, email);
    if (user === null) {
        throw new Error(`The seed names the user "${email}", who does not exist`);
    }
    return user;
}

const HOUR = 3_600_000;
const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function addTicket(account: Account, configuration: Configuration, source: OwnTicket): void {
    const requester = person(account, source.requester);
    const assignee = source.assignee === undefined ? null : person(account, source.assignee);
    const status = source.status ?? (assignee === null ? 'new' : 'open');
    const category = status === 'closed' ? 'solved' : status;
    const start = account.clock.now() - (source.age_hours ?? 1) * HOUR;
    const stamp = isoSeconds(start);
    const statuses = account.store.customStatuses.all();
    const comments = source.comments ?? [{ body: source.subject }];
    writeHistory(
        account,
        {
            external_id: source.external_id ?? null,
            via: via('api'),
            type: source.type ?? null,
            subject: source.subject,
            priority: source.priority ?? null,
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
            tags: source.tags ?? [],
            custom: {},
            satisfaction_rating: { score: 'unoffered' },
            followup_ids: [],
            followup_source_id: null,
            ticket_form_id: configuration.forms.get('default')?.id ?? null,
            brand_id: configuration.brands.get('main')?.id ?? 0,
            solved_at: category === 'solved' ? stamp : null,
            status_updated_at: stamp,
            assigned_at: assignee === null ? null : stamp,
            initially_assigned_at: assignee === null ? null : stamp,
            reopens: 0,
            deleted: null,
            is_spam: false
        },
        comments.map((row, at) => ({
            author: row.author === undefined ? requester : person(account, row.author),
            html: `<p dir="auto">${escaped(row.body)}</p>`,
            plain: row.body,
            isPublic: row.public ?? true,
            at: start + at * 60_000
        }))
    );
}
