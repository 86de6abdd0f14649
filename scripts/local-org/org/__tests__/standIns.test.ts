import { expect, test } from '@jest/globals';

import type { OrgClient } from '../../server/orgClient.ts';
import { throughStandIns } from '../standIns.ts';

const HOSTS = { 'https://demo.zendesk.com': 'http://localhost:8190' };

/** An org whose only method keeps what it was given and answers with it. */
function echo(): { readonly org: OrgClient; readonly given: unknown[] } {
    const given: unknown[] = [];
    const invokeApex = async (call: unknown) => {
        given.push(call);
        return { returnValue: call };
    };
    return { org: { invokeApex } as unknown as OrgClient, given };
}

const callWith = (params: Readonly<Record<string, unknown>>) => ({
    userId: '005',
    namespace: '',
    className: 'A',
    methodName: 'b',
    params,
    cacheable: false
});

test('what the browser gets names the stand-in, wherever in it the host is', async () => {
    const call = callWith({
        rows: [{ url: 'https://demo.zendesk.com/a', text: 'see https://demo.zendesk.com.' }]
    });
    expect(await throughStandIns(echo().org, HOSTS).invokeApex(call)).toMatchObject({
        returnValue: {
            params: {
                rows: [{ url: 'http://localhost:8190/a', text: 'see http://localhost:8190.' }]
            }
        }
    });
});

test('what the browser sends names the host again', async () => {
    const { org, given } = echo();
    await throughStandIns(org, HOSTS).invokeApex(callWith({ url: 'http://localhost:8190/a' }));
    expect(given).toMatchObject([{ params: { url: 'https://demo.zendesk.com/a' } }]);
});

test('bytes, numbers and nothing stay as they are', async () => {
    const bytes = new Uint8Array([1]);
    const { org, given } = echo();
    const params = { bytes, count: 1, none: null, missing: undefined };
    await throughStandIns(org, HOSTS).invokeApex(callWith(params));
    expect(given).toMatchObject([{ params }]);
});

test('an org for which nobody stands in is left alone', () => {
    const { org } = echo();
    expect(throughStandIns(org, {})).toBe(org);
});
