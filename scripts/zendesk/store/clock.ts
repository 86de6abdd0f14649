/** The account's time. It runs with the source it was given and can be moved ahead. */
export class Clock {
    private readonly source: () => number;
    private offset = 0;

    constructor(source: () => number) {
        this.source = source;
    }

    /** Epoch milliseconds. */
    now(): number {
        return this.source() + this.offset;
    }

    seconds(): number {
        return Math.floor(this.now() / 1000);
    }

    stamp(): string {
        return isoSeconds(this.now());
    }

    advance(milliseconds: number): void {
        this.offset += milliseconds;
    }

    reset(): void {
        this.offset = 0;
    }
}

/** `2026-05-06T08:46:13Z`: Zendesk's times carry whole seconds. */
export function isoSeconds(milliseconds: number): string {
    return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

export function epochSeconds(stamp: string): number {
    return Math.floor(Date.parse(stamp) / 1000);
}
