import LOCALE from '@salesforce/i18n/locale';

const DIGITS = /^-?\d+$/;
/** Beyond what Zendesk keeps. */
const MOST_DECIMALS = 20;

/** How numbers are written in a locale. Zendesk's have a point before decimals and nothing else. */
export class NumberWriting {
    private readonly format: Intl.NumberFormat;
    private readonly decimal: string;
    private readonly grouped: RegExp;

    constructor(locale: string) {
        this.format = new Intl.NumberFormat(locale, { maximumFractionDigits: MOST_DECIMALS });
        const parts = this.format.formatToParts(1234567.5);
        const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
        const group = patternOf(find('group'));
        this.decimal = find('decimal');
        this.grouped = new RegExp(`^-?\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3}$`);
    }

    /**
     * What somebody typed, as Zendesk takes it: `1 234,5` in French is `1234.5`. What can't be read so is
     * returned as it is.
     */
    read(typed: string): string {
        const text = typed.trim().replace('−', '-');
        const [whole = '', decimals, ...more] = text.split(this.decimal);
        const digits = this.withoutGroups(whole);
        if (decimals === undefined) {
            return digits ?? text;
        }
        const isFraction = /^\d+$/.test(decimals) && more.length === 0;
        const before = /^-?$/.test(whole) ? `${whole}0` : digits;
        return isFraction && before ? `${before}.${decimals}` : text;
    }

    /** A number of Zendesk's as somebody would type it; what is no number stays as it is. */
    write(value: string): string {
        return isNumber(value) ? value.replace('.', this.decimal) : value;
    }

    /** A number of Zendesk's to read, with all its digits; what is no number stays as it is. */
    show(value: string): string {
        return isNumber(value) ? this.format.format(value as Intl.StringNumericLiteral) : value;
    }

    private withoutGroups(whole: string): string | undefined {
        if (DIGITS.test(whole)) {
            return whole;
        }
        return this.grouped.test(whole) ? whole.replace(/[^\d-]/g, '') : undefined;
    }
}

/** In the user's own locale. */
export const numbers = new NumberWriting(LOCALE);

/** Nobody types the very space, or apostrophe, that the locale has. */
function patternOf(group: string): string {
    if (/\s/.test(group)) {
        return '\\s';
    }
    return group === '’' ? "[’']" : `\\${group}`;
}

function isNumber(value: string): boolean {
    return /^-?\d+(\.\d+)?$/.test(value);
}
