export type JobKind = 'Future' | 'Queueable' | 'BatchApex' | 'ScheduledApex' | 'PlatformEvent';

/** Work that runs after the transaction that asked for it, in transactions of its own. */
export interface AsyncJob {
    /** AsyncApexJob id; null for work that has no such row (platform events). */
    readonly id: string | null;
    readonly kind: JobKind;
    /** For the log: class, and method of a future. */
    readonly description: string;
    readonly userId: string;
    /** Epoch milliseconds before which it doesn't start. */
    readonly notBefore: number;
    /** Runs the whole job; each transaction inside is its own. */
    run(): void;
}
