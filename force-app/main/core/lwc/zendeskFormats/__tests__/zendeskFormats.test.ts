import {
    exactDate,
    exactTime,
    fileSize,
    formatLabel,
    formatList,
    fullTime,
    relativeTime
} from 'c/zendeskFormats';

const NOW = Date.parse('2026-05-06T12:00:00Z');

describe('formatLabel', () => {
    it('puts values in their places, repeated ones too', () => {
        expect(formatLabel('{1} of {0}, {1}', 'ten', 3)).toBe('3 of ten, 3');
    });

    it('leaves a place without a value as it is', () => {
        expect(formatLabel('{0} and {1}', 'one')).toBe('one and {1}');
    });

    it('puts a value in as it is, even one that looks like a place', () => {
        expect(formatLabel('{0} {1}', '{1}', '$&')).toBe('{1} $&');
    });
});

describe('formatList', () => {
    it('joins names as a sentence does', () => {
        expect(formatList(['Acme'])).toBe('Acme');
        expect(formatList(['Acme', 'Umbrella'])).toBe('Acme and Umbrella');
    });
});

describe('relativeTime', () => {
    it.each([
        ['2026-05-06T11:59:40Z', 'this minute'],
        ['2026-05-06T11:57:00Z', '3 minutes ago'],
        ['2026-05-06T09:10:00Z', '2 hours ago'],
        ['2026-05-05T11:00:00Z', '1 day ago'],
        ['2026-05-04T12:30:00Z', '1 day ago'],
        ['2026-05-06T12:02:00Z', 'this minute'],
        ['2026-04-20T11:00:00Z', '2 weeks ago'],
        ['2026-02-01T11:00:00Z', '3 months ago'],
        ['2024-05-01T11:00:00Z', '2 years ago']
    ])('tells %s as %s', (time, words) => {
        expect(relativeTime(time, NOW)).toBe(words);
    });
});

describe('exactTime', () => {
    it('tells date and time', () => {
        expect(exactTime('2026-05-06T12:00:00Z')).toMatch(/2026/);
        expect(exactTime('2026-05-06T12:00:00Z')).toMatch(/\d:\d\d/);
    });
});

describe('fullTime', () => {
    it('tells how long ago, and when', () => {
        expect(fullTime('2026-05-06T09:10:00Z', NOW)).toMatch(/^2 hours ago · May 6, 2026, \d/);
    });
});

describe('exactDate', () => {
    it('is the same day everywhere', () => {
        expect(exactDate('2026-05-06')).toBe('May 6, 2026');
        expect(exactDate('2026-05-06T23:59:00Z')).toBe('May 6, 2026');
    });
});

describe('fileSize', () => {
    it.each([
        [1, '1 byte'],
        [5, '5 bytes'],
        [1200, '1.2 kB'],
        [2_500_000, '2.5 MB']
    ])('tells %s bytes as %s', (bytes, words) => {
        expect(fileSize(bytes)).toBe(words);
    });
});
