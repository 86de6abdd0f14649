import type { Account } from '../account.ts';
import type * as records from './records.ts';

/** Rows with everything that a bare row of its kind has; the rest is put on top. */
type With<T> = Partial<T>;

export function organizationRow(
    account: Account,
    at: string,
    values: With<records.Organization> & { readonly name: string }
): records.Organization {
    return {
        id: account.nextId(),
        shared_tickets: false,
        shared_comments: false,
        external_id: null,
        created_at: at,
        updated_at: at,
        domain_names: [],
        details: null,
        notes: null,
        group_id: null,
        tags: [],
        organization_fields: {},
        deleted_at: null,
        ...values
    };
}

export function userRow(
    account: Account,
    at: string,
    values: With<records.User> & { readonly name: string }
): records.User {
    return {
        id: account.nextId(),
        email: null,
        created_at: at,
        updated_at: at,
        time_zone: 'UTC',
        phone: null,
        locale: 'en-US',
        organization_id: null,
        role: 'end-user',
        verified: false,
        external_id: null,
        tags: [],
        alias: null,
        active: true,
        suspended: false,
        signature: null,
        details: null,
        notes: null,
        role_type: null,
        custom_role_id: null,
        moderator: false,
        ticket_restriction: 'requested',
        only_private_comments: false,
        default_group_id: null,
        last_login_at: null,
        user_fields: {},
        permanently_deleted: false,
        ...values
    };
}

export function identityRow(
    account: Account,
    at: string,
    values: Pick<records.Identity, 'user_id' | 'value' | 'primary'> & With<records.Identity>
): records.Identity {
    return {
        id: account.nextId(),
        type: 'email',
        verified: false,
        verification_method: 'none',
        created_at: at,
        updated_at: at,
        ...values
    };
}

export function membershipRow(
    account: Account,
    at: string,
    values: Pick<records.OrganizationMembership, 'user_id' | 'organization_id' | 'default'>
): records.OrganizationMembership {
    return { id: account.nextId(), view_tickets: false, created_at: at, updated_at: at, ...values };
}

export function groupMembershipRow(
    account: Account,
    at: string,
    values: Pick<records.GroupMembership, 'user_id' | 'group_id' | 'default'>
): records.GroupMembership {
    return { id: account.nextId(), created_at: at, updated_at: at, ...values };
}

export const via = (channel: string): records.Via => ({
    channel,
    source: { from: {}, to: {}, rel: null }
});
