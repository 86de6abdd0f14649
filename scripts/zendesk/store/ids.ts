import { createHash } from 'node:crypto';

/** A small, fast generator of repeatable randomness (mulberry32). */
export class Random {
    private state: number;

    constructor(seed: number) {
        this.state = seed >>> 0;
    }

    /** 0 <= value < 1. */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let t = this.state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    }

    below(limit: number): number {
        return Math.floor(this.next() * limit);
    }

    pick<T>(items: readonly T[]): T {
        const item = items[this.below(items.length)];
        if (item === undefined) {
            throw new RangeError('Nothing to pick from');
        }
        return item;
    }

    chance(probability: number): boolean {
        return this.next() < probability;
    }

    letters(length: number, alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'): string {
        return Array.from({ length }, () => alphabet[this.below(alphabet.length)]).join('');
    }
}

/** Global ids as Zendesk gives them today: 14 digits, rising, with gaps. */
export class IdSequence {
    private last: number;

    constructor(start = 46406130043000) {
        this.last = start;
    }

    next(): number {
        this.last += 256 + (this.last % 61);
        return this.last;
    }
}

/** The public spelling of a ticket's id, as in `93E76R-EM7YR`. */
export function encodedTicketId(ticketId: number): string {
    const digest = createHash('sha256').update(String(ticketId)).digest('hex');
    const code = BigInt(`0x${digest.slice(0, 16)}`)
        .toString(36)
        .toUpperCase()
        .padStart(11, '0');
    return `${code.slice(0, 6)}-${code.slice(6, 11)}`;
}
