import { currentExecution } from '../../execution.ts';

/** The running user's time zone, an IANA name. */
export function userZone(): string {
    return currentExecution()?.user.timeZone ?? 'GMT';
}

/** The running user's locale as a language tag: `fr-FR`. */
export function userLocale(): string {
    return (currentExecution()?.user.locale ?? 'en_US').replaceAll('_', '-');
}

/** A moment as clocks in a zone show it. Months from 1, weekdays from 0 = Sunday. */
export interface ZonedParts {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly millisecond: number;
    readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** False for a name that is no time zone. */
export function isZone(name: string): boolean {
    try {
        formatOf(name);
        return true;
    } catch {
        return false;
    }
}

/** What is added to UTC to get the zone's time at that moment, in milliseconds. */
export function zoneOffset(epochMs: number, zone: string): number {
    const fixed = fixedOffset(zone);
    if (fixed !== null) {
        return fixed;
    }
    const parts = formatOf(zone).formatToParts(epochMs);
    const read = (type: string): number =>
        Number(parts.find((part) => part.type === type)?.value ?? 0);
    const year = parts.some((part) => part.type === 'era' && part.value.startsWith('B'))
        ? 1 - read('year')
        : read('year');
    const local = utcMs(
        year,
        read('month'),
        read('day'),
        read('hour'),
        read('minute'),
        read('second')
    );
    return local - Math.floor(epochMs / 1000) * 1000;
}

export function partsIn(epochMs: number, zone: string): ZonedParts {
    const local = new Date(epochMs + zoneOffset(epochMs, zone));
    return {
        year: local.getUTCFullYear(),
        month: local.getUTCMonth() + 1,
        day: local.getUTCDate(),
        hour: local.getUTCHours(),
        minute: local.getUTCMinutes(),
        second: local.getUTCSeconds(),
        millisecond: local.getUTCMilliseconds(),
        weekday: local.getUTCDay()
    };
}

/** The moment at which a zone's clocks show a time given as if it were UTC. */
export function fromLocal(localMs: number, zone: string): number {
    const guess = localMs - zoneOffset(localMs, zone);
    return localMs - zoneOffset(guess, zone);
}

/** Like Date.UTC, for years below 100 too; what is out of range rolls over. */
export function utcMs(
    year: number,
    month: number,
    day: number,
    hour = 0,
    minute = 0,
    second = 0,
    millisecond = 0
): number {
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    date.setUTCHours(hour, minute, second, millisecond);
    return date.getTime();
}

function fixedOffset(zone: string): number | null {
    if (/^(GMT|UTC|Etc\/UTC|Etc\/GMT|Z)$/.test(zone)) {
        return 0;
    }
    const found = /^(?:GMT|UTC)([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
    if (!found) {
        return null;
    }
    const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
    return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
    const known = formats.get(zone);
    if (known) {
        return known;
    }
    const format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric'
    });
    formats.set(zone, format);
    return format;
}
