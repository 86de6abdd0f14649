import { systemException } from '../../values/exception.ts';
import { fromLocal, partsIn, utcMs } from '../time/zones.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const DAY_MS = 86_400_000;
/** The years that a schedule may name (Apex Developer Guide, Apex Scheduler). */
const LAST_YEAR = 2099;

interface Schedule {
    readonly second: ReadonlySet<number>;
    readonly minute: ReadonlySet<number>;
    readonly hour: ReadonlySet<number>;
    readonly isDay: (day: DayFacts) => boolean;
}

interface DayFacts {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly weekday: number;
    readonly lastDay: number;
}

/**
 * The next time of a cron expression (seconds minutes hours day month weekday [year]) after a moment,
 * in a zone's clock time; null when there is none. StringException for a malformed expression.
 */
export function nextTime(expression: string, after: number, zone: string): number | null {
    const schedule = parseCron(expression);
    const start = partsIn(after + 1000, zone);
    const firstDay = utcMs(start.year, start.month, start.day);
    const startOfDay = ((start.hour * 60 + start.minute) * 60 + start.second) * 1000;
    const end = utcMs(LAST_YEAR + 1, 1, 1);
    for (let offset = 0; firstDay + offset * DAY_MS < end; offset += 1) {
        const dayMs = firstDay + offset * DAY_MS;
        if (schedule.isDay(dayFacts(dayMs))) {
            const time = timeFrom(schedule, offset === 0 ? startOfDay : 0);
            if (time !== null) return fromLocal(dayMs + time, zone);
        }
    }
    return null;
}

/** The first matching time of a day, in milliseconds, not before a given one. */
function timeFrom(schedule: Schedule, from: number): number | null {
    const sorted = (values: ReadonlySet<number>): number[] => [...values].sort((a, b) => a - b);
    for (const hour of sorted(schedule.hour)) {
        for (const minute of sorted(schedule.minute)) {
            for (const second of sorted(schedule.second)) {
                const ms = ((hour * 60 + minute) * 60 + second) * 1000;
                if (ms >= from) return ms;
            }
        }
    }
    return null;
}

function dayFacts(ms: number): DayFacts {
    const date = new Date(ms);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
    const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return { year, month, day: date.getUTCDate(), weekday: date.getUTCDay() + 1, lastDay };
}

function parseCron(expression: string): Schedule {
    const fields = expression.trim().split(/\s+/);
    if (fields.length < 6 || fields.length > 7) {
        throw malformed(expression);
    }
    const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = '*'] =
        fields;
    const bothGiven = ![day, weekday].includes('?');
    if (bothGiven || (day === '?' && weekday === '?')) {
        throw malformed(expression);
    }
    const months = values(month, 1, 12, MONTHS, expression);
    const years = values(year, 1970, LAST_YEAR, [], expression);
    const onDay = dayTest(day, expression);
    const onWeekday = weekdayTest(weekday, expression);
    return {
        second: values(second, 0, 59, [], expression),
        minute: values(minute, 0, 59, [], expression),
        hour: values(hour, 0, 23, [], expression),
        isDay: (facts) =>
            months.has(facts.month) && years.has(facts.year) && onDay(facts) && onWeekday(facts)
    };
}

function dayTest(field: string, expression: string): (facts: DayFacts) => boolean {
    if (field === '?') {
        return () => true;
    }
    if (field === 'L') {
        return ({ day, lastDay }) => day === lastDay;
    }
    const nearest = /^(\d+|L)W$/.exec(field)?.[1];
    if (nearest !== undefined) {
        return (facts) => facts.day === nearestWeekday(facts, nearest);
    }
    const days = values(field, 1, 31, [], expression);
    return ({ day }) => days.has(day);
}

/** The weekday nearest to a day, within the month. */
function nearestWeekday({ year, month, lastDay }: DayFacts, field: string): number {
    const wanted = field === 'L' ? lastDay : Math.min(Number(field), lastDay);
    const weekday = new Date(Date.UTC(year, month - 1, wanted)).getUTCDay();
    if (weekday === 6) {
        return wanted === 1 ? 3 : wanted - 1;
    }
    if (weekday === 0) {
        return wanted === lastDay ? wanted - 2 : wanted + 1;
    }
    return wanted;
}

function weekdayTest(field: string, expression: string): (facts: DayFacts) => boolean {
    if (field === '?' || field === '*') {
        return () => true;
    }
    const nth = /^(\w+)#([1-5])$/.exec(field);
    const last = /^(\w+)L$/.exec(field)?.[1];
    if (nth) {
        const days = values(nth[1] ?? '', 1, 7, DAYS, expression);
        return ({ day, weekday }) => days.has(weekday) && Math.ceil(day / 7) === Number(nth[2]);
    }
    if (last !== undefined && !DAYS.includes(field.toUpperCase())) {
        const days = values(last, 1, 7, DAYS, expression);
        return ({ day, weekday, lastDay }) => days.has(weekday) && day > lastDay - 7;
    }
    const days = values(field, 1, 7, DAYS, expression);
    return ({ weekday }) => days.has(weekday);
}

/** `*`, `a,b`, `a-b`, `a/n`, and names. */
function values(
    field: string,
    min: number,
    max: number,
    names: readonly string[],
    expression: string
): ReadonlySet<number> {
    const found = new Set<number>();
    for (const part of field.split(',')) {
        const [range = '', step = '1'] = part.split('/');
        const [from, to] = bounds(range, part.includes('/'), min, max, names);
        if (!(from >= min && to <= max && from <= to) || !(Number(step) > 0)) {
            throw malformed(expression);
        }
        for (let value = from; value <= to; value += Number(step)) found.add(value);
    }
    return found;
}

function bounds(
    range: string,
    hasStep: boolean,
    min: number,
    max: number,
    names: readonly string[]
): readonly [number, number] {
    if (range === '*' || range === '') {
        return [min, max];
    }
    const [first = '', last] = range.split('-');
    const from = numberOf(first, min, names);
    return [from, last === undefined ? (hasStep ? max : from) : numberOf(last, min, names)];
}

function numberOf(text: string, min: number, names: readonly string[]): number {
    const index = names.indexOf(text.toUpperCase());
    return index === -1 ? (/^\d+$/.test(text) ? Number(text) : NaN) : index + min;
}

function malformed(expression: string): Error {
    return systemException('StringException', `Illegal cron expression format (${expression})`);
}
