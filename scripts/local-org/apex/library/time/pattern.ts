import { systemException } from '../../values/exception.ts';
import { partsIn, userLocale, utcMs, zoneOffset } from './zones.ts';
import type { ZonedParts } from './zones.ts';

interface Moment {
    readonly epochMs: number;
    readonly zone: string;
    readonly locale: string;
    readonly parts: ZonedParts;
}

/** `Datetime.format(pattern, zone)`: java.text.SimpleDateFormat. */
export function formatPattern(
    epochMs: number,
    pattern: string,
    zone: string,
    locale = userLocale()
): string {
    const moment = { epochMs, zone, locale, parts: partsIn(epochMs, zone) };
    const tokens = pattern.match(/'(?:[^']|'')*'|([a-zA-Z])\1*|[^a-zA-Z']+|'/g) ?? [];
    return tokens.map((token) => formatToken(token, moment)).join('');
}

function formatToken(token: string, moment: Moment): string {
    if (token.startsWith("'")) {
        return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
    }
    if (!/^[a-zA-Z]/.test(token)) {
        return token;
    }
    const letter = FIELDS[token.charAt(0)];
    if (!letter) {
        throw systemException(
            'IllegalArgumentException',
            `Illegal pattern character '${token.charAt(0)}'`
        );
    }
    return letter(moment, token.length);
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** The letters of SimpleDateFormat. */
const FIELDS: Readonly<Record<string, (moment: Moment, count: number) => string>> = {
    G: ({ parts }) => (parts.year > 0 ? 'AD' : 'BC'),
    y: ({ parts }, count) => yearText(parts.year, count),
    Y: (moment, count) => yearText(weekYear(moment.parts), count),
    M: (moment, count) => monthText(moment, count),
    L: (moment, count) => monthText(moment, count),
    w: ({ parts }, count) => pad(weekOfYear(parts), count),
    W: ({ parts }, count) => pad(weekOfMonth(parts), count),
    D: ({ parts }, count) => pad(dayOfYear(parts), count),
    d: ({ parts }, count) => pad(parts.day, count),
    F: ({ parts }, count) => pad(Math.ceil(parts.day / 7), count),
    E: (moment, count) => named(moment, { weekday: count > 3 ? 'long' : 'short' }, 'weekday'),
    u: ({ parts }, count) => pad(parts.weekday === 0 ? 7 : parts.weekday, count),
    a: ({ parts }) => (parts.hour < 12 ? 'AM' : 'PM'),
    H: ({ parts }, count) => pad(parts.hour, count),
    k: ({ parts }, count) => pad(parts.hour === 0 ? 24 : parts.hour, count),
    K: ({ parts }, count) => pad(parts.hour % 12, count),
    h: ({ parts }, count) => pad(parts.hour % 12 === 0 ? 12 : parts.hour % 12, count),
    m: ({ parts }, count) => pad(parts.minute, count),
    s: ({ parts }, count) => pad(parts.second, count),
    S: ({ parts }, count) => pad(parts.millisecond, count),
    z: (moment, count) => zoneName(moment, count),
    Z: (moment) => offsetText(moment, ''),
    X: (moment, count) => isoOffset(moment, count)
};

function yearText(year: number, count: number): string {
    const shown = year > 0 ? year : 1 - year;
    return count === 2 ? pad(shown % 100, 2) : pad(shown, count);
}

function monthText(moment: Moment, count: number): string {
    if (count < 3) {
        return pad(moment.parts.month, count);
    }
    return named(moment, { month: count > 3 ? 'long' : 'short', day: 'numeric' }, 'month');
}

function named(moment: Moment, options: Intl.DateTimeFormatOptions, type: string): string {
    const { year, month, day } = moment.parts;
    const parts = new Intl.DateTimeFormat(moment.locale, {
        ...options,
        timeZone: 'UTC'
    }).formatToParts(utcMs(year, month, day));
    return parts.find((part) => part.type === type)?.value ?? '';
}

function dayOfYear({ year, month, day }: ZonedParts): number {
    return Math.round((utcMs(year, month, day) - utcMs(year, 1, 1)) / 86_400_000) + 1;
}

/** Weeks start on Sunday; the first is that of 1 January. */
function weekOfYear(parts: ZonedParts): number {
    if (weekYear(parts) > parts.year) {
        return 1;
    }
    const firstWeekday = new Date(utcMs(parts.year, 1, 1)).getUTCDay();
    return Math.floor((dayOfYear(parts) - 1 + firstWeekday) / 7) + 1;
}

function weekYear(parts: ZonedParts): number {
    const daysToSaturday = 6 - parts.weekday;
    const saturday = new Date(utcMs(parts.year, parts.month, parts.day + daysToSaturday));
    return saturday.getUTCFullYear();
}

function weekOfMonth(parts: ZonedParts): number {
    const firstWeekday = new Date(utcMs(parts.year, parts.month, 1)).getUTCDay();
    return Math.floor((parts.day - 1 + firstWeekday) / 7) + 1;
}

function zoneName(moment: Moment, count: number): string {
    const style = count > 3 ? 'long' : 'short';
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone: moment.zone,
        timeZoneName: style
    }).formatToParts(moment.epochMs);
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? moment.zone;
    return name === 'UTC' && moment.zone === 'GMT' ? 'GMT' : name;
}

function offsetText(moment: Moment, separator: string): string {
    const minutes = Math.round(zoneOffset(moment.epochMs, moment.zone) / 60_000);
    const size = Math.abs(minutes);
    const sign = minutes < 0 ? '-' : '+';
    return `${sign}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}

function isoOffset(moment: Moment, count: number): string {
    if (zoneOffset(moment.epochMs, moment.zone) === 0) {
        return 'Z';
    }
    return count === 1
        ? offsetText(moment, '').slice(0, 3)
        : offsetText(moment, count === 2 ? '' : ':');
}
