import { normalizeId } from '../../store/ids.ts';
import { FormulaError } from '../parse.ts';
import { isBlank, number, text, type FormulaFunctions } from './arguments.ts';

const ENTITIES: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};

/** Functions on text. Positions count from 1. */
export const TEXT_FUNCTIONS: FormulaFunctions = {
    ASCII: ([value]) => text(value).codePointAt(0) ?? null,
    BEGINS: ([value, start]) => text(value).startsWith(text(start)),
    BR: () => '\n',
    CASESAFEID: ([id]) => normalizeId(text(id)),
    CHR: ([code]) => String.fromCodePoint(number(code) ?? 32),
    CONTAINS: ([value, part]) => text(value).includes(text(part)),
    FIND: ([part, value, start]) => text(value).indexOf(text(part), (number(start) ?? 1) - 1) + 1,
    HTMLENCODE: ([value]) =>
        text(value).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter),
    HYPERLINK: ([url, label]) => `<a href="${text(url)}" target="_blank">${text(label)}</a>`,
    IMAGE: ([url, alt]) => `<img src="${text(url)}" alt="${text(alt)}" border="0"/>`,
    INCLUDES: ([selected, value]) => text(selected).split(';').includes(text(value)),
    INITCAP: ([value]) =>
        text(value)
            .toLowerCase()
            .replace(/\b\p{L}/gu, (letter) => letter.toUpperCase()),
    ISNUMBER: ([value]) => /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/.test(text(value)),
    ISPICKVAL: ([value, choice]) => text(value) === text(choice),
    JSENCODE: ([value]) => JSON.stringify(text(value)).slice(1, -1).replaceAll("'", "\\'"),
    LEFT: ([value, count]) => text(value).slice(0, Math.max(0, number(count) ?? 0)),
    LEN: ([value]) => text(value).length,
    LOWER: ([value]) => text(value).toLowerCase(),
    LPAD: ([value, length, filler]) =>
        padded(text(value), number(length) ?? 0, (rest) => text(filler ?? ' ').repeat(rest), true),
    MID: ([value, start, count]) => {
        const from = Math.max(0, (number(start) ?? 1) - 1);
        return text(value).slice(from, from + (number(count) ?? 0));
    },
    REGEX: ([value, pattern]) => new RegExp(`^(?:${text(pattern)})$`, 's').test(text(value)),
    REVERSE: ([value]) => [...text(value)].reverse().join(''),
    RIGHT: ([value, count]) => {
        const wanted = Math.max(0, number(count) ?? 0);
        return wanted === 0 ? '' : text(value).slice(-wanted);
    },
    RPAD: ([value, length, filler]) =>
        padded(text(value), number(length) ?? 0, (rest) => text(filler ?? ' ').repeat(rest), false),
    SUBSTITUTE: ([value, old, fresh]) => text(value).replaceAll(text(old), text(fresh)),
    TEXT: ([value]) => text(value),
    TRIM: ([value]) => text(value).trim(),
    UPPER: ([value]) => text(value).toUpperCase(),
    URLENCODE: ([value]) => encodeURIComponent(text(value)).replaceAll('%20', '+'),
    VALUE: ([value]) => {
        const parsed = Number(text(value));
        if (!isBlank(value) && Number.isNaN(parsed)) {
            throw new FormulaError(`VALUE: ${text(value)} is not a number`);
        }
        return isBlank(value) ? null : parsed;
    }
};

function padded(
    value: string,
    length: number,
    filling: (rest: number) => string,
    left: boolean
): string {
    const filler = filling(Math.max(0, length - value.length)).slice(
        0,
        Math.max(0, length - value.length)
    );
    return left ? (filler + value).slice(0, length) : (value + filler).slice(0, length);
}
