import type { UserContext } from '../orgClient.ts';

/** Values of `@salesforce/i18n/*` for a user, by the part after `i18n/`. */
export function i18nValues(user: UserContext): Readonly<Record<string, unknown>> {
    const locale = toTag(user.locale);
    return {
        lang: toTag(user.language),
        locale,
        dir: directionOf(user.language),
        currency: user.currency,
        timeZone: user.timeZone,
        firstDayOfWeek: firstDayOfWeek(locale),
        defaultCalendar: 'gregorian',
        defaultNumberingSystem: 'latn',
        showJapaneseCalendar: false,
        calendarData: { gregorian: gregorian(locale) },
        ...dateTimePatterns(locale),
        ...numberSymbols(locale, user.currency)
    };
}

/** `fr_FR` -> `fr-FR`, a BCP 47 tag. */
export function toTag(name: string): string {
    return name.replaceAll('_', '-');
}

function directionOf(language: string): 'ltr' | 'rtl' {
    return /^(ar|he|iw|fa|ur)\b/.test(toTag(language)) ? 'rtl' : 'ltr';
}

/** 1 for Sunday to 7 for Saturday, as the platform counts. */
function firstDayOfWeek(locale: string): number {
    const { weekInfo } = new Intl.Locale(locale) as { weekInfo?: { firstDay: number } };
    return ((weekInfo?.firstDay ?? 7) % 7) + 1;
}

type Style = 'short' | 'medium' | 'long';

function dateTimePatterns(locale: string): Record<string, string> {
    const date = {
        short: pattern(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }),
        medium: pattern(locale, { dateStyle: 'medium' }),
        long: pattern(locale, { dateStyle: 'long' })
    };
    const time = {
        short: pattern(locale, { timeStyle: 'short' }),
        medium: pattern(locale, { timeStyle: 'medium' }),
        long: pattern(locale, { timeStyle: 'medium' })
    };
    const styles: readonly Style[] = ['short', 'medium', 'long'];
    return Object.fromEntries(
        styles.flatMap((style) => [
            [`dateTime.${style}DateFormat`, date[style]],
            [`dateTime.${style}TimeFormat`, time[style]],
            [`dateTime.${style}DateTimeFormat`, `${date[style]} ${time[style]}`]
        ])
    );
}

/** A CLDR pattern (`M/d/yyyy`) recovered from how `Intl` writes a known instant. */
function pattern(locale: string, options: Intl.DateTimeFormatOptions): string {
    const sample = new Date(Date.UTC(2003, 1, 4, 6, 7, 8));
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    const twelveHours = format.resolvedOptions().hour12 === true;
    return format
        .formatToParts(sample)
        .map(({ type, value }) => patternPart(type, value, twelveHours))
        .join('');
}

function patternPart(type: string, value: string, twelveHours: boolean): string {
    switch (type) {
        case 'year':
            return 'yyyy';
        case 'month':
            return /\d/.test(value) ? 'M'.repeat(value.length) : isAbbreviated(value);
        case 'day':
            return 'd'.repeat(value.length);
        case 'hour':
            return (twelveHours ? 'h' : 'H').repeat(value.length);
        case 'minute':
            return 'mm';
        case 'second':
            return 'ss';
        case 'dayPeriod':
            return 'a';
        default:
            return value.replace(/\u202f/g, ' ');
    }
}

function isAbbreviated(month: string): string {
    return month.length <= 5 && !/^(fevereiro|février)$/i.test(month) ? 'MMM' : 'MMMM';
}

function numberSymbols(locale: string, currency: string): Record<string, string> {
    const parts = new Intl.NumberFormat(locale).formatToParts(-1234567.5);
    const find = (type: string, or: string) => parts.find((p) => p.type === type)?.value ?? or;
    const money = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const moneyParts = money.formatToParts(1).map(({ type }) => type);
    const leading = moneyParts.indexOf('currency') < moneyParts.indexOf('integer');
    const symbol = money.formatToParts(1).find(({ type }) => type === 'currency')?.value;
    return {
        'number.decimalSeparator': find('decimal', '.'),
        'number.groupingSeparator': find('group', ','),
        'number.minusSign': find('minusSign', '-'),
        'number.plusSign': '+',
        'number.percentSign': '%',
        'number.perMilleSign': '‰',
        'number.exponentialSign': 'E',
        'number.superscriptingExponentSign': '×',
        'number.infinity': '∞',
        'number.nan': 'NaN',
        'number.currencySymbol': symbol ?? currency,
        'number.numberFormat': '#,##0.###',
        'number.percentFormat': '#,##0%',
        'number.currencyFormat': leading ? '¤#,##0.00' : '#,##0.00 ¤'
    };
}

type Width = 'wide' | 'abbreviated' | 'narrow';

const INTL_WIDTH: Readonly<Record<Width, 'long' | 'short' | 'narrow'>> = {
    wide: 'long',
    abbreviated: 'short',
    narrow: 'narrow'
};

/** Month, day, period and era names in the shape of CLDR's calendar data. */
function gregorian(locale: string): unknown {
    const widths: readonly Width[] = ['wide', 'abbreviated', 'narrow'];
    const table = (names: (width: Width) => Record<string, string>) =>
        Object.fromEntries(widths.map((width) => [width, names(width)]));
    const months = table((width) => monthNames(locale, width));
    const days = table((width) => dayNames(locale, width));
    const periods = table(() => periodNames(locale));
    return {
        months: { format: months, 'stand-alone': months },
        days: { format: days, 'stand-alone': days },
        dayPeriods: { format: periods, 'stand-alone': periods },
        eras: eraNames(locale)
    };
}

function monthNames(locale: string, width: Width): Record<string, string> {
    const format = formatter(locale, { month: INTL_WIDTH[width] });
    return numbered(12, (i) => [String(i + 1), format.format(Date.UTC(2023, i, 15))]);
}

function dayNames(locale: string, width: Width): Record<string, string> {
    const format = formatter(locale, { weekday: INTL_WIDTH[width] });
    const keys = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
    return numbered(7, (i) => [keys[i] ?? '', format.format(Date.UTC(2023, 0, 1 + i))]);
}

function periodNames(locale: string): Record<string, string> {
    const format = formatter(locale, { hour: 'numeric', hour12: true });
    const at = (hour: number) =>
        format.formatToParts(Date.UTC(2023, 0, 1, hour)).find((p) => p.type === 'dayPeriod');
    return { am: at(9)?.value ?? 'AM', pm: at(15)?.value ?? 'PM' };
}

function eraNames(locale: string): Record<string, Record<string, string>> {
    const names = (era: 'long' | 'short' | 'narrow') => {
        const format = formatter(locale, { era });
        const of = (time: number) => format.formatToParts(time).find((p) => p.type === 'era');
        return {
            0: of(Date.UTC(-50, 0, 1))?.value ?? '',
            1: of(Date.UTC(2023, 0, 1))?.value ?? ''
        };
    };
    return { eraNames: names('long'), eraAbbr: names('short'), eraNarrow: names('narrow') };
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
}

function numbered(
    count: number,
    entry: (index: number) => readonly [string, string]
): Record<string, string> {
    return Object.fromEntries(Array.from({ length: count }, (_, index) => entry(index)));
}
