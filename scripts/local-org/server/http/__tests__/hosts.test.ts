import { describe, expect, it } from '@jest/globals';
import { isOwnHost } from '../hosts.ts';

const asked = (host: string, others: readonly string[] = []) =>
    isOwnHost({ headers: { host } }, others);

describe('isOwnHost', () => {
    it.each(['localhost:8000', '127.0.0.1', '[::1]:8000'])('knows %s', (host) => {
        expect(asked(host)).toBe(true);
    });

    it.each(['evil.example', 'localhost.evil.example', ''])('refuses "%s"', (host) => {
        expect(asked(host)).toBe(false);
    });

    it('knows the names that it is told', () => {
        expect(asked('box.lan:8000', ['box.lan'])).toBe(true);
    });
});
