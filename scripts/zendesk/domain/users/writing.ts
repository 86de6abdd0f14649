import { ApiError, type Violation } from '../../http/errors.ts';
import {
    flag,
    idOf,
    isObject,
    objects,
    text,
    texts,
    type Json,
    type JsonObject
} from '../../http/json.ts';
import { identityRow, userRow } from '../../store/rows.ts';
import type { Field, Identity, User, UserRole } from '../../store/records.ts';
import type { Table } from '../../store/table.ts';
import type { Acting } from '../acting.ts';
import { identitiesOf, isEmail, userByEmail } from '../identities.ts';
import { findLocale } from '../locales.ts';
import { setOnlyOrganization } from '../organizations/memberships.ts';
import { organizationByDomain } from '../organizations/domains.ts';
import { checkValue } from '../tickets/customValues.ts';

export const USER_ATTRIBUTES: ReadonlySet<string> = new Set([
    'name',
    'email',
    'role',
    'custom_role_id',
    'phone',
    'shared_phone_number',
    'organization_id',
    'organization',
    'external_id',
    'tags',
    'alias',
    'details',
    'notes',
    'signature',
    'locale',
    'locale_id',
    'time_zone',
    'verified',
    'suspended',
    'moderator',
    'ticket_restriction',
    'only_private_comments',
    'default_group_id',
    'user_fields',
    'identities',
    'skip_verify_email',
    'remote_photo_url',
    'photo',
    'restricted_agent',
    'agent_brand_ids',
    'role_type',
    'active',
    'chat_only',
    'report_csv',
    'organization_ids',
    'group_ids'
]);

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
    const user = values(acting, blank, input);
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
    const next = { ...values(acting, user, input), updated_at: account.clock.stamp() };
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

function values(acting: Acting, user: User, input: JsonObject): User {
    const string = (name: string, kept: string | null) =>
        name in input ? text(input[name]) : kept;
    return {
        ...user,
        name: 'name' in input ? (text(input['name'])?.trim() ?? '') : user.name,
        ...roleOf(acting, user, input),
        phone: string('phone', user.phone),
        external_id: string('external_id', user.external_id),
        alias: string('alias', user.alias),
        details: string('details', user.details),
        notes: string('notes', user.notes),
        signature: string('signature', user.signature),
        locale: localeOf(input) ?? user.locale,
        time_zone: text(input['time_zone']) ?? user.time_zone,
        verified: flag(input['verified']) ?? user.verified,
        suspended: flag(input['suspended']) ?? user.suspended,
        moderator: flag(input['moderator']) ?? user.moderator,
        default_group_id: idOf(input['default_group_id']) ?? user.default_group_id,
        tags: 'tags' in input ? [...new Set(texts(input['tags']))] : user.tags,
        user_fields: fieldValues(
            acting,
            acting.account.store.userFields,
            user.user_fields,
            input['user_fields']
        )
    };
}

function localeOf(input: JsonObject): string | null {
    const wanted = text(input['locale_id']) ?? text(input['locale']);
    return wanted === null ? null : (findLocale(wanted)?.locale ?? null);
}

type RoleValues = Pick<
    User,
    'role' | 'role_type' | 'custom_role_id' | 'ticket_restriction' | 'only_private_comments'
>;

/** The custom role decides what kind of agent it is: `role_type` 1 is a light agent. */
function roleOf(acting: Acting, user: User, input: JsonObject): RoleValues {
    const role = 'role' in input ? (text(input['role']) as UserRole) : user.role;
    const custom = acting.account.store.plain.custom_roles.find(idOf(input['custom_role_id']));
    const isStaff = role !== 'end-user';
    const restriction =
        'ticket_restriction' in input ? text(input['ticket_restriction']) : undefined;
    const roleType = custom === null ? user.role_type : Number(custom['role_type']);
    const typeOfRole = role === 'admin' ? 4 : isStaff ? (roleType ?? 0) : null;
    return {
        role,
        role_type: typeOfRole,
        custom_role_id: isStaff ? (custom?.id ?? user.custom_role_id) : null,
        only_private_comments: typeOfRole === 1,
        ticket_restriction:
            restriction !== undefined
                ? (restriction as User['ticket_restriction'])
                : isStaff === (user.role !== 'end-user')
                  ? user.ticket_restriction
                  : isStaff
                    ? null
                    : 'requested'
    };
}

