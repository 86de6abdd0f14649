import { ApiError } from '../../http/errors.ts';
import {
    flag,
    idOf,
    isObject,
    tagList,
    text,
    type Json,
    type JsonObject
} from '../../http/json.ts';
import type { Field, User, UserRole } from '../../store/records.ts';
import type { Table } from '../../store/table.ts';
import type { Acting } from '../acting.ts';
import { findLocale } from '../locales.ts';
import { checkValue } from '../tickets/customValues.ts';

/** The user with everything that the request says, besides identities and organizations. */
export function userValues(acting: Acting, user: User, input: JsonObject): User {
    const string = (name: string, kept: string | null) =>
        name in input ? text(input[name]) : kept;
    return {
        ...user,
        name: 'name' in input ? (text(input['name'])?.trim() ?? '') : user.name,
        ...roleOf(acting, user, input),
        phone: string('phone', user.phone),
        external_id: string('external_id', user.external_id)?.trim() || null,
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
        tags: 'tags' in input ? tagList(input['tags']) : user.tags,
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
