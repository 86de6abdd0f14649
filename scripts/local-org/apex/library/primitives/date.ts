import { currentExecution } from '../../execution.ts';
import { hashOf } from '../../values/equality.ts';
import { nullPointer, systemException } from '../../values/exception.ts';
import { types } from '../../values/runtimeType.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import { describeValue } from '../../values/toString.ts';
import { platformClass } from '../registry.ts';
import { parseLocalDate, shortDate } from '../time/locale.ts';
import { partsIn, userZone } from '../time/zones.ts';
import { refusingNull } from './arguments.ts';

export function daysInMonth(year: number, month: number): number {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day of another month, or that month's last day. */
export function addMonths(date: ApexDate, months: number): ApexDate {
    const { year, month, day } = date.parts();
    const total = year * 12 + month - 1 + months;
    const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
    return ApexDate.of(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The running user's calendar day. */
export function today(): ApexDate {
    const now = currentExecution()?.org.clock.now();
    if (now === undefined) {
        throw nullPointer();
    }
    return dateIn(now, userZone());
}

/** The calendar day of a moment in a zone. */
export function dateIn(epochMs: number, zone: string): ApexDate {
    const { year, month, day } = partsIn(epochMs, zone);
    return ApexDate.of(year, month, day);
}

/** `Date.valueOf`: `yyyy-MM-dd`, what follows is ignored; of a Datetime its day for the user. */
function dateValueOf(value: unknown): ApexDate {
    if (value instanceof ApexDate) {
        return value;
    }
    if (value instanceof ApexDatetime) {
        return dateIn(value.epochMs, userZone());
    }
    const found = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(String(value));
    if (!found) {
        throw systemException('TypeException', `Invalid date: ${describeValue(value)}`);
    }
    return ApexDate.of(Number(found[1]), Number(found[2]), Number(found[3]));
}

const monthNumber = (date: ApexDate): number => date.parts().year * 12 + date.parts().month;

platformClass('System.Date', {
    class: ApexDate,
    type: types.Date,
    methods: {
        equals: (date: ApexDate, other: unknown) =>
            other instanceof ApexDate && other.days === date.days,
        hashCode: (date: ApexDate) => hashOf(date),
        toString: (date: ApexDate) => date.toString(),
        ...refusingNull({
            addDays: (date: ApexDate, days: number) => new ApexDate(date.days + days),
            addMonths,
            addYears: (date: ApexDate, years: number) => addMonths(date, years * 12),
            day: (date: ApexDate) => date.parts().day,
            dayOfYear: (date: ApexDate) =>
                date.days - ApexDate.of(date.parts().year, 1, 1).days + 1,
            daysBetween: (date: ApexDate, other: ApexDate) => other.days - date.days,
            format: (date: ApexDate) => shortDate(date),
            isSameDay: (date: ApexDate, other: ApexDate) => other.days === date.days,
            month: (date: ApexDate) => date.parts().month,
            monthsBetween: (date: ApexDate, other: ApexDate) =>
                monthNumber(other) - monthNumber(date),
            toStartOfMonth: (date: ApexDate) =>
                ApexDate.of(date.parts().year, date.parts().month, 1),
            toStartOfWeek: (date: ApexDate) => startOfWeek(date),
            year: (date: ApexDate) => date.parts().year
        })
    },
    statics: {
        ...refusingNull({
            daysInMonth,
            isLeapYear: (year: number) => daysInMonth(year, 2) === 29,
            newInstance: (year: number, month: number, day: number) =>
                ApexDate.of(year, month, day),
            parse: (text: string) => parseLocalDate(text),
            today,
            valueOf: dateValueOf
        })
    }
});

/** The first day of the week is the locale's: Sunday in the USA, Monday in France. */
function startOfWeek(date: ApexDate): ApexDate {
    const weekday = (((date.days + 4) % 7) + 7) % 7;
    const first = firstWeekday(currentExecution()?.user.locale ?? 'en_US');
    return new ApexDate(date.days - ((weekday - first + 7) % 7));
}

function firstWeekday(locale: string): number {
    const region = locale.split('_')[1] ?? 'US';
    const sunday =
        'AG AS AU BD BR BS BT BW BZ CA CN CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR';
    const more =
        'LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
    return `${sunday} ${more}`.split(' ').includes(region) ? 0 : 1;
}
