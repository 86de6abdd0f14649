import { QueryError } from '../errors.ts';
import { addDays, monthOf, monthStart, weekday } from './days.ts';

/** Days from `start` up to, but without, `end`. */
export interface DayRange {
    readonly start: string;
    readonly end: string;
}

/** What date literals depend on. */
export interface Calendar {
    /** The user's local day. */
    readonly today: string;
    /** 1 to 12. */
    readonly fiscalYearStartMonth: number;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

const COUNTED = /^(LAST|NEXT)_N_(.+)S$/;
const AGO = /^N_(.+)S_AGO$/;
const RELATIVE = /^(LAST|THIS|NEXT)_(.+)$/;

/**
 * The days that a date literal stands for, as the SOQL reference defines them: `LAST_N_DAYS:n`
 * includes today, `NEXT_N_DAYS:n` starts tomorrow, the other counted ones exclude the current unit.
 */
export function daysOf(name: string, count: number | null, calendar: Calendar): DayRange {
    const { today } = calendar;
    switch (name) {
        case 'YESTERDAY':
            return units('DAY', -1, 1, calendar);
        case 'TODAY':
            return units('DAY', 0, 1, calendar);
        case 'TOMORROW':
            return units('DAY', 1, 1, calendar);
        case 'LAST_90_DAYS':
            return { start: addDays(today, -90), end: addDays(today, 1) };
        case 'NEXT_90_DAYS':
            return { start: addDays(today, 1), end: addDays(today, 91) };
        default:
            return counted(name, count ?? 1, calendar) ?? relative(name, calendar);
    }
}

function counted(name: string, count: number, calendar: Calendar): DayRange | null {
    const [, direction, plural] = COUNTED.exec(name) ?? [];
    if (plural === 'DAY' && direction === 'LAST') {
        const { today } = calendar;
        return { start: addDays(today, -count), end: addDays(today, 1) };
    }
    if (plural !== undefined) {
        return units(unitOf(plural), direction === 'LAST' ? -count : 1, count, calendar);
    }
    const [, ago] = AGO.exec(name) ?? [];
    return ago === undefined ? null : units(unitOf(ago), -count, 1, calendar);
}

function relative(name: string, calendar: Calendar): DayRange {
    const [, direction, unit] = RELATIVE.exec(name) ?? [];
    if (unit === undefined) {
        throw new QueryError('UNSUPPORTED_FEATURE', `Date literal ${name} is not supported`);
    }
    const from = direction === 'LAST' ? -1 : direction === 'NEXT' ? 1 : 0;
    return units(unitOf(unit), from, 1, calendar);
}

function unitOf(name: string): Unit {
    const known: readonly string[] = [
        'DAY',
        'WEEK',
        'MONTH',
        'QUARTER',
        'YEAR',
        'FISCAL_QUARTER',
        'FISCAL_YEAR'
    ];
    if (!known.includes(name)) {
        throw new QueryError('UNSUPPORTED_FEATURE', `Date unit ${name} is not supported`);
    }
    return name as Unit;
}

/** So many units, the first of which is `from` units away from the current one. */
function units(unit: Unit, from: number, count: number, calendar: Calendar): DayRange {
    return { start: unitStart(unit, from, calendar), end: unitStart(unit, from + count, calendar) };
}

function unitStart(unit: Unit, away: number, calendar: Calendar): string {
    const { today, fiscalYearStartMonth } = calendar;
    switch (unit) {
        case 'DAY':
            return addDays(today, away);
        case 'WEEK':
            return addDays(today, away * 7 - weekday(today));
        case 'MONTH':
            return monthStart(today, away);
        case 'QUARTER':
            return periodStart(today, 3, away, 1);
        case 'YEAR':
            return periodStart(today, 12, away, 1);
        case 'FISCAL_QUARTER':
            return periodStart(today, 3, away, fiscalYearStartMonth);
        case 'FISCAL_YEAR':
            return periodStart(today, 12, away, fiscalYearStartMonth);
    }
}

/** Start of a period of so many months, counted from periods that begin in `firstMonth`. */
function periodStart(today: string, months: number, away: number, firstMonth: number): string {
    const into = (monthOf(today) - firstMonth + 12) % months;
    return monthStart(today, away * months - into);
}
