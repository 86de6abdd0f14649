/** Java's shorthand classes as members of a JavaScript class (flag `v`); ASCII as in Java. */
export const SHORTHANDS: Readonly<Record<string, string>> = {
    d: '0-9',
    s: '\\t\\n\\x0B\\f\\r\\x20',
    w: 'a-zA-Z0-9_',
    h: '\\t\\x20\\xA0\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000',
    v: '\\n\\x0B\\f\\r\\x85\\u2028\\u2029'
};

/** Everything but these ends a `.` in Java. */
export const LINE_ENDS = '\\n\\r\\x85\\u2028\\u2029';

const POSIX: Readonly<Record<string, string>> = {
    Lower: 'a-z',
    Upper: 'A-Z',
    ASCII: '\\x00-\\x7F',
    Alpha: 'a-zA-Z',
    Digit: '0-9',
    Alnum: 'a-zA-Z0-9',
    Punct: '\\x21-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7E',
    Graph: '\\x21-\\x7E',
    Print: '\\x20-\\x7E',
    Blank: '\\x20\\t',
    Cntrl: '\\x00-\\x1F\\x7F',
    XDigit: '0-9a-fA-F',
    Space: '\\x20\\t\\n\\x0B\\f\\r',
    javaLowerCase: '\\p{Lowercase}',
    javaUpperCase: '\\p{Uppercase}',
    javaWhitespace: '\\p{White_Space}',
    javaMirrored: '\\p{Bidi_Mirrored}'
};

const BINARY: Readonly<Record<string, string>> = {
    alphabetic: 'Alphabetic',
    ideographic: 'Ideographic',
    letter: 'Alphabetic',
    lowercase: 'Lowercase',
    uppercase: 'Uppercase',
    punctuation: 'P',
    control: 'Cc',
    white_space: 'White_Space',
    digit: 'Nd',
    hex_digit: 'Hex_Digit'
};

/** `\p{name}` as members of a JavaScript class; null for a property that neither knows. */
export function propertyClass(name: string): string | null {
    const posix = POSIX[name];
    if (posix !== undefined) {
        return posix;
    }
    const candidates = [
        ...binaryProperty(name),
        name.replace(/^(general_category|gc)=/i, ''),
        `Script=${capitalised(name.replace(/^(Is|script=|sc=)/i, ''))}`
    ];
    const known = candidates.find((candidate) => isProperty(candidate));
    return known === undefined ? null : `\\p{${known}}`;
}

function binaryProperty(name: string): string[] {
    const property = BINARY[name.replace(/^Is/i, '').toLowerCase()];
    const category = /^Is(\p{L}{1,2})$/u.exec(name)?.[1];
    return [property, category].filter((candidate) => candidate !== undefined);
}

function isProperty(name: string): boolean {
    try {
        return new RegExp(`\\p{${name}}`, 'u') instanceof RegExp;
    } catch {
        return false;
    }
}

function capitalised(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1).toLowerCase();
}
