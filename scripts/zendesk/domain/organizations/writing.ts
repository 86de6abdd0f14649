import type { Attributes } from '../../http/attributes.ts';
import { ApiError, type Violation } from '../../http/errors.ts';
import { flag, idOf, tagList, text, texts, type JsonObject } from '../../http/json.ts';
import { organizationRow } from '../../store/rows.ts';
import type { Organization } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { fieldValues } from '../users/userValues.ts';
import { removeMembership } from './memberships.ts';

export const ORGANIZATION_ATTRIBUTES: Attributes = {
    id: 'integer',
    name: 'string',
    external_id: 'string',
    domain_names: 'list',
    details: 'string',
    notes: 'string',
    group_id: 'integer',
    shared_tickets: 'boolean',
    shared_comments: 'boolean',
    tags: 'list',
    organization_fields: 'hash'
};

/** @throws ApiError 422 */
export function createOrganization(acting: Acting, input: JsonObject): Organization {
    const { account } = acting;
    const blank = organizationRow(account, account.clock.stamp(), { name: '' });
    const row = written(acting, blank, input);
    demandValid(acting, row);
    return account.store.organizations.put(row);
}

/** `domain_names` is replaced as a whole. @throws ApiError 422 */
export function updateOrganization(
    acting: Acting,
    organization: Organization,
    input: JsonObject
): Organization {
    const { store, clock } = acting.account;
    const row = { ...written(acting, organization, input), updated_at: clock.stamp() };
    demandValid(acting, row);
    return store.organizations.put(row);
}

function written(acting: Acting, row: Organization, input: JsonObject): Organization {
    const string = (name: string, kept: string | null) =>
        name in input ? text(input[name]) : kept;
    return {
        ...row,
        name: (string('name', row.name) ?? '').trim(),
        external_id: string('external_id', row.external_id)?.trim() || null,
        domain_names:
            'domain_names' in input
                ? [...new Set(texts(input['domain_names']).map((name) => name.toLowerCase()))]
                : row.domain_names,
        details: string('details', row.details),
        notes: string('notes', row.notes),
        group_id: 'group_id' in input ? idOf(input['group_id']) : row.group_id,
        shared_tickets: flag(input['shared_tickets']) ?? row.shared_tickets,
        shared_comments: flag(input['shared_comments']) ?? row.shared_comments,
        tags: 'tags' in input ? tagList(input['tags']) : row.tags,
        organization_fields: fieldValues(
            acting,
            acting.account.store.organizationFields,
            row.organization_fields,
            input['organization_fields']
        )
    };
}

function demandValid(acting: Acting, row: Organization): void {
    const { organizations, plain } = acting.account.store;
    const violations: Violation[] = [];
    if (row.name === '') {
        violations.push({
            field: 'name',
            description: 'Name: cannot be blank',
            error: 'BlankValue'
        });
    }
    if (organizations.by('name', row.name.toLowerCase()).some((other) => other.id !== row.id)) {
        const description = `Name: ${row.name} has already been taken`;
        violations.push({ field: 'name', description, error: 'DuplicateValue' });
    }
    const external = row.external_id?.toLowerCase() ?? null;
    if (organizations.by('external', external).some((other) => other.id !== row.id)) {
        const description = `External: ${row.external_id ?? ''} has already been taken`;
        violations.push({ field: 'external_id', description, error: 'DuplicateValue' });
    }
    if (row.group_id !== null && plain.groups.find(row.group_id) === null) {
        violations.push({
            field: 'group_id',
            description: 'Group: is invalid',
            error: 'InvalidValue'
        });
    }
    if (violations.length > 0) {
        throw ApiError.invalidRecord(violations);
    }
}

/** By `id` or `external_id`, never by name. */
export function findOrganization(acting: Acting, input: JsonObject): Organization | null {
    const { organizations } = acting.account.store;
    const byId = organizations.find(idOf(input['id']));
    if (byId !== null && byId.deleted_at === null) {
        return byId;
    }
    const external = text(input['external_id'])?.trim().toLowerCase();
    return external ? organizations.firstBy('external', external) : null;
}

export function deleteOrganization(acting: Acting, organization: Organization): void {
    const { store, clock } = acting.account;
    const now = clock.stamp();
    store.organizations.patch(organization, { deleted_at: now, updated_at: now });
    store.organizationMemberships
        .by('organization', organization.id)
        .forEach((row) => removeMembership(acting, row));
}

/** Users and tickets of the loser move to the winner; the loser is deleted. */
export function mergeOrganizations(
    acting: Acting,
    loser: Organization,
    winner: Organization
): void {
    const { store, clock } = acting.account;
    const updated_at = clock.stamp();
    for (const row of store.organizationMemberships.by('organization', loser.id)) {
        const isMember = store.organizationMemberships
            .by('user', row.user_id)
            .some((other) => other.organization_id === winner.id);
        if (isMember) {
            store.organizationMemberships.remove(row.id);
        } else {
            store.organizationMemberships.patch(row, { organization_id: winner.id });
        }
    }
    for (const user of store.users.by('organization', loser.id)) {
        store.users.patch(user, { organization_id: winner.id, updated_at });
    }
    for (const ticket of store.tickets.by('organization', loser.id)) {
        store.tickets.patch(ticket, {
            organization_id: winner.id,
            generated_timestamp: clock.seconds()
        });
    }
    const domain_names = [...new Set([...winner.domain_names, ...loser.domain_names])];
    store.organizations.patch(winner, { domain_names, updated_at });
    deleteOrganization(acting, loser);
}
