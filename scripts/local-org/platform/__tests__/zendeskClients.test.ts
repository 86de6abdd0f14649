import { describe, expect, test } from '@jest/globals';

import { mapUrl } from '../callout/hostMapping.ts';
import { clientsFromEnvironment, simulatorHosts, subdomainOf } from '../demo/zendeskClients.ts';

describe('the subdomain of an account', () => {
    test('is read from its URL', () => {
        expect(subdomainOf('https://acme-2.zendesk.com')).toBe('acme-2');
    });

    test.each([
        'acme',
        'http://acme.zendesk.com',
        'https://zendesk.com',
        'https://a.b.zendesk.com',
        'https://acme.zendesk.com.evil.example',
        'https://acme@evil.example/.zendesk.com'
    ])('is refused for %s', (url) => {
        expect(() => subdomainOf(url)).toThrow('is no Zendesk account');
    });
});

test('clients come from the environment, or have to be asked for', () => {
    const url = 'https://acme.zendesk.com';
    expect(clientsFromEnvironment(url, { ZENDESK_CLIENT_ID: 'a' })).toBeNull();
    expect(
        clientsFromEnvironment(url, { ZENDESK_CLIENT_ID: 'a', ZENDESK_CLIENT_SECRET: 'b' })
    ).toEqual({ subdomain: 'acme', service: { clientId: 'a', clientSecret: 'b' }, agent: null });
});

test('only the account of the simulator is mapped, path and query stay', () => {
    const hosts = simulatorHosts('demo', 8090);
    expect(mapUrl('https://demo.zendesk.com/api/v2/x.json?a=1', hosts)).toBe(
        'http://localhost:8090/api/v2/x.json?a=1'
    );
    expect(mapUrl('https://other.zendesk.com/api', hosts)).toBe('https://other.zendesk.com/api');
});
