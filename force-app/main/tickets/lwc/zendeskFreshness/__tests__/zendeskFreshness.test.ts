import ZendeskFreshness from 'c/zendeskFreshness';
import { mount, textOf } from 'test/mount';

const NOW = Date.parse('2026-05-06T12:00:00Z');

function mountFreshness(askedAt: number): HTMLElement {
    return mount('c-zendesk-freshness', ZendeskFreshness, { askedAt });
}

beforeEach(() => jest.useFakeTimers({ now: NOW }));

afterEach(() => jest.useRealTimers());

describe('c-zendesk-freshness', () => {
    it('says when Zendesk was asked, as the time goes by', async () => {
        const freshness = mountFreshness(NOW - 1000);
        expect(textOf(freshness)).toBe('c.Zendesk_List_RefreshedNow');

        await jest.advanceTimersByTimeAsync(60_000);
        expect(textOf(freshness)).toBe('c.Zendesk_List_RefreshedAgo');

        jest.useRealTimers();
        await expect(freshness).toBeAccessible();
    });

    it('begins anew when Zendesk was asked again', async () => {
        const freshness = mountFreshness(NOW - 120_000);
        expect(textOf(freshness)).toBe('c.Zendesk_List_RefreshedAgo');

        Object.assign(freshness, { askedAt: NOW });
        await Promise.resolve();

        expect(textOf(freshness)).toBe('c.Zendesk_List_RefreshedNow');
    });

    it('looks at the clock no more when it leaves the page', () => {
        mountFreshness(NOW).remove();

        expect(jest.getTimerCount()).toBe(0);
    });
});
