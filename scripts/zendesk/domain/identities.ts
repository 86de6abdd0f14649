import type { Identity, User } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** The active user who owns this email, primary or secondary; case does not matter. */
export function userByEmail(store: Store, email: string): User | null {
    for (const identity of store.identities.by('value', `email:${email.trim().toLowerCase()}`)) {
        const user = store.users.find(identity.user_id);
        if (user?.active) {
            return user;
        }
    }
    return null;
}

export function identitiesOf(store: Store, user: User): Identity[] {
    return store.identities.by('user', user.id).sort((a, b) => a.id - b.id);
}

export const isEmail = (value: string): boolean => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(value);
