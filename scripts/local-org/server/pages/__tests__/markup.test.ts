import { describe, expect, it } from '@jest/globals';
import { escapeHtml, inlineJson } from '../markup.ts';

describe('markup', () => {
    it('escapes what HTML would read as markup', () => {
        expect(escapeHtml(`<a title="x">'&`)).toBe('&lt;a title=&quot;x&quot;&gt;&#39;&amp;');
    });

    it('keeps a closing script tag inside JSON from ending the script', () => {
        const text = inlineJson({ name: '</script><script>' });
        expect(text).not.toContain('<');
        expect(JSON.parse(text)).toEqual({ name: '</script><script>' });
    });
});
