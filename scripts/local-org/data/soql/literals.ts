const ESCAPES: Readonly<Record<string, string>> = {
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    N: '\n',
    R: '\r',
    T: '\t',
    B: '\b',
    F: '\f',
    '"': '"',
    "'": "'",
    '\\': '\\'
};

/**
 * The text of a quoted SOQL literal. `\%` and `\_` stay escaped, because LIKE gives them a meaning;
 * a comparison other than LIKE drops the backslash.
 */
export function stringLiteral(quoted: string): string {
    const body = quoted.startsWith("'''") ? quoted.slice(3, -3) : quoted.slice(1, -1);
    return body.replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (whole, escape: string) => {
        return escape.length === 5
            ? String.fromCharCode(Number.parseInt(escape.slice(1), 16))
            : (ESCAPES[escape] ?? whole);
    });
}

/** A date-time literal (`2026-01-31T10:00:00+02:00`) as the database keeps it, in UTC. */
export function datetimeLiteral(text: string): string {
    const zoned = text.replace(/([+-]\d{2}):?(\d{2})$/, '$1:$2');
    return new Date(zoned).toISOString();
}

/** A time literal (`10:00:00Z`) as the database keeps it. */
export function timeLiteral(text: string): string {
    const [clock = ''] = text.split(/[Z+-]/i);
    const [whole = '', fraction = ''] = clock.split('.');
    return `${whole}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

/** `usd5000.5` as its ISO code and amount. */
export function currencyLiteral(text: string): { isoCode: string; value: number } {
    return { isoCode: text.slice(0, 3).toUpperCase(), value: Number(text.slice(3)) };
}
