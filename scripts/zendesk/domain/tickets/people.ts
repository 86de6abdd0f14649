import { ApiError } from '../../http/errors.ts';
import {
    idOf,
    isArray,
    isObject,
    objects,
    text,
    type Json,
    type JsonObject
} from '../../http/json.ts';
import type { User } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { isEmail, userByEmail } from '../identities.ts';
import { createUser } from '../users/writing.ts';
import { isStaff } from '../visibility.ts';

/**
 * Who asks for a new ticket: `requester_id`, or `requester` found by email or made on the fly, or
 * the one who creates it.
 * @throws ApiError 422
 */
export function requesterOf(acting: Acting, input: JsonObject): User {
    if (input['requester_id'] !== undefined && input['requester_id'] !== null) {
        return knownUser(acting, input['requester_id'], 'requester');
    }
    const requester = input['requester'];
    if (isObject(requester)) {
        return findOrCreate(acting, requester);
    }
    return typeof requester === 'string' ? findOrCreate(acting, { email: requester }) : acting.user;
}

/** @throws ApiError 422 when nobody has this id */
export function knownUser(acting: Acting, value: Json | undefined, role: string): User {
    const user = acting.account.store.users.find(idOf(value));
    if (user === null || !user.active) {
        const name = role.charAt(0).toUpperCase() + role.slice(1);
        throw ApiError.invalidField(role, `${name}: is invalid`, 'InvalidValue');
    }
    return user;
}

function findOrCreate(acting: Acting, values: JsonObject): User {
    const email = text(values['email'])?.trim() ?? '';
    const known = email === '' ? null : userByEmail(acting.account.store, email);
    if (known !== null) {
        return known;
    }
    const name = text(values['name'])?.trim() ?? '';
    if (name === '' && email === '') {
        throw ApiError.invalidField(
            'requester',
            'Requester Name:  is too short (minimum is 1 characters)',
            'ValueTooShort'
        );
    }
    if (email !== '' && !isEmail(email)) {
        throw ApiError.invalidField(
            'requester',
            `Requester: Email:  ${email} is not properly formatted`,
            'InvalidFormat'
        );
    }
    return createUser(acting, {
        ...values,
        name: name === '' ? nameFromEmail(email) : name,
        role: 'end-user'
    });
}

/** `ann.smith@x.example` becomes "Ann Smith", as Zendesk names the unknown. */
const nameFromEmail = (email: string): string =>
    (email.split('@')[0] ?? email)
        .split(/[._-]+/)
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join(' ');

export interface Copies {
    readonly follower_ids: readonly number[];
    readonly email_cc_ids: readonly number[];
}

/** Followers and CCs after what the request says about them. */
export function copiesOf(acting: Acting, copies: Copies, input: JsonObject): Copies {
    const replaced = input['collaborator_ids'] ?? input['collaborators'];
    const base = replaced === undefined ? copies : split(acting, entries(replaced));
    const added = split(acting, entries(input['additional_collaborators']));
    return {
        follower_ids: changed(
            acting,
            [...base.follower_ids, ...added.follower_ids],
            input['followers']
        ).filter((id) => isAgent(acting, id)),
        email_cc_ids: changed(
            acting,
            [...base.email_cc_ids, ...added.email_cc_ids],
            input['email_ccs']
        )
    };
}

const entries = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

/** Collaborators of old: agents become followers, everybody else is copied by email. */
function split(acting: Acting, list: readonly Json[]): Copies {
    const users = list.flatMap((entry) => collaborator(acting, entry) ?? []);
    return {
        follower_ids: unique(users.filter(isStaff).map((user) => user.id)),
        email_cc_ids: unique(users.filter((user) => !isStaff(user)).map((user) => user.id))
    };
}

function collaborator(acting: Acting, entry: Json): User | null {
    if (isObject(entry)) {
        return findOrCreate(acting, entry);
    }
    const id = idOf(entry);
    if (id !== null) {
        return acting.account.store.users.find(id);
    }
    return typeof entry === 'string' && isEmail(entry)
        ? findOrCreate(acting, { email: entry })
        : null;
}

/** `[{user_id | user_email, user_name, action: put | delete}]`. */
function changed(acting: Acting, ids: readonly number[], value: Json | undefined): number[] {
    const result = new Set(ids);
    for (const entry of objects(value)) {
        const user = copied(acting, entry);
        if (user !== null && entry['action'] === 'delete') {
            result.delete(user.id);
        } else if (user !== null) {
            result.add(user.id);
        }
    }
    return [...result];
}

function copied(acting: Acting, entry: JsonObject): User | null {
    const id = idOf(entry['user_id']);
    if (id !== null) {
        return acting.account.store.users.find(id);
    }
    const email = text(entry['user_email']);
    if (email === null) {
        return null;
    }
    return entry['action'] === 'delete'
        ? userByEmail(acting.account.store, email)
        : findOrCreate(acting, { email, name: entry['user_name'] ?? null });
}

const unique = (ids: readonly number[]): number[] => [...new Set(ids)];

function isAgent(acting: Acting, id: number): boolean {
    const user = acting.account.store.users.find(id);
    return user !== null && isStaff(user);
}
