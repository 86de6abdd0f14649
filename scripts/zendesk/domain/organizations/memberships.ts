import { ApiError } from '../../http/errors.ts';
import { membershipRow } from '../../store/rows.ts';
import type { OrganizationMembership, User } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { isSolved } from '../tickets/statuses.ts';

/** The only organization of a user from now on; null = none. */
export function setOnlyOrganization(acting: Acting, user: User, id: number | null): User {
    const { store } = acting.account;
    for (const row of store.organizationMemberships.by('user', user.id)) {
        if (row.organization_id !== id) {
            store.organizationMemberships.remove(row.id);
        }
    }
    const kept = store.organizationMemberships.by('user', user.id)[0];
    if (id !== null && kept === undefined) {
        putMembership(acting, user, id, true);
    } else if (kept !== undefined && kept.default !== true) {
        store.organizationMemberships.patch(kept, { default: true });
    }
    return moved(acting, store.users.find(user.id) ?? user, id);
}

/** The user belongs somewhere else, which exports are to notice. */
function moved({ account }: Acting, user: User, organizationId: number | null): User {
    return user.organization_id === organizationId
        ? user
        : account.store.users.patch(user, {
              organization_id: organizationId,
              updated_at: account.clock.stamp()
          });
}

function putMembership(acting: Acting, user: User, organizationId: number, isDefault: boolean) {
    const { store, clock } = acting.account;
    return store.organizationMemberships.put(
        membershipRow(acting.account, clock.stamp(), {
            user_id: user.id,
            organization_id: organizationId,
            default: isDefault ? true : null
        })
    );
}

/**
 * The first membership of a user is the default one.
 * @throws ApiError 422 when the membership exists or one of the two does not
 */
export function addMembership(
    acting: Acting,
    userId: number | null,
    organizationId: number | null
): OrganizationMembership {
    const { store } = acting.account;
    const user = store.users.find(userId);
    const organization = store.organizations.find(organizationId);
    if (user === null || !user.active) {
        throw ApiError.invalidField('user', 'User: cannot be blank', 'BlankValue');
    }
    if (organization === null || organization.deleted_at !== null) {
        throw ApiError.invalidField('organization', 'Organization: cannot be blank', 'BlankValue');
    }
    const known = store.organizationMemberships.by('user', user.id);
    if (known.some((row) => row.organization_id === organization.id)) {
        throw ApiError.invalidField('user_id', 'User has already been taken', 'DuplicateValue');
    }
    const row = putMembership(acting, user, organization.id, known.length === 0);
    if (known.length === 0) {
        moved(acting, user, organization.id);
    }
    return row;
}

export function makeDefault(acting: Acting, membership: OrganizationMembership): void {
    const { store } = acting.account;
    for (const row of store.organizationMemberships.by('user', membership.user_id)) {
        store.organizationMemberships.patch(row, {
            default: row.id === membership.id ? true : null
        });
    }
    const user = store.users.find(membership.user_id);
    if (user !== null) {
        moved(acting, user, membership.organization_id);
    }
}

/** Takes the organization off the user's working tickets, as Zendesk's background job does. */
export function removeMembership(acting: Acting, membership: OrganizationMembership): void {
    const { store, clock } = acting.account;
    store.organizationMemberships.remove(membership.id);
    const user = store.users.find(membership.user_id);
    const next = store.organizationMemberships.by('user', membership.user_id)[0] ?? null;
    if (user !== null && user.organization_id === membership.organization_id) {
        moved(acting, user, next?.organization_id ?? null);
    }
    if (next !== null && membership.default === true) {
        store.organizationMemberships.patch(next, { default: true });
    }
    for (const ticket of store.tickets.by('requester', membership.user_id)) {
        if (ticket.organization_id === membership.organization_id && !isSolved(ticket)) {
            store.tickets.patch(ticket, {
                organization_id: next?.organization_id ?? null,
                generated_timestamp: clock.seconds()
            });
        }
    }
}
