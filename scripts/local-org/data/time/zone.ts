/** A moment as a calendar and a clock in some time zone show it; month 1 to 12. */
export interface LocalTime {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows in a time zone. An unknown zone counts as UTC. */
export function localTime(epoch: number, timeZone: string): LocalTime {
    const parts = new Map(
        formatOf(timeZone)
            .formatToParts(epoch)
            .map((part) => [part.type, Number(part.value)] as const)
    );
    return {
        year: parts.get('year') ?? 1970,
        month: parts.get('month') ?? 1,
        day: parts.get('day') ?? 1,
        hour: parts.get('hour') ?? 0,
        minute: parts.get('minute') ?? 0,
        second: parts.get('second') ?? 0
    };
}

/** The moment at which a local day begins, in epoch milliseconds. */
export function startOfDay(date: string, timeZone: string): number {
    const utc = Date.parse(`${date}T00:00:00Z`);
    const guess = utc - offset(utc, timeZone);
    // Near a change of the clocks the offset of the guess is the one that counts.
    return utc - offset(guess, timeZone);
}

/** Milliseconds by which a zone's clock is ahead of UTC. */
export function offset(epoch: number, timeZone: string): number {
    const local = localTime(epoch, timeZone);
    const shown = Date.UTC(
        local.year,
        local.month - 1,
        local.day,
        local.hour,
        local.minute,
        local.second
    );
    return shown - Math.floor(epoch / 1000) * 1000;
}

/** The local calendar day of a moment, `YYYY-MM-DD`. */
export function localDate(epoch: number, timeZone: string): string {
    const { year, month, day } = localTime(epoch, timeZone);
    return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(value: number): string {
    return String(value).padStart(2, '0');
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
    const known = formats.get(timeZone);
    if (known !== undefined) {
        return known;
    }
    const made = makeFormat(timeZone);
    formats.set(timeZone, made);
    return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat {
    const options: Intl.DateTimeFormatOptions = {
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric'
    };
    try {
        return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
    } catch {
        return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
    }
}