/**
 * Values of user or organization fields by key; keys that do not exist are ignored.
 * @throws ApiError 422 for a value of the wrong type
 */
export function fieldValues(
    acting: Acting,
    fields: Table<Field>,
    kept: JsonObject,
    input: Json | undefined
): JsonObject {
    if (!isObject(input)) {
        return kept;
    }
    const result: Record<string, Json | undefined> = { ...kept };
    for (const field of fields.values()) {
        if (field.key === null || !(field.key in input)) {
            continue;
        }
        const checked = checkValue(acting.account.store, field, input[field.key]);
        if ('problem' in checked) {
            throw ApiError.invalidField(
                'base',
                `${field.title}: ${checked.problem}`,
                'InvalidValue'
            );
        }
        result[field.key] = checked.value;
    }
    return result;
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

function addIdentities(acting: Acting, user: User, input: JsonObject, email: string | null): void {
    if (email !== null) {
        addEmail(acting, user, email);
    }
    for (const row of objects(input['identities'])) {
        const value = text(row['value'])?.trim() ?? '';
        const type = text(row['type']) ?? 'email';
        if (value !== '' && value.toLowerCase() !== email) {
            addIdentity(acting, user, type, value, false);
        }
    }
}

function addEmail(acting: Acting, user: User, email: string): void {
    const known = identitiesOf(acting.account.store, user).filter((row) => row.type === 'email');
    if (!known.some((row) => row.value.toLowerCase() === email)) {
        addIdentity(acting, user, 'email', email, user.verified);
    }
}

/**
 * The first email becomes the primary one.
 * @throws ApiError 422 when somebody else has it
 */
export function addIdentity(
    acting: Acting,
    user: User,
    type: string,
    value: string,
    verified: boolean
): Identity {
    const { account } = acting;
    const { store } = account;
    demandFree(acting, user, type, value);
    const isFirst = !identitiesOf(store, user).some((row) => row.type === type && row.primary);
    const primary = isFirst && type === 'email';
    const identity = store.identities.put(
        identityRow(account, account.clock.stamp(), {
            user_id: user.id,
            type,
            value,
            primary,
            verified
        })
    );
    if (primary && user.email !== value) {
        store.users.patch(user, { email: value });
    }
    return identity;
}

function demandFree(acting: Acting, user: User, type: string, value: string): void {
    const { store } = acting.account;
    const isTaken = store.identities
        .by('value', `${type}:${value.toLowerCase()}`)
        .some((row) => store.users.find(row.user_id)?.active === true && row.user_id !== user.id);
    const isOwn = identitiesOf(store, user).some(
        (row) => row.type === type && row.value.toLowerCase() === value.toLowerCase()
    );
    if (isTaken || isOwn) {
        const description = `Value: ${value} is already being used by another user`;
        throw ApiError.invalidField('value', description, 'DuplicateValue');
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
    const external = text(input['external_id'])?.toLowerCase();
    return byEmail ?? (external === undefined ? null : store.users.firstBy('external', external));
}

/** Deleted users keep their record, lose their identities and cannot sign in. */
export function deleteUser(acting: Acting, user: User): User {
    const { store, clock } = acting.account;
    identitiesOf(store, user).forEach((row) => store.identities.remove(row.id));
    store.organizationMemberships
        .by('user', user.id)
        .forEach((row) => store.organizationMemberships.remove(row.id));
    return store.users.patch(user, { active: false, updated_at: clock.stamp() });
}
