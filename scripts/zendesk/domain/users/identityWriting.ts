import { ApiError } from '../../http/errors.ts';
import { objects, text, type JsonObject } from '../../http/json.ts';
import type { Identity, User } from '../../store/records.ts';
import { identityRow } from '../../store/rows.ts';
import type { Acting } from '../acting.ts';
import { identitiesOf, isEmail } from '../identities.ts';

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

/** The first email is as verified as its user, a further one is not. */
export function addEmail(acting: Acting, user: User, email: string): void {
    const known = identitiesOf(acting.account.store, user).filter((row) => row.type === 'email');
    if (!known.some((row) => row.value.toLowerCase() === email)) {
        addIdentity(acting, user, 'email', email, known.length === 0 && user.verified);
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
    demandValue(acting, user, { type, value });
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

/**
 * An identity with another value or verification; a verified one stays so.
 * @throws ApiError 422 when somebody else has the value
 */
export function changeIdentity(
    acting: Acting,
    identity: Identity,
    changes: { readonly value: string; readonly verified: boolean }
): Identity {
    const { store, clock } = acting.account;
    const user = store.users.find(identity.user_id);
    if (user !== null && changes.value.toLowerCase() !== identity.value.toLowerCase()) {
        demandValue(acting, user, { type: identity.type, value: changes.value });
    }
    if (user?.email === identity.value && identity.primary) {
        store.users.patch(user, { email: changes.value, updated_at: clock.stamp() });
    }
    return store.identities.patch(identity, {
        value: changes.value,
        verified: identity.verified || changes.verified,
        updated_at: clock.stamp()
    });
}

interface Value {
    readonly type: string;
    readonly value: string;
}

function demandValue(acting: Acting, user: User, { type, value }: Value): void {
    if (type === 'email' && !isEmail(value)) {
        const description = `Value:  ${value} is not properly formatted`;
        throw ApiError.invalidField('value', description, 'InvalidFormat');
    }
    if (isTaken(acting, user, `${type}:${value.toLowerCase()}`)) {
        const description = `Value: ${value} is already being used by another user`;
        throw ApiError.invalidField('value', description, 'DuplicateValue');
    }
}

/** Nobody has it, not even the user; the identities of the deleted are free. */
const isTaken = (acting: Acting, user: User, key: string): boolean =>
    acting.account.store.identities
        .by('value', key)
        .some(
            ({ user_id }) =>
                user_id === user.id || acting.account.store.users.find(user_id)?.active === true
        );
