import type { Account } from '../account.ts';
import { userByEmail } from '../domain/identities.ts';
import type { User } from '../store/records.ts';
import { wordsOf } from './words.ts';

/** The users that `requester:` and the like mean: an id, `me`, an email, or words of the name. */
export function userIds(account: Account, actor: User | null, value: string): ReadonlySet<number> {
    if (value === 'me') {
        return new Set(actor === null ? [] : [actor.id]);
    }
    if (/^\d+$/.test(value)) {
        return new Set([Number(value)]);
    }
    if (value.includes('@')) {
        const user = userByEmail(account.store, value);
        return new Set(user === null ? [] : [user.id]);
    }
    const words = wordsOf(value);
    const sets = words.map((word) => account.search.userWords.startingWith(word));
    const ids = [...(sets[0] ?? [])].filter((id) => sets.every((set) => set.has(id)));
    return new Set(ids.filter((id) => hasName(account.search.users.find(id), words)));
}

function hasName(user: User | null, words: readonly string[]): boolean {
    const have = wordsOf(user?.name ?? '');
    return words.every((word) => have.some((part) => part.startsWith(word)));
}

/** The organizations that `organization:` means: an id, the name, or words of the name. */
export function organizationIds(account: Account, value: string): ReadonlySet<number> {
    if (/^\d+$/.test(value)) {
        return new Set([Number(value)]);
    }
    const { organizations } = account.search;
    const lower = value.toLowerCase();
    const rows = [...organizations.values()].filter((row) => row.deleted_at === null);
    const exact = rows.filter((row) => row.name.toLowerCase() === lower);
    const words = wordsOf(value);
    const found =
        exact.length > 0
            ? exact
            : rows.filter((row) => {
                  const have = wordsOf(row.name);
                  return words.every((word) => have.some((part) => part.startsWith(word)));
              });
    return new Set(found.map((row) => row.id));
}
