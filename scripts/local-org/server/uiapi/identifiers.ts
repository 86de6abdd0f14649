/** Guards for what comes from a URL, before it becomes part of a query. */

const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const NAME = /^[A-Za-z]\w*$/;
const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

export function isRecordId(text: string): boolean {
    return ID.test(text);
}

/** The 18-character form of an id: three letters tell the case of the fifteen before. */
export function toLongId(id: string): string {
    if (id.length !== 15) return id;
    const suffix = [0, 5, 10].map((start) => {
        const bits = [...id.slice(start, start + 5)].map((c) => (/[A-Z]/.test(c) ? 1 : 0));
        return SUFFIX_LETTERS[bits.reduce<number>((sum, bit, i) => sum + (bit << i), 0)];
    });
    return id + suffix.join('');
}

export function isApiName(text: string): boolean {
    return NAME.test(text) && text.length <= 80;
}

/** `Name`, `Owner.Name`, `Parent__r.Account__r.Name`: at most five relationships. */
export function isFieldPath(text: string): boolean {
    const parts = text.split('.');
    return parts.length <= 6 && parts.every(isApiName);
}
