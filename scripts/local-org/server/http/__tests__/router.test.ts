import { describe, expect, it } from '@jest/globals';
import { matchPath } from '../router.ts';

describe('matchPath', () => {
    it('gives the values of named parts', () => {
        expect(matchPath('/a/{id}/view', '/a/7/view')).toEqual({ id: '7' });
    });

    it('lets a last part with a star take the remainder', () => {
        expect(matchPath('/files/{path*}', '/files/x/y.css')).toEqual({ path: 'x/y.css' });
    });

    it('refuses a path that is longer than the pattern', () => {
        expect(matchPath('/a/{id}', '/a/7/more')).toBeUndefined();
    });

    it('refuses an empty part', () => {
        expect(matchPath('/a/{id}/view', '/a//view')).toBeUndefined();
    });
});
