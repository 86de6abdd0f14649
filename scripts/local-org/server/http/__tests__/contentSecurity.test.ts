import { describe, expect, it } from '@jest/globals';
import { contentSecurityPolicy } from '../contentSecurity.ts';

const directive = (policy: string, name: string) =>
    policy.split('; ').find((part) => part.startsWith(`${name} `));

describe('contentSecurityPolicy', () => {
    it('allows scripts of the own origin and with the nonce alone', () => {
        const policy = contentSecurityPolicy('abc', []);
        expect(directive(policy, 'script-src')).toBe("script-src 'self' 'nonce-abc'");
    });

    it('adds a trusted site to the directives that the admin chose', () => {
        const site = { url: 'https://cdn.example.com', directives: ['img-src'] };
        const policy = contentSecurityPolicy('abc', [site]);
        expect(directive(policy, 'img-src')).toContain('https://cdn.example.com');
        expect(directive(policy, 'connect-src')).toBe("connect-src 'self'");
    });

    it('never lets a trusted site bring scripts', () => {
        const site = { url: 'https://cdn.example.com', directives: ['script-src'] };
        expect(contentSecurityPolicy('abc', [site])).not.toContain('cdn.example.com');
    });

    it('ignores a trusted site whose address would add a directive of its own', () => {
        const site = { url: 'https://x.example; script-src *', directives: ['img-src'] };
        expect(contentSecurityPolicy('abc', [site])).not.toContain('x.example');
    });
});
