import type { Context } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { Identity, OrganizationMembership, User } from '../store/records.ts';
import { expandedFields } from './customFields.ts';
import { localeId, locales } from '../domain/locales.ts';
import { apiUrl } from './addresses.ts';

const IANA: Readonly<Record<string, string>> = {
    London: 'Europe/London',
    UTC: 'Etc/UTC',
    Mumbai: 'Asia/Kolkata',
    Lisbon: 'Europe/Lisbon',
    Paris: 'Europe/Paris',
    Berlin: 'Europe/Berlin',
    Madrid: 'Europe/Madrid',
    Tokyo: 'Asia/Tokyo',
    Stockholm: 'Europe/Stockholm',
    Cairo: 'Africa/Cairo',
    'Eastern Time (US & Canada)': 'America/New_York'
};

export function presentUser(context: Context, user: User): JsonObject {
    const isEndUser = user.role === 'end-user';
    const { permanently_deleted: _, ...stored } = user;
    return {
        ...stored,
        url: apiUrl(context, `users/${user.id}`),
        iana_time_zone: IANA[user.time_zone] ?? user.time_zone,
        shared_phone_number: user.phone === null ? null : false,
        photo: null,
        locale_id: localeId(user.locale),
        shared: false,
        shared_agent: false,
        last_active: user.last_login_at?.slice(0, 10) ?? null,
        two_factor_auth_enabled: isEndUser ? null : false,
        is_billing_admin: isEndUser ? null : user.role === 'admin',
        restricted_agent: user.ticket_restriction !== null,
        report_csv: user.role === 'admin',
        user_fields: expandedFields(context.account.store.userFields, user.user_fields),
        suspension_details: null
    };
}

/** What `/users/me` answers to a visitor nobody knows. */
export function anonymousUser(context: Context): JsonObject {
    return {
        id: null,
        url: apiUrl(context, 'users/'),
        name: 'Anonymous user',
        email: 'invalid@example.com',
        created_at: null,
        updated_at: null,
        time_zone: 'UTC',
        iana_time_zone: 'Etc/UTC',
        phone: null,
        shared_phone_number: null,
        photo: null,
        locale_id: localeId('en-US'),
        locale: locales()[0]?.locale ?? 'en-US',
        organization_id: null,
        role: 'end-user',
        verified: false,
        external_id: null,
        tags: [],
        alias: '',
        active: true,
        shared: false,
        shared_agent: false,
        last_login_at: null,
        signature: null,
        details: '',
        notes: '',
        role_type: null,
        custom_role_id: null,
        moderator: false,
        ticket_restriction: 'requested',
        only_private_comments: false,
        restricted_agent: true,
        suspended: false,
        default_group_id: null,
        report_csv: false,
        user_fields: {}
    };
}

export function presentIdentity(context: Context, identity: Identity): JsonObject {
    const { id, user_id: userId } = identity;
    return {
        url: apiUrl(context, `users/${userId}/identities/${id}`),
        ...identity,
        deliverable_state: /@example\.(com|org|net)$/.test(identity.value)
            ? 'reserved_example'
            : 'deliverable',
        undeliverable_count: 0,
        verified_at: identity.verified ? identity.created_at : null
    };
}

export function presentMembership(context: Context, row: OrganizationMembership): JsonObject {
    const organization = context.account.store.organizations.find(row.organization_id);
    return {
        url: apiUrl(context, `organization_memberships/${row.id}`),
        ...row,
        organization_name: organization?.name ?? null
    };
}
