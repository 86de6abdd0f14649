import type { Account } from '../account.ts';
import { userByEmail } from '../domain/identities.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Priority, TicketStatus, TicketType, User, UserRole } from '../store/records.ts';
import type { Configuration } from './configuration.ts';
import { plainPast, writeHistory } from './history.ts';
import { identityRow, membershipRow, organizationRow, userRow } from '../store/rows.ts';

/** Records of one's own in a seed file. People and organizations are referred to by email and name. */
export interface OwnRecords {
    readonly organizations?: readonly OwnOrganization[];
    readonly users?: readonly OwnUser[];
    readonly tickets?: readonly OwnTicket[];
    readonly suspended_tickets?: readonly OwnSuspendedTicket[];
}

/** Mail that was held back as spam. */
interface OwnSuspendedTicket {
    readonly subject: string;
    readonly content: string;
    readonly author: { readonly name: string; readonly email: string };
    readonly cause?: string;
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
    (records.suspended_tickets ?? []).forEach((row) => addSuspended(account, configuration, row));
}

function addSuspended(
    account: Account,
    configuration: Configuration,
    { subject, content, author, cause = 'Detected as spam' }: OwnSuspendedTicket
): void {
    const now = account.clock.stamp();
    const recipient = `support@${account.settings.subdomain}.example`;
    account.store.plain.suspended_tickets.put({
        id: account.nextId(),
        subject,
        content,
        cause,
        cause_id: 0,
        author: { id: null, ...author },
        attachments: [],
        error_messages: null,
        message_id: `<${account.random.letters(16)}@mail.example>`,
        recipient,
        ticket_id: null,
        brand_id: configuration.brands.get('main')?.id ?? null,
        via: {
            channel: 'email',
            source: {
                from: { address: author.email, name: author.name },
                to: { address: recipient, name: 'Support' },
                rel: null
            }
        },
        created_at: now,
        updated_at: now
    });
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
        identityRow(account, now, {
            user_id: user.id,
            value: source.email,
            primary: true,
            verified: user.verified
        })
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
    const start = account.clock.now() - (source.age_hours ?? 1) * HOUR;
    const stamp = isoSeconds(start);
    const comments = source.comments ?? [{ body: source.subject }];
    writeHistory(
        account,
        {
            ...plainPast(account, configuration, { requester, assignee, status, stamp }),
            external_id: source.external_id ?? null,
            type: source.type ?? null,
            subject: source.subject,
            priority: source.priority ?? null,
            tags: source.tags ?? []
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
