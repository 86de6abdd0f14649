import { describe, expect, it } from '@jest/globals';
import { pageReferenceOf, urlOf } from '../modules/shell/pageReference/pageReference.ts';

const RECORD = {
    type: 'standard__recordPage',
    attributes: {
        objectApiName: 'Account',
        recordId: '001000000000001AAA',
        actionName: 'view'
    },
    state: { c__tab: 'tickets' }
};

describe('urlOf', () => {
    it('gives the URL of a record page with its state', () => {
        expect(urlOf(RECORD)).toBe('/lightning/r/Account/001000000000001AAA/view?c__tab=tickets');
    });

    it('leaves out state that has no value', () => {
        const page = { type: 'standard__namedPage', attributes: { pageName: 'home' } };
        expect(urlOf({ ...page, state: { c__x: undefined } })).toBe('/lightning/page/home');
    });

    it('refuses a type of page that the local org does not offer, naming it', () => {
        const page = { type: 'comm__namedPage', attributes: {} };
        expect(() => urlOf(page)).toThrow('comm__namedPage is not offered');
    });
});

describe('pageReferenceOf', () => {
    it('is the way back from a URL', () => {
        expect(pageReferenceOf(urlOf(RECORD))).toEqual(RECORD);
    });

    it('finds a record page without the object', () => {
        expect(pageReferenceOf('/lightning/r/001000000000001AAA/view')).toMatchObject({
            type: 'standard__recordPage',
            attributes: { recordId: '001000000000001AAA' }
        });
    });
});
