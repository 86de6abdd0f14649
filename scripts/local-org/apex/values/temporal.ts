import { types } from './runtimeType.ts';

const DAY_MS = 86_400_000;

/** An Apex Date: a calendar day, no zone. `days` counts from 1970-01-01. */
export class ApexDate {
    readonly $type = types.Date;
    readonly days: number;

    constructor(days: number) {
        this.days = days;
    }

    /** Out-of-range months and days roll over, as `Date.newInstance` does. */
    static of(year: number, month: number, day: number): ApexDate {
        const date = new Date(0);
        date.setUTCFullYear(year, month - 1, day);
        return new ApexDate(Math.floor(date.getTime() / DAY_MS));
    }

    parts(): { readonly year: number; readonly month: number; readonly day: number } {
        const date = new Date(this.days * DAY_MS);
        return {
            year: date.getUTCFullYear(),
            month: date.getUTCMonth() + 1,
            day: date.getUTCDate()
        };
    }

    /** `YYYY-MM-DD`. */
    toIso(): string {
        const { year, month, day } = this.parts();
        return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
    }

    /** As concatenation and the debug log show a Date. */
    toString(): string {
        return `${this.toIso()} 00:00:00`;
    }
}

/** An Apex Datetime: an instant, in milliseconds since 1970 UTC. */
export class ApexDatetime {
    readonly $type = types.Datetime;
    readonly epochMs: number;

    constructor(epochMs: number) {
        this.epochMs = epochMs;
    }

    /** `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
    toIso(): string {
        return new Date(this.epochMs).toISOString();
    }

    /** As concatenation and the debug log show a Datetime: UTC, whole seconds. */
    toString(): string {
        return this.toIso().slice(0, 19).replace('T', ' ');
    }
}

/** An Apex Time: milliseconds since midnight. */
export class ApexTime {
    readonly $type = types.Time;
    readonly ms: number;

    constructor(ms: number) {
        this.ms = ((ms % DAY_MS) + DAY_MS) % DAY_MS;
    }

    static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
        return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
    }

    /** `HH:MM:SS.mmmZ`. */
    toString(): string {
        return `${new Date(this.ms).toISOString().slice(11)}`;
    }
}

function pad(value: number, width: number): string {
    return String(value).padStart(width, '0');
}
