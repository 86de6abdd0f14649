import { localDate, startOfDay } from '../../time/zone.ts';
import { FormulaError } from '../parse.ts';
import { DAY, dateValue, datetimeValue, timeValue, type FormulaValue } from '../value.ts';
import {
    asDate,
    asDatetime,
    asTime,
    isBlank,
    number,
    text,
    type FormulaFunctions
} from './arguments.ts';

/** Functions on dates and times. Date-times are UTC, TODAY is the user's day. */
export const DATE_FUNCTIONS: FormulaFunctions = {
    ADDMONTHS: ([value, months]) => addMonths(value, number(months) ?? 0),
    DATE: ([year, month, day]) =>
        dateValue(Date.UTC(number(year) ?? 1970, (number(month) ?? 1) - 1, number(day) ?? 1) / DAY),
    DATETIMEVALUE: ([value]) => {
        const known = asDatetime(value);
        return (
            known ?? (isBlank(value) ? null : datetimeValue(parsed(text(value).replace(' ', 'T'))))
        );
    },
    DATEVALUE: ([value], clock) => {
        const moment = asDatetime(value);
        if (moment !== null) {
            return dateValue(dayNumber(localDate(moment.epoch, clock.timeZone)));
        }
        return asDate(value) ?? (isBlank(value) ? null : dateValue(dayNumber(text(value))));
    },
    DAY: ([value]) => part(value, (date) => date.getUTCDate()),
    DAYOFYEAR: ([value]) =>
        part(value, (date) => (date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY + 1),
    FROMUNIXTIME: ([seconds]) => datetimeValue((number(seconds) ?? 0) * 1000),
    HOUR: ([value]) => clockPart(value, 3_600_000, 24),
    ISOWEEK: ([value]) => part(value, (date) => isoWeek(date).week),
    ISOYEAR: ([value]) => part(value, (date) => isoWeek(date).year),
    MILLISECOND: ([value]) => clockPart(value, 1, 1000),
    MINUTE: ([value]) => clockPart(value, 60_000, 60),
    MONTH: ([value]) => part(value, (date) => date.getUTCMonth() + 1),
    NOW: (_, clock) => datetimeValue(clock.now),
    SECOND: ([value]) => clockPart(value, 1000, 60),
    TIMENOW: (_, clock) => timeValue(clock.now % DAY),
    TIMEVALUE: ([value]) => {
        const moment = asDatetime(value);
        if (moment !== null) {
            return timeValue(moment.epoch % DAY);
        }
        return (
            asTime(value) ??
            (isBlank(value) ? null : timeValue(parsed(`1970-01-01T${text(value)}Z`)))
        );
    },
    TODAY: (_, clock) => dateValue(dayNumber(localDate(clock.now, clock.timeZone))),
    UNIXTIMESTAMP: ([value], clock) => {
        const day = asDate(value);
        const start = day && startOfDay(text(day), clock.timeZone);
        return (start ?? asDatetime(value)?.epoch ?? 0) / 1000;
    },
    WEEKDAY: ([value]) => part(value, (date) => date.getUTCDay() + 1),
    YEAR: ([value]) => part(value, (date) => date.getUTCFullYear())
};

function dayNumber(text: string): number {
    return parsed(`${text.slice(0, 10)}T00:00:00Z`) / DAY;
}

function parsed(text: string): number {
    const epoch = Date.parse(text);
    if (Number.isNaN(epoch)) {
        throw new FormulaError(`${text} is not a date or time`);
    }
    return epoch;
}

function dateOf(value: FormulaValue | undefined): Date | null {
    const day = asDate(value);
    const moment = asDatetime(value);
    if (day !== null) {
        return new Date(day.days * DAY);
    }
    return moment === null ? null : new Date(moment.epoch);
}

function part(value: FormulaValue | undefined, read: (date: Date) => number): FormulaValue {
    const date = dateOf(value);
    return date === null ? null : read(date);
}

function clockPart(value: FormulaValue | undefined, unit: number, count: number): FormulaValue {
    const milliseconds = asTime(value)?.milliseconds ?? asDatetime(value)?.epoch;
    return milliseconds === undefined ? null : Math.floor(milliseconds / unit) % count;
}

/** The last day of a month stays the last day. */
function addMonths(value: FormulaValue | undefined, months: number): FormulaValue {
    const date = dateOf(value);
    if (date === null) {
        return null;
    }
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth() + Math.trunc(months);
    const lastBefore = new Date(Date.UTC(year, date.getUTCMonth() + 1, 0)).getUTCDate();
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const day = date.getUTCDate() === lastBefore ? last : Math.min(date.getUTCDate(), last);
    const moved = Date.UTC(year, month, day);
    return asDate(value) === null
        ? datetimeValue(moved + (date.getTime() % DAY))
        : dateValue(moved / DAY);
}

/** The week of the year's Thursday, as ISO 8601 counts. */
function isoWeek(date: Date): { readonly week: number; readonly year: number } {
    const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY);
    const year = thursday.getUTCFullYear();
    const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
    return { week, year };
}
