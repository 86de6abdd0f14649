import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';
import { ApexDate } from '../../values/temporal.ts';
import { partsIn, userLocale, userZone, utcMs } from './zones.ts';

/** `Date.format()`: the locale's short date with a year of four digits. */
export function shortDate(date: ApexDate): string {
    return dateFormat('UTC').format(date.days * 86_400_000);
}

/** `Datetime.format()`: short date and time in the user's locale and zone. */
export function shortDatetime(epochMs: number): string {
    const format = new Intl.DateTimeFormat(userLocale(), {
        timeZone: userZone(),
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit'
    });
    return plainSpaces(format.format(epochMs));
}

/** `Datetime.formatLong()`: with seconds and the zone's name. */
export function longDatetime(epochMs: number): string {
    const format = new Intl.DateTimeFormat(userLocale(), {
        timeZone: userZone(),
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        second: '2-digit',
        timeZoneName: 'short'
    });
    return plainSpaces(format.format(epochMs));
}

/** `Date.parse`: a date as the user's locale writes it. */
export function parseLocalDate(text: string): ApexDate {
    const numbers = text.trim().match(/\d+/g) ?? [];
    const order: readonly string[] = dateFormat('UTC')
        .formatToParts(0)
        .map((part) => part.type)
        .filter((type) => ['year', 'month', 'day'].includes(type));
    const read = (type: string): number => Number(numbers[order.indexOf(type)] ?? NaN);
    const [year, month, day] = [fullYear(read('year')), read('month'), read('day')];
    if (numbers.length < 3 || !(month >= 1 && month <= 12) || !(day >= 1 && day <= 31)) {
        throw systemException('TypeException', `Invalid date: ${text}`);
    }
    return ApexDate.of(year, month, day);
}

/** `Datetime.parse`: date and time as the user's locale writes them, in milliseconds as if UTC. */
export function parseLocalDatetime(text: string): number {
    const found = /^(.*?\d)[,\s]+(\d{1,2})[:.](\d{2})\s*([aApP]\.?[mM]\.?)?\s*$/.exec(text);
    if (!found) {
        throw systemException('TypeException', `Invalid date/time: ${text}`);
    }
    const { year, month, day } = parseLocalDate(found[1] ?? '').parts();
    const half = found[4]?.toLowerCase().charAt(0);
    const hour = Number(found[2]);
    const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
    return utcMs(year, month, day, hours, Number(found[3]));
}

/** Two digits mean the century around today. */
function fullYear(year: number): number {
    if (year >= 100) {
        return year;
    }
    const now = partsIn(execution().org.clock.now(), 'GMT').year;
    const candidate = Math.floor(now / 100) * 100 + year;
    return candidate > now + 20 ? candidate - 100 : candidate;
}

function dateFormat(timeZone: string): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(userLocale(), {
        timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric'
    });
}

/** Newer locale data separates with narrow no-break spaces; the platform doesn't. */
function plainSpaces(text: string): string {
    return text.replace(/[\u00a0\u202f]/g, ' ');
}
