const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** 15 or 18 alphanumeric characters; the last three of 18 must be the right checksum. */
export function isSalesforceId(text: string): boolean {
    if (!/^[a-zA-Z0-9]+$/.test(text)) {
        return false;
    }
    if (text.length === 15) {
        return true;
    }
    return text.length === 18 && restoreCase(text) !== null;
}

/** The 18-character form, letters' case restored from the checksum; null for what is no id. */
export function normaliseId(text: string): string | null {
    if (!/^[a-zA-Z0-9]+$/.test(text)) {
        return null;
    }
    if (text.length === 15) {
        return text + checksum(text);
    }
    return text.length === 18 ? restoreCase(text) : null;
}

function checksum(id15: string): string {
    return [0, 5, 10].map((start) => ALPHABET[upperBits(id15, start)]).join('');
}

function upperBits(id15: string, start: number): number {
    let bits = 0;
    for (let index = 0; index < 5; index += 1) {
        bits |= /[A-Z]/.test(id15.charAt(start + index)) ? 1 << index : 0;
    }
    return bits;
}

/** The checksum says which letters are upper case, so that an id in one case is still whole. */
function restoreCase(id18: string): string | null {
    const suffix = id18.slice(15).toUpperCase();
    const masks = [...suffix].map((letter) => ALPHABET.indexOf(letter));
    if (masks.includes(-1)) {
        return null;
    }
    const letters = [...id18.slice(0, 15)].map((letter, index) => {
        const isUpper = ((masks[Math.floor(index / 5)] ?? 0) >> (index % 5)) & 1;
        return isUpper ? letter.toUpperCase() : letter.toLowerCase();
    });
    const id15 = letters.join('');
    return checksum(id15) === suffix ? id15 + suffix : null;
}
