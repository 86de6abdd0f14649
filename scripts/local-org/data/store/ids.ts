const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Marks ids made here, where a real org has its instance. */
const INSTANCE = 'Lo0';

const SERIAL_LENGTH = 9;

/** The 18-character form of a 15-character id: the suffix tells which letters are capitals. */
export function withChecksum(id15: string): string {
    const suffix = [0, 5, 10].map((from) => checksumOf(id15.slice(from, from + 5)));
    return id15 + suffix.join('');
}

/** True for text in the form of an id: 15 letters and digits, or 18 with a suffix. */
export function isId(text: string): boolean {
    return /^[0-9A-Za-z]{15}(?:[A-Za-z0-5]{3})?$/.test(text);
}

/** The 18-character form of an id; text that is no id comes back as it is. */
export function normalizeId(text: string): string {
    if (text.length === 15 && isId(text)) {
        return withChecksum(text);
    }
    return text.length === 18 && isId(text) ? withChecksum(restoreCase(text)) : text;
}

/** The id of the n-th record of a key prefix. */
export function makeId(keyPrefix: string, serial: number): string {
    let rest = serial;
    let digits = '';
    while (digits.length < SERIAL_LENGTH) {
        digits = (DIGITS[rest % 62] ?? '0') + digits;
        rest = Math.floor(rest / 62);
    }
    return withChecksum(keyPrefix + INSTANCE + digits);
}

/** The serial of an id made by `makeId`; null for any other. */
export function serialOf(id: string): number | null {
    if (id.slice(3, 6) !== INSTANCE) {
        return null;
    }
    return [...id.slice(6, 15)].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0);
}

/** An 18-character id may come in any case: its suffix holds the right one. */
function restoreCase(id18: string): string {
    const suffix = id18.slice(15).toUpperCase();
    return [...id18.slice(0, 15)]
        .map((letter, at) => {
            const bits = CHECKSUM.indexOf(suffix[Math.floor(at / 5)] ?? 'A');
            return bits & (1 << (at % 5)) ? letter.toUpperCase() : letter.toLowerCase();
        })
        .join('');
}

function checksumOf(five: string): string {
    const bits = [...five].reduce(
        (sum, letter, at) => (letter >= 'A' && letter <= 'Z' ? sum | (1 << at) : sum),
        0
    );
    return CHECKSUM[bits] ?? 'A';
}
