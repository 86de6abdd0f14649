import type { FieldSchema } from '../../schema/types.ts';
import type { FieldValue } from '../../types.ts';

/** A value as `FORMAT()` shows it to a user of this locale (`fr_FR`) and time zone. */
export function formatted(
    field: FieldSchema,
    value: FieldValue,
    locale: string,
    timeZone: string
): FieldValue {
    if (value === null) {
        return null;
    }
    const language = locale.replace('_', '-');
    switch (field.type) {
        case 'date':
            return shortDate(language, 'UTC').format(new Date(`${String(value)}T00:00:00Z`));
        case 'datetime':
            return dateTime(language, timeZone).format(new Date(String(value)));
        case 'integer':
        case 'long':
        case 'double':
            return decimal(language, field.scale).format(Number(value));
        case 'percent':
            return `${decimal(language, field.scale).format(Number(value))}%`;
        case 'currency':
            return `USD ${decimal(language, field.scale).format(Number(value))}`;
        default:
            return String(value);
    }
}

function shortDate(language: string, timeZone: string): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(language, {
        timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric'
    });
}

function dateTime(language: string, timeZone: string): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(language, {
        timeZone,
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit'
    });
}

function decimal(language: string, scale: number): Intl.NumberFormat {
    return new Intl.NumberFormat(language, {
        minimumFractionDigits: scale,
        maximumFractionDigits: scale
    });
}
