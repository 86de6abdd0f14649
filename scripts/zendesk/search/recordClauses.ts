import type { Account } from '../account.ts';
import type { JsonObject } from '../http/json.ts';
import type { Organization, PlainRecord, User } from '../store/records.ts';
import { dateMatcher } from './dates.ts';
import type { Filter } from './filter.ts';
import type { Clause } from './query.ts';
import { organizationIds } from './references.ts';
import { equals, isNone, textMatcher } from './values.ts';

type Value = string | number | boolean | null | readonly string[];

/** What a clause on a user, organization or group is compared with. */
interface Property<T> {
    readonly kind: 'text' | 'exact' | 'date';
    readonly value: (row: T) => Value;
}

const property = <T>(kind: Property<T>['kind'], value: (row: T) => Value): Property<T> => ({
    kind,
    value
});

const COMMON = {
    name: property('text', (row: { name: string }) => row.name),
    created: property('date', (row: { created_at: string }) => row.created_at),
    created_at: property('date', (row: { created_at: string }) => row.created_at),
    updated: property('date', (row: { updated_at: string }) => row.updated_at),
    updated_at: property('date', (row: { updated_at: string }) => row.updated_at)
};

const USER: Readonly<Record<string, Property<User>>> = {
    ...COMMON,
    email: property('text', (row) => row.email),
    role: property('exact', (row) => row.role),
    phone: property('text', (row) => row.phone),
    external_id: property('exact', (row) => row.external_id),
    tags: property('exact', (row) => row.tags),
    notes: property('text', (row) => row.notes),
    details: property('text', (row) => row.details),
    is_verified: property('exact', (row) => String(row.verified)),
    is_suspended: property('exact', (row) => String(row.suspended)),
    id: property('exact', (row) => String(row.id))
};

const ORGANIZATION: Readonly<Record<string, Property<Organization>>> = {
    ...COMMON,
    external_id: property('exact', (row) => row.external_id),
    tags: property('exact', (row) => row.tags),
    notes: property('text', (row) => row.notes),
    details: property('text', (row) => row.details),
    id: property('exact', (row) => String(row.id))
};

const GROUP: Readonly<Record<string, Property<PlainRecord & { name: string }>>> = { ...COMMON };

const texts = (value: Value): string[] =>
    value === null ? [] : Array.isArray(value) ? [...value] : [String(value)];

function propertyFilter<T>(property: Property<T>, clause: Clause, account: Account): Filter<T> {
    if (isNone(clause)) {
        return { test: (row) => texts(property.value(row)).every((value) => value === '') };
    }
    switch (property.kind) {
        case 'date': {
            const matches = dateMatcher(clause, account.clock.now());
            return { test: (row) => texts(property.value(row)).some(matches) };
        }
        case 'exact':
            return clause.value.includes('*')
                ? matching(property, clause)
                : {
                      test: (row) => texts(property.value(row)).some((v) => equals(v, clause.value))
                  };
        case 'text':
            return matching(property, clause);
    }
}

function matching<T>(property: Property<T>, clause: Clause): Filter<T> {
    const matches = textMatcher(clause);
    return { test: (row) => texts(property.value(row)).some(matches) };
}

const ownField = <T>(name: string, fields: (row: T) => JsonObject): Property<T> =>
    property('exact', (row) => {
        const value = fields(row)[name];
        return value === undefined || value === null ? null : String(value);
    });

export function userFilter(clause: Clause, account: Account): Filter<User> | null {
    const name = clause.field ?? '';
    if (name === 'organization') {
        const wanted = organizationIds(account, clause.value);
        return {
            test: (user) =>
                isNone(clause)
                    ? user.organization_id === null
                    : user.organization_id !== null && wanted.has(user.organization_id)
        };
    }
    if (name === 'group') {
        return inGroup(clause, account);
    }
    const isOwn = account.store.userFields.all().some((field) => field.key === name);
    const found = USER[name] ?? (isOwn ? ownField<User>(name, (row) => row.user_fields) : null);
    return found && propertyFilter(found, clause, account);
}

function inGroup(clause: Clause, account: Account): Filter<User> {
    const { plain, groupMemberships } = account.store;
    const groups = plain.groups
        .all()
        .filter(
            ({ id, name }) => String(id) === clause.value || equals(String(name), clause.value)
        );
    const members = new Set(
        groups.flatMap(({ id }) => groupMemberships.by('group', id).map((row) => row.user_id))
    );
    return { test: (user) => members.has(user.id) };
}

export function organizationFilter(clause: Clause, account: Account): Filter<Organization> | null {
    const name = clause.field ?? '';
    const isOwn = account.store.organizationFields.all().some((field) => field.key === name);
    const found =
        ORGANIZATION[name] ??
        (isOwn ? ownField<Organization>(name, (row) => row.organization_fields) : null);
    return found && propertyFilter(found, clause, account);
}

export function groupFilter(clause: Clause, account: Account): Filter<PlainRecord> | null {
    const found = GROUP[clause.field ?? ''];
    return found ? (propertyFilter(found, clause, account) as Filter<PlainRecord>) : null;
}
