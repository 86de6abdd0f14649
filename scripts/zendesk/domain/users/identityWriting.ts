import { ApiError } from '../../http/errors.ts';
import { objects, text, type JsonObject } from '../../http/json.ts';
import type { Identity, User } from '../../store/records.ts';
import { identityRow } from '../../store/rows.ts';
import type { Acting } from '../acting.ts';
import { identitiesOf } from '../identities.ts';

/** The email and the other identities that come with a new user. */
export function addIdentities(
    acting: Acting,
    user: User,
    input: JsonObject,
    email: string | null
): void {
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

export function addEmail(acting: Acting, user: User, email: string): void {
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
