import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
    ['year', 31536000],
    ['month', 2592000],
    ['week', 604800],
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60]
];

const FILE_UNITS: readonly (readonly [string, number])[] = [
    ['megabyte', 1_000_000],
    ['kilobyte', 1000]
];

/** In numbers: "yesterday" and "last week" are days of the calendar, not stretches of time. */
const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' });
const justNow = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'auto' }).format(0, 'minute');
const exact = new Intl.DateTimeFormat(LOCALE, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: TIME_ZONE
});

/** A date has no time zone: it is the same day everywhere. */
const dateOnly = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeZone: 'UTC' });

const number = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 });

/** Sweden writes dates as ISO 8601 does. */
const isoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE });

/** Puts values into the `{0}`, `{1}` of a label, numbers in the user's locale. */
export function formatLabel(label: string, ...values: readonly unknown[]): string {
    return label.replace(/\{(\d+)\}/g, (placeholder, index) => {
        const value = values[Number(index)];
        if (Number(index) >= values.length) {
            return placeholder;
        }
        return typeof value === 'number' ? number.format(value) : String(value);
    });
}

/** Names as a sentence lists them: "A, B and C" in the user's language. */
export function formatList(names: readonly string[]): string {
    return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names);
}

/**
 * How long ago, in the largest fitting unit: "3 hours ago". Zendesk's clock may be ahead of the browser's.
 */
export function relativeTime(isoTime: string, now: number): string {
    const seconds = Math.round((now - Date.parse(isoTime)) / 1000);
    const [unit, size] = UNITS.find(([, least]) => seconds >= least) ?? [];
    return unit && size ? relative.format(-Math.trunc(seconds / size), unit) : justNow;
}

/** Date and time in the user's locale and time zone. */
export function exactTime(isoTime: string): string {
    return exact.format(new Date(isoTime));
}

/** How long ago and when exactly: "3 hours ago · May 6, 2026, 12:00 PM". */
export function fullTime(isoTime: string, now: number): string {
    return `${relativeTime(isoTime, now)} · ${exactTime(isoTime)}`;
}

/** A date without a time, `2026-05-06`, or the date of a time, in the user's locale. */
export function exactDate(isoDate: string): string {
    return dateOnly.format(new Date(isoDate.slice(0, 10)));
}

/** Today in the user's time zone: `2026-05-06`. */
export function todayOf(now: number): string {
    return isoDay.format(now);
}

/** A file's size: "1.2 MB", "85 bytes". */
export function fileSize(bytes: number): string {
    const [unit, size] = FILE_UNITS.find(([, smallest]) => bytes >= smallest) ?? ['byte', 1];
    return new Intl.NumberFormat(LOCALE, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: 1
    }).format(bytes / size);
}
