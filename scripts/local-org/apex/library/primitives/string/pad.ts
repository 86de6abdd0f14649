import { systemException } from '../../../values/exception.ts';

/** Apache Commons' StringUtils, from which Apex has these. */
export const padding = {
    abbreviate: (text: string, width: number, offset = 0): string =>
        abbreviate(text, width, offset),
    center: (text: string, size: number, pad = ' '): string => {
        const missing = Math.max(0, size - text.length);
        const left = Math.floor(missing / 2);
        return fill(left, pad) + text + fill(missing - left, pad);
    },
    leftPad: (text: string, size: number, pad = ' '): string =>
        fill(size - text.length, pad) + text,
    rightPad: (text: string, size: number, pad = ' '): string =>
        text + fill(size - text.length, pad),
    repeat: (text: string, ...args: [number] | [string, number]): string => {
        if (args.length === 1) {
            return text.repeat(Math.max(0, args[0]));
        }
        const [separator, count] = args;
        return Array.from({ length: Math.max(0, count) }, () => text).join(separator);
    },
    left: (text: string, length: number): string => text.slice(0, Math.max(0, length)),
    right: (text: string, length: number): string =>
        length <= 0 ? '' : text.slice(Math.max(0, text.length - length)),
    mid: (text: string, start: number, length: number): string => {
        const from = Math.max(0, start);
        return length < 0 ? '' : text.slice(from, from + length);
    },
    overlay: (text: string, overlay: string, start: number, end: number): string => {
        const clamp = (value: number): number => Math.min(Math.max(0, value), text.length);
        const [from, to] = [clamp(start), clamp(end)].sort((a, b) => a - b);
        return text.slice(0, from) + overlay + text.slice(to);
    }
};

function fill(length: number, pad: string): string {
    return length > 0 ? ''.padEnd(length, pad === '' ? ' ' : pad) : '';
}

function abbreviate(text: string, width: number, offset: number): string {
    if (width < 4) {
        throw systemException('StringException', 'Minimum abbreviation width is 4');
    }
    if (text.length <= width) {
        return text;
    }
    const start = Math.min(offset, text.length);
    const from = text.length - start < width - 3 ? text.length - (width - 3) : start;
    if (from <= 4) {
        return `${text.slice(0, width - 3)}...`;
    }
    if (width < 7) {
        throw systemException('StringException', 'Minimum abbreviation width with offset is 7');
    }
    return from + width - 3 < text.length
        ? `...${abbreviate(text.slice(from), width - 3, 0)}`
        : `...${text.slice(text.length - (width - 3))}`;
}
