import { isoSeconds } from '../store/clock.ts';
import type { Clause } from './query.ts';

const UNIT_SECONDS: Readonly<Record<string, number>> = {
    m: 60,
    min: 60,
    minute: 60,
    h: 3600,
    hour: 3600,
    d: 86_400,
    day: 86_400,
    w: 604_800,
    week: 604_800,
    month: 2_592_000,
    year: 31_536_000
};

/** A span of time in epoch milliseconds, end excluded. */
interface Span {
    readonly start: number;
    readonly end: number;
}

/**
 * Reads `2026-05-06`, `2026-05`, `2026`, an ISO time, `today`, `yesterday`, `4hours`, `2h`.
 * A relative time is the moment that long ago.
 * @returns null when it is no date
 */
export function spanOf(value: string, now: number): Span | null {
    const relative = /^(\d+)\s*([a-z]+?)s?$/i.exec(value);
    const seconds = UNIT_SECONDS[relative?.[2]?.toLowerCase() ?? ''];
    if (relative !== null && seconds !== undefined) {
        const moment = now - Number(relative[1]) * seconds * 1000;
        return { start: moment, end: moment };
    }
    return namedDay(value, now) ?? calendarSpan(value);
}

function namedDay(value: string, now: number): Span | null {
    const day = 86_400_000;
    const midnight = now - (now % day);
    switch (value.toLowerCase()) {
        case 'today':
            return { start: midnight, end: midnight + day };
        case 'yesterday':
            return { start: midnight - day, end: midnight };
        default:
            return null;
    }
}

function calendarSpan(value: string): Span | null {
    const parts = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value);
    if (parts === null) {
        const moment = /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
        return Number.isNaN(moment) ? null : { start: moment, end: moment + 1000 };
    }
    const [year, month, day] = parts.slice(1).map((part) => (part ? Number(part) : null));
    const start = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
    const end = day
        ? start + 86_400_000
        : month
          ? Date.UTC(year ?? 0, month, 1)
          : Date.UTC((year ?? 0) + 1, 0, 1);
    return { start, end };
}

/** Stored times from one on, and before another; null = without end. */
export interface StampRange {
    readonly from: string | null;
    readonly before: string | null;
}

/**
 * What a clause allows; `created>4hours` means within the last four hours.
 * @returns null when its value is no date, which nothing answers to
 */
export function stampRange(clause: Clause, now: number): StampRange | null {
    const span = spanOf(clause.value, now);
    if (span === null) {
        return null;
    }
    const start = secondFrom(span.start);
    const end = secondFrom(span.end);
    switch (clause.operator) {
        case '>':
            return { from: end, before: null };
        case '<':
            return { from: null, before: start };
        case '>=':
            return { from: start, before: null };
        case '<=':
            return { from: null, before: end };
        case ':':
            return { from: start, before: end };
    }
}

/** Compares a stored time with a clause. */
export function dateMatcher(clause: Clause, now: number): (stamp: string | null) => boolean {
    const range = stampRange(clause, now);
    if (range === null) {
        return () => false;
    }
    const { from, before } = range;
    return (stamp) =>
        stamp !== null && (from === null || stamp >= from) && (before === null || stamp < before);
}

/** Stored times carry whole seconds: a moment is compared as the first second not before it. */
const secondFrom = (moment: number): string => isoSeconds(Math.ceil(moment / 1000) * 1000);
