import { findDraft, forgetDraft, keepDraft } from 'c/zendeskKeptDrafts';
import { EMPTY_DRAFT } from 'c/zendeskTicketDrafts';

const NOW = Date.parse('2026-05-06T12:00:00Z');
const MINUTE = 60_000;
const upload = { token: 't1', fileName: 'a.png', size: 10, uploadedAt: NOW };
const written = { ...EMPTY_DRAFT, html: '<p>Hello</p>', uploads: [upload] };

beforeEach(() => localStorage.clear());

describe('keepDraft', () => {
    it('brings back what was written, for the same place only', () => {
        keepDraft('001:1', written, NOW);

        expect(findDraft('001:1', NOW + MINUTE)).toEqual({
            draft: written,
            lostFiles: []
        });
        expect(findDraft('001:2', NOW + MINUTE)).toBeUndefined();
    });

    it('keeps one user’s draft from another', () => {
        keepDraft('001:1', written, NOW);

        expect(Object.keys(localStorage)[0]).toMatch(/^zendesk-draft:\w{15,18}:001:1$/);
    });

    it('remembers that a draft may have arrived', () => {
        keepDraft('001:1', { ...written, isInDoubt: true }, NOW);

        expect(findDraft('001:1', NOW)?.draft.isInDoubt).toBe(true);
    });

    it('forgets an empty draft, and one that was sent', () => {
        keepDraft('001:1', written, NOW);
        keepDraft('001:1', EMPTY_DRAFT, NOW);
        expect(findDraft('001:1', NOW)).toBeUndefined();

        keepDraft('001:1', written, NOW);
        forgetDraft('001:1', NOW);
        expect(findDraft('001:1', NOW)).toBeUndefined();
    });

    it('forgets files that Zendesk has forgotten, however lately the draft was changed', () => {
        const later = { ...upload, token: 't2', uploadedAt: NOW + 69 * MINUTE };
        keepDraft('001:1', { ...written, uploads: [upload, later] }, NOW + 69 * MINUTE);

        expect(findDraft('001:1', NOW + 70 * MINUTE)).toEqual({
            draft: { ...written, uploads: [later] },
            lostFiles: ['a.png']
        });
    });

    it('forgets everything after a week', () => {
        keepDraft('001:1', written, NOW);

        expect(findDraft('001:1', NOW + 8 * 24 * 60 * MINUTE)).toBeUndefined();
    });

    it('clears old drafts of other tickets away, and nothing of others', () => {
        localStorage.setItem('another', 'thing');
        keepDraft('001:1', written, NOW);

        keepDraft('001:2', written, NOW + 8 * 24 * 60 * MINUTE);

        expect(Object.keys(localStorage).filter((name) => name.endsWith(':1'))).toEqual([]);
        expect(localStorage.getItem('another')).toBe('thing');
    });

    it('goes on without storage', () => {
        const broken = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
            throw new Error('QuotaExceededError');
        });

        expect(() => keepDraft('001:1', written, NOW)).not.toThrow();
        broken.mockRestore();
    });

    it('ignores what it can’t read', () => {
        keepDraft('001:1', written, NOW);
        localStorage.setItem(Object.keys(localStorage)[0] as string, '{broken');

        expect(findDraft('001:1', NOW)).toBeUndefined();
    });
});
