const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The id of 18 characters with a key prefix and a number counted in base 62. */
export function makeId(prefix: string, number: number): string {
    let digits = '';
    for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) {
        digits = `${ALPHABET[rest % 62]}${digits}`;
    }
    const short = prefix + digits.padStart(12, '0');
    return short + checksum(short);
}

/** The case checksum that makes a 15 character id safe to compare without case. */
function checksum(id: string): string {
    return [0, 5, 10]
        .map((start) => {
            const upper = [...id.slice(start, start + 5)].map((c) => (/[A-Z]/.test(c) ? 1 : 0));
            const bits = upper.reduce<number>((sum, bit, index) => sum + (bit << index), 0);
            return CHECK[bits];
        })
        .join('');
}
