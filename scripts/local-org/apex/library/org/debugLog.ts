/** Levels of `System.debug`, least important first. */
export const LOG_LEVELS = [
    'FINEST',
    'FINER',
    'FINE',
    'DEBUG',
    'INFO',
    'WARN',
    'ERROR',
    'NONE'
] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line of a debug log. `category` is the platform's event name. */
export interface LogEntry {
    /** Epoch milliseconds. */
    readonly at: number;
    readonly category: string;
    readonly level: LogLevel;
    /** Line of the Apex source; null where there is none. */
    readonly line: number | null;
    readonly text: string;
}

/** What a transaction wrote for its developer. Entries below the level are dropped. */
export class DebugLog {
    private readonly kept: LogEntry[] = [];
    private readonly threshold: number;

    constructor(level: LogLevel = 'DEBUG') {
        this.threshold = LOG_LEVELS.indexOf(level);
    }

    write(entry: LogEntry): void {
        if (LOG_LEVELS.indexOf(entry.level) >= this.threshold) {
            this.kept.push(entry);
        }
    }

    entries(): readonly LogEntry[] {
        return this.kept;
    }
}
