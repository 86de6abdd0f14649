import type { Account } from '../account.ts';
import { isoSeconds } from '../store/clock.ts';
import type { Organization, User } from '../store/records.ts';
import type { Configuration } from './configuration.ts';
import {
    groupMembershipRow,
    identityRow,
    membershipRow,
    organizationRow,
    userRow
} from '../store/rows.ts';
import {
    organizationSources,
    userSources,
    type AgentSource,
    type EndUserSource,
    type OrganizationSource
} from './sources.ts';

export interface DemoOrganization {
    readonly source: OrganizationSource;
    readonly row: Organization;
    readonly members: readonly User[];
}

export interface People {
    readonly agents: ReadonlyMap<string, User>;
    readonly organizations: readonly DemoOrganization[];
    /** End users without an organization. */
    readonly others: readonly User[];
}

/** Agents first, as in an account that was set up before it had customers. */
export function addAgents(
    account: Account,
    configuration: Configuration,
    at: number
): Map<string, User> {
    const { agents } = userSources();
    return new Map(
        agents.map((source) => [source.key, addAgent(account, configuration, source, at)])
    );
}

export function addCustomers(account: Account, at: number): Omit<People, 'agents'> {
    const { endUsers } = userSources();
    const organizations = organizationSources().map((source) => {
        const row = addOrganization(account, source, at);
        const members = endUsers
            .filter((user) => user.organization === source.key)
            .map((user) => addEndUser(account, user, row, at));
        return { source, row, members };
    });
    const others = endUsers
        .filter((user) => user.organization === null)
        .map((user) => addEndUser(account, user, null, at));
    return { organizations, others };
}

function agentValues(configuration: Configuration, source: AgentSource): Partial<User> {
    switch (source.kind) {
        case 'owner':
        case 'admin':
            return { role: 'admin', role_type: 4, moderator: true };
        case 'agent':
            return {
                role: 'agent',
                role_type: 0,
                custom_role_id: configuration.roles.get('agent')?.id ?? null
            };
        case 'light':
            return {
                role: 'agent',
                role_type: 1,
                custom_role_id: configuration.roles.get('light')?.id ?? null,
                only_private_comments: true
            };
    }
}

function addAgent(
    account: Account,
    configuration: Configuration,
    source: AgentSource,
    at: number
): User {
    const stamp = isoSeconds(at);
    const groups = source.groups.flatMap((key) => configuration.groups.get(key) ?? []);
    const user = account.store.users.put(
        userRow(account, stamp, {
            name: source.name,
            email: source.email,
            locale: source.locale,
            time_zone: source.timeZone,
            verified: true,
            ticket_restriction: null,
            signature: `${source.name}\nFernhill Software`,
            default_group_id: groups[0]?.id ?? null,
            last_login_at: isoSeconds(account.clock.now() - 3_600_000),
            ...agentValues(configuration, source)
        })
    );
    addEmail(account, user, source.email, stamp, true);
    groups.forEach((group, index) =>
        account.store.groupMemberships.put(
            groupMembershipRow(account, stamp, {
                user_id: user.id,
                group_id: group.id,
                default: index === 0
            })
        )
    );
    return user;
}

function addEmail(account: Account, user: User, value: string, at: string, primary: boolean): void {
    account.store.identities.put(
        identityRow(account, at, { user_id: user.id, value, primary, verified: primary })
    );
}

function addOrganization(account: Account, source: OrganizationSource, at: number): Organization {
    const now = account.clock.now();
    return account.store.organizations.put(
        organizationRow(account, isoSeconds(at), {
            name: source.name,
            domain_names: source.domains,
            details: source.details,
            tags: source.tags,
            organization_fields: {
                tier: source.tier,
                region: source.region,
                renewal: isoSeconds(now + account.random.below(300) * 86_400_000).slice(0, 10),
                annual_value: 5000 + account.random.below(400) * 250
            }
        })
    );
}

function addEndUser(
    account: Account,
    source: EndUserSource,
    organization: Organization | null,
    at: number
): User {
    const stamp = isoSeconds(at);
    const user = account.store.users.put(
        userRow(account, stamp, {
            name: source.name,
            email: source.email,
            locale: source.locale,
            phone: source.phone ?? null,
            organization_id: organization?.id ?? null,
            verified: true,
            user_fields: { newsletter: account.random.chance(0.5) }
        })
    );
    addEmail(account, user, source.email, stamp, true);
    if (source.secondaryEmail !== undefined) {
        addEmail(account, user, source.secondaryEmail, stamp, false);
    }
    if (organization !== null) {
        account.store.organizationMemberships.put(
            membershipRow(account, stamp, {
                user_id: user.id,
                organization_id: organization.id,
                default: true
            })
        );
    }
    return user;
}
