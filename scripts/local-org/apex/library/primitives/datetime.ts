import { execution } from '../../execution.ts';
import { hashOf } from '../../values/equality.ts';
import { systemException } from '../../values/exception.ts';
import { types } from '../../values/runtimeType.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { describeValue } from '../../values/toString.ts';
import { platformClass } from '../registry.ts';
import { longDatetime, parseLocalDatetime, shortDatetime } from '../time/locale.ts';
import { formatPattern } from '../time/pattern.ts';
import { fromLocal, isZone, partsIn, userZone, utcMs } from '../time/zones.ts';
import type { ZonedParts } from '../time/zones.ts';
import { refusingNull } from './arguments.ts';
import { addMonths, dateIn } from './date.ts';

const GMT = 'GMT';
const DAY_MS = 86_400_000;

const local = (moment: ApexDatetime): ZonedParts => partsIn(moment.epochMs, userZone());
const gmt = (moment: ApexDatetime): ZonedParts => partsIn(moment.epochMs, GMT);

const later = (moment: ApexDatetime, ms: number): ApexDatetime =>
    new ApexDatetime(moment.epochMs + ms);

/** Months are added on the user's calendar; the time of day stays. */
function plusMonths(moment: ApexDatetime, months: number): ApexDatetime {
    const zone = userZone();
    const parts = partsIn(moment.epochMs, zone);
    const date = addMonths(ApexDate.of(parts.year, parts.month, parts.day), months);
    return new ApexDatetime(fromLocal(date.days * DAY_MS + timeOfDay(parts), zone));
}

function plusDays(moment: ApexDatetime, days: number): ApexDatetime {
    const zone = userZone();
    const parts = partsIn(moment.epochMs, zone);
    const localMs = utcMs(parts.year, parts.month, parts.day + days) + timeOfDay(parts);
    return new ApexDatetime(fromLocal(localMs, zone));
}

function timeOfDay({ hour, minute, second, millisecond }: ZonedParts): number {
    return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

function dayOfYear({ year, month, day }: ZonedParts): number {
    return Math.round((utcMs(year, month, day) - utcMs(year, 1, 1)) / DAY_MS) + 1;
}

function formatIn(moment: ApexDatetime, pattern: string, zone: string): string {
    return formatPattern(moment.epochMs, pattern, isZone(zone) ? zone : GMT);
}

type Construction =
    | [bigint | number]
    | [ApexDate, ApexTime]
    | [number, number, number]
    | [number, number, number, number, number, number];

/** From epoch milliseconds, a date and a time, or numbers of a zone's calendar. */
function newInstance(zone: string, args: Construction): ApexDatetime {
    const [first, second] = args;
    if (first instanceof ApexDate) {
        const ms = second instanceof ApexTime ? second.ms : 0;
        return new ApexDatetime(fromLocal(first.days * DAY_MS + ms, zone));
    }
    if (args.length === 1) {
        return new ApexDatetime(Number(first));
    }
    const [year = 0, month = 1, day = 1, hour, minute, seconds] = args.map(Number);
    return new ApexDatetime(fromLocal(utcMs(year, month, day, hour, minute, seconds), zone));
}

/** `yyyy-MM-dd HH:mm:ss` in a zone; of a Date its midnight there; a Datetime stays. */
function datetimeValueOf(value: unknown, zone: string): ApexDatetime {
    if (value instanceof ApexDatetime) {
        return value;
    }
    if (value instanceof ApexDate) {
        return new ApexDatetime(fromLocal(value.days * DAY_MS, zone));
    }
    const found = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2}):(\d{2})/.exec(
        String(value)
    );
    if (!found) {
        throw systemException('TypeException', `Invalid date/time: ${describeValue(value)}`);
    }
    const [year = 0, month = 0, day = 0, hour, minute, second] = found.slice(1).map(Number);
    return new ApexDatetime(fromLocal(utcMs(year, month, day, hour, minute, second), zone));
}

function part(name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond') {
    return {
        [name]: (moment: ApexDatetime) => local(moment)[name],
        [`${name}Gmt`]: (moment: ApexDatetime) => gmt(moment)[name]
    };
}

const methods = {
    ...part('year'),
    ...part('month'),
    ...part('day'),
    ...part('hour'),
    ...part('minute'),
    ...part('second'),
    ...part('millisecond'),
    addDays: plusDays,
    addHours: (moment: ApexDatetime, hours: number) => later(moment, hours * 3_600_000),
    addMinutes: (moment: ApexDatetime, minutes: number) => later(moment, minutes * 60_000),
    addMonths: plusMonths,
    addSeconds: (moment: ApexDatetime, seconds: number) => later(moment, seconds * 1000),
    addYears: (moment: ApexDatetime, years: number) => plusMonths(moment, years * 12),
    date: (moment: ApexDatetime) => dateIn(moment.epochMs, userZone()),
    dateGmt: (moment: ApexDatetime) => dateIn(moment.epochMs, GMT),
    dayOfYear: (moment: ApexDatetime) => dayOfYear(local(moment)),
    dayOfYearGmt: (moment: ApexDatetime) => dayOfYear(gmt(moment)),
    formatGmt: (moment: ApexDatetime, pattern: string) => formatIn(moment, pattern, GMT),
    formatLong: (moment: ApexDatetime) => longDatetime(moment.epochMs),
    getTime: (moment: ApexDatetime) => BigInt(moment.epochMs),
    isSameDay: (moment: ApexDatetime, other: ApexDatetime) =>
        dateIn(moment.epochMs, userZone()).days === dateIn(other.epochMs, userZone()).days,
    time: (moment: ApexDatetime) => new ApexTime(timeOfDay(local(moment))),
    timeGmt: (moment: ApexDatetime) => new ApexTime(timeOfDay(gmt(moment)))
};

platformClass('System.Datetime', {
    class: ApexDatetime,
    type: types.Datetime,
    methods: {
        ...refusingNull(methods),
        format: (moment: ApexDatetime, pattern?: string | null, zone?: string | null) =>
            typeof pattern === 'string'
                ? formatIn(moment, pattern, zone ?? userZone())
                : shortDatetime(moment.epochMs),
        equals: (moment: ApexDatetime, other: unknown) =>
            other instanceof ApexDatetime && other.epochMs === moment.epochMs,
        hashCode: (moment: ApexDatetime) => hashOf(moment),
        toString: (moment: ApexDatetime) => moment.toString()
    },
    statics: {
        ...refusingNull({
            newInstance: (...args: Construction) => newInstance(userZone(), args),
            newInstanceGmt: (...args: Construction) => newInstance(GMT, args),
            now: () => new ApexDatetime(execution().org.clock.now()),
            parse: (text: string) =>
                new ApexDatetime(fromLocal(parseLocalDatetime(text), userZone())),
            valueOf: (value: unknown) => datetimeValueOf(value, userZone()),
            valueOfGmt: (value: string) => datetimeValueOf(value, GMT)
        })
    }
});
