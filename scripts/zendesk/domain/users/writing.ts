import type { Attributes } from '../../http/attributes.ts';
import { ApiError, type Violation } from '../../http/errors.ts';
import { flag, idOf, isObject, text, type Json, type JsonObject } from '../../http/json.ts';
import type { User } from '../../store/records.ts';
import { userRow } from '../../store/rows.ts';
import type { Acting } from '../acting.ts';
import { identitiesOf, isEmail, userByEmail } from '../identities.ts';
import { organizationByDomain } from '../organizations/domains.ts';
import { setOnlyOrganization } from '../organizations/memberships.ts';
import { addEmail, addIdentities } from './identityWriting.ts';
import { userValues } from './userValues.ts';

export const USER_ATTRIBUTES: Attributes = {
    name: 'string',
    email: 'string',
    role: 'string',
    custom_role_id: 'integer',
    phone: 'string',
    shared_phone_number: 'boolean',
    organization_id: 'integer',
    organization: 'hash',
    external_id: 'string',
    tags: 'list',
    alias: 'string',
    details: 'string',
    notes: 'string',
    signature: 'string',
    locale: 'string',
    locale_id: 'integer',
    time_zone: 'string',
    verified: 'boolean',
    suspended: 'boolean',
    moderator: 'boolean',
    ticket_restriction: 'string',
    only_private_comments: 'boolean',
    default_group_id: 'integer',
    user_fields: 'hash',
    identities: 'array',
    skip_verify_email: 'boolean',
    remote_photo_url: 'string',
    photo: 'any',
    restricted_agent: 'boolean',
    agent_brand_ids: 'array',
    role_type: 'integer',
    active: 'boolean',
    chat_only: 'boolean',
    report_csv: 'boolean',
    organization_ids: 'array',
    group_ids: 'array'
};

const ROLES: readonly string[] = ['end-user', 'agent', 'admin'];

/** @throws ApiError 422 with everything that is wrong */
export function createUser(acting: Acting, input: JsonObject): User {
    const { account } = acting;
    const { store } = account;
    const now = account.clock.stamp();
    const email = cleanEmail(input['email']);
    const name = text(input['name'])?.trim() ?? '';
    const blank = userRow(account, now, {
        name,
        email,
        verified: flag(input['verified']) ?? false
    });
    const user = userValues(acting, blank, input);
    demandValid(acting, user, [...nameViolation(user), ...emailViolation(acting, email, user)]);
    store.users.put(user);
    addIdentities(acting, user, input, email);
    const organization = organizationOf(acting, input) ?? organizationByDomain(store, email);
    return organization === null ? user : setOnlyOrganization(acting, user, organization);
}

/**
 * Changes a user. An email that is not his yet is added as a secondary one.
 * @throws ApiError 422
 */
export function updateUser(acting: Acting, user: User, input: JsonObject): User {
    const { account } = acting;
    const next = { ...userValues(acting, user, input), updated_at: account.clock.stamp() };
    const email = cleanEmail(input['email']);
    demandValid(acting, next, [...nameViolation(next), ...emailViolation(acting, email, next)]);
    const stored = account.store.users.put(next);
    if (email !== null) {
        addEmail(acting, stored, email);
    }
    const organization = organizationOf(acting, input);
    if ('organization_id' in input || 'organization' in input) {
        return setOnlyOrganization(acting, current(acting, stored), organization);
    }
    return current(acting, stored);
}

const current = (acting: Acting, user: User): User =>
    acting.account.store.users.find(user.id) ?? user;

function cleanEmail(value: Json | undefined): string | null {
    const email = text(value)?.trim() ?? '';
    return email === '' ? null : email.toLowerCase();
}

const nameViolation = (user: User): Violation[] =>
    user.name === ''
        ? [
              {
                  field: 'name',
                  description: 'Name: is too short (minimum is 1 characters)',
                  error: 'ValueTooShort'
              }
          ]
        : [];

function emailViolation(acting: Acting, email: string | null, user: User): Violation[] {
    if (email === null) {
        return [];
    }
    if (!isEmail(email)) {
        const description = `Email:  ${email} is not properly formatted`;
        return [{ field: 'email', description, error: 'InvalidFormat' }];
    }
    const owner = userByEmail(acting.account.store, email);
    const description = `Email: ${email} is already being used by another user`;
    return owner === null || owner.id === user.id
        ? []
        : [{ field: 'email', description, error: 'DuplicateValue' }];
}

function demandValid(acting: Acting, user: User, found: readonly Violation[]): void {
    const { store } = acting.account;
    const violations = [...found];
    if (!ROLES.includes(user.role)) {
        violations.push({ field: 'role', description: 'Role: is invalid', error: 'InvalidValue' });
    }
    const external = user.external_id?.toLowerCase();
    const isTaken =
        external !== undefined &&
        store.users.by('external', external).some((other) => other.id !== user.id);
    if (isTaken) {
        violations.push({
            field: 'external_id',
            description: `External: ${user.external_id ?? ''} has already been taken`,
            error: 'DuplicateValue'
        });
    }
    if (violations.length > 0) {
        throw ApiError.invalidRecord(violations);
    }
}

/** `organization_id`, or `organization: {name}`; null takes the user out of all. */
function organizationOf(acting: Acting, input: JsonObject): number | null {
    const { organizations } = acting.account.store;
    const organization = input['organization'];
    if (isObject(organization)) {
        return (
            organizations.firstBy('name', (text(organization['name']) ?? '').toLowerCase())?.id ??
            null
        );
    }
    const id = idOf(input['organization_id']);
    const row = organizations.find(id);
    if (id !== null && (row === null || row.deleted_at !== null)) {
        throw ApiError.invalidField('organization', 'Organization: is invalid', 'InvalidValue');
    }
    return id;
}

/** `email` first, then `external_id`; case does not matter. */
export function findUser(acting: Acting, input: JsonObject): User | null {
    const { store } = acting.account;
    const email = cleanEmail(input['email']);
    const byEmail = email === null ? null : userByEmail(store, email);
    const external = text(input['external_id'])?.trim().toLowerCase();
    return byEmail ?? (external ? store.users.firstBy('external', external) : null);
}

/** Deleted users keep their record, lose their identities and cannot sign in. */
export function deleteUser(acting: Acting, user: User): User {
    const { store, clock } = acting.account;
    identitiesOf(store, user).forEach((row) => store.identities.remove(row.id));
    store.organizationMemberships
        .by('user', user.id)
        .forEach((row) => store.organizationMemberships.remove(row.id));
    return store.users.patch(user, {
        active: false,
        email: null,
        organization_id: null,
        updated_at: clock.stamp()
    });
}
