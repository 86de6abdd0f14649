import type { Account } from '../../account.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id that sorts by time: ten characters of time, sixteen of chance. */
export function ulid(account: Account): string {
    let time = account.clock.now();
    let head = '';
    for (let at = 0; at < 10; at += 1) {
        head = (ALPHABET[time % 32] ?? '0') + head;
        time = Math.floor(time / 32);
    }
    return head + account.random.letters(16, ALPHABET);
}
