import { freshDraft, needsNewKey, newKey, withKey } from 'c/zendeskNewTicketDrafts';
import { EMPTY_DRAFT } from 'c/zendeskTicketDrafts';
import { ALL_RIGHTS, layoutOf } from 'test/tickets';

const ROSA = { id: '003', name: 'Rosa', email: 'rosa@example.com' };
const form = { forms: [], layout: layoutOf([]), contacts: [ROSA], rights: ALL_RIGHTS };

beforeEach(() => {
    Object.defineProperty(globalThis.crypto, 'randomUUID', {
        configurable: true,
        value: () => 'fresh'
    });
});

describe('freshDraft', () => {
    it('is for the only contact, and for none of several', () => {
        expect(freshDraft(form)).toMatchObject({ requesterEmail: ROSA.email, isPublic: true });
        expect(freshDraft({ ...form, contacts: [ROSA, ROSA] }).requesterEmail).toBeUndefined();
    });

    it('is a note where nothing else may be written', () => {
        const rights = { ...ALL_RIGHTS, mayCommentPublicly: false };

        expect(freshDraft({ ...form, rights }).isPublic).toBe(false);
    });
});

describe('withKey', () => {
    it('keeps the key that a draft has', () => {
        expect(withKey({ ...EMPTY_DRAFT, key: 'old' }).key).toBe('old');
        expect(withKey(EMPTY_DRAFT)).toMatchObject(newKey());
    });
});

describe('needsNewKey', () => {
    const refused = { code: 'rejected', message: 'No.' };

    it('takes another key after a plain refusal', () => {
        expect(needsNewKey(EMPTY_DRAFT, refused)).toBe(true);
    });

    it.each(['unavailable', 'no_connection', 'repeated_request'])(
        'keeps the key after %s: the ticket may be there',
        (code) => {
            expect(needsNewKey(EMPTY_DRAFT, { code, message: 'Well.' })).toBe(false);
        }
    );

    it('keeps the key after a plain refusal that follows an answer that got lost', () => {
        expect(needsNewKey({ ...EMPTY_DRAFT, isInDoubt: true }, refused)).toBe(false);
    });
});
