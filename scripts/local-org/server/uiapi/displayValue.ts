import type { FieldSchema } from '../../data/schema/types.ts';
import type { FieldValue } from '../../data/types.ts';
import { toTag } from '../modules/i18n.ts';
import type { UserContext } from '../orgClient.ts';

/**
 * The text that the UI API gives beside a value: dates and numbers by the user's locale, picklists by
 * label. Null where the value is shown as it is.
 */
export function displayValue(
    value: FieldValue,
    field: FieldSchema,
    user: UserContext
): string | null {
    if (value === null) return null;
    const locale = toTag(user.locale);
    switch (field.type) {
        case 'date':
            return formatDate(String(value), { dateStyle: 'short', timeZone: 'UTC' }, locale);
        case 'datetime':
            return formatDate(String(value), dateTimeStyle(user), locale);
        case 'currency':
            return currency(Number(value), field.scale, user, locale);
        case 'percent':
            return `${number(Number(value), field.scale, locale)}%`;
        case 'double':
        case 'integer':
        case 'long':
            return number(Number(value), field.scale, locale);
        case 'picklist':
            return picklistLabel(String(value), field);
        case 'multipicklist':
            return String(value)
                .split(';')
                .map((part) => picklistLabel(part, field))
                .join(';');
        default:
            return null;
    }
}

function dateTimeStyle({ timeZone }: UserContext): Intl.DateTimeFormatOptions {
    return { dateStyle: 'short', timeStyle: 'short', timeZone };
}

function formatDate(value: string, options: Intl.DateTimeFormatOptions, locale: string): string {
    const wide = { ...options };
    const text = new Intl.DateTimeFormat(locale, wide).format(new Date(value));
    return withFullYear(text, new Date(value)).replace(/\u202f/g, ' ');
}

/** The platform's short dates show four digits of the year. */
function withFullYear(text: string, date: Date): string {
    const year = String(date.getUTCFullYear());
    return text.replace(new RegExp(`([/.-])${year.slice(2)}(?=\\D|$)`), `$1${year}`);
}

function currency(value: number, scale: number, user: UserContext, locale: string): string {
    return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: user.currency,
        minimumFractionDigits: scale,
        maximumFractionDigits: scale
    }).format(value);
}

function number(value: number, scale: number, locale: string): string {
    return new Intl.NumberFormat(locale, {
        minimumFractionDigits: scale,
        maximumFractionDigits: scale
    }).format(value);
}

function picklistLabel(value: string, field: FieldSchema): string {
    return field.picklistValues.find((entry) => entry.value === value)?.label ?? value;
}
