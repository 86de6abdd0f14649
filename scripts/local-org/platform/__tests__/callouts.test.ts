import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { callout, type CalloutServices } from '../callout/callouts.ts';
import { httpTransport } from '../callout/transport.ts';
import type { CalloutRequest, CalloutResponse } from '../callout/types.ts';
import { createWire } from '../callout/wire.ts';
import {
    createCredentialStore,
    grantPrincipal,
    secretKey
} from '../credentials/credentialStore.ts';
import type { NewExternalCredential } from '../credentials/fromMetadata.ts';
import { memoryState } from '../state/orgState.ts';
import { insertOne, type SetupStore } from '../store/types.ts';
import { memoryStore } from './memoryStore.ts';

const USER = '005000000000001AAA';
const HOST = 'https://acme.zendesk.com';
const transport = httpTransport();

let server: Worker;
let port: number;

beforeAll(async () => {
    server = new Worker(new URL('./provider.ts', import.meta.url));
    [port] = (await once(server, 'message')) as [number];
});

afterAll(() => server.terminate());

interface Org {
    readonly services: CalloutServices;
    readonly rows: SetupStore;
    now: number;
    call(endpoint: string, change?: Partial<CalloutRequest>): CalloutResponse;
    text(endpoint: string, change?: Partial<CalloutRequest>): string;
}

const CLIENT_CREDENTIALS: NewExternalCredential = {
    developerName: 'Service',
    label: 'Service',
    protocol: 'Oauth',
    variant: 'ClientCredentialsClientSecret',
    tokenUrl: `${HOST}/oauth/tokens`,
    identityProvider: null,
    scope: 'read',
    principals: [{ name: 'Main', type: 'NamedPrincipal', sequence: 1, scope: null }],
    headers: [],
    refreshStatusCodes: []
};

function makeOrg(credential: NewExternalCredential = CLIENT_CREDENTIALS): Org {
    const rows = memoryStore();
    const state = memoryState();
    const credentials = createCredentialStore(state, rows);
    const saved = credentials.saveExternal(credential);
    credentials.saveNamed({
        developerName: 'Zendesk',
        label: 'Zendesk',
        type: 'SecuredEndpoint',
        url: HOST,
        externalCredential: credential.developerName,
        isEnabled: true,
        generateAuthorizationHeader: true,
        allowMergeFieldsInHeader: true,
        allowMergeFieldsInBody: false,
        headers: [],
        allowedNamespaces: []
    });
    credentials.secrets.set(secretKey(credential.developerName, 'Main'), {
        clientId: 'client',
        clientSecret: 's3cret'
    });
    grantPrincipal(rows, 'profile', saved.principals[0]?.id ?? '');
    insertOne(rows, 'PermissionSetAssignment', { AssigneeId: USER, PermissionSetId: 'profile' });
    insertOne(rows, 'ObjectPermissions', {
        ParentId: 'profile',
        SobjectType: 'UserExternalCredential',
        PermissionsRead: true,
        PermissionsModifyAllRecords: true
    });
    const org: Org = {
        rows,
        now: 1_000_000,
        services: {
            wire: createWire({
                transport,
                hosts: { [HOST]: `http://127.0.0.1:${port}` },
                now: () => performance.now()
            }),
            clock: () => org.now,
            credentials,
            rows,
            remoteSites: () => [`http://127.0.0.1:${port}`]
        },
        call: (endpoint, change) =>
            callout({ ...GET, endpoint, ...change }, { userId: USER }, org.services),
        text: (endpoint, change) => new TextDecoder().decode(org.call(endpoint, change).body)
    };
    return org;
}

const GET: CalloutRequest = {
    method: 'GET',
    endpoint: '',
    headers: [],
    body: null,
    timeoutMs: 5_000,
    maxResponseBytes: 6_000_000
};

interface Echo {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
}

let org: Org;

beforeEach(() => {
    org = makeOrg();
});

function seen(): readonly Echo[] {
    const log = transport({ ...GET, url: `http://127.0.0.1:${port}/control/log` });
    return log.kind === 'response'
        ? (JSON.parse(new TextDecoder().decode(log.body)) as Echo[])
        : [];
}

function expire(): void {
    transport({ ...GET, url: `http://127.0.0.1:${port}/control/expire` });
}

describe('named credentials', () => {
    test('the path goes to the host of the credential, with a bearer token', () => {
        const echo = JSON.parse(org.text('callout:zendesk/api/echo?page=2')) as Echo;
        expect(echo.url).toBe('/api/echo?page=2');
        expect(echo.headers['authorization']).toMatch(/^Bearer token-\d+$/);
    });

    test('a mapped host is told which host is meant', () => {
        const echo = JSON.parse(org.text('callout:Zendesk/api/echo')) as Echo;
        expect(echo.headers['host']).toBe('acme.zendesk.com');
        expect(echo.headers['x-forwarded-proto']).toBe('https');
    });

    test('method, headers and body arrive', () => {
        const echo = JSON.parse(
            org.text('callout:Zendesk/api/echo', {
                method: 'POST',
                headers: [['Content-Type', 'application/json']],
                body: new TextEncoder().encode('{"é":1}')
            })
        ) as Echo;
        expect(echo).toMatchObject({ method: 'POST', body: '{"é":1}' });
        expect(echo.headers['content-type']).toBe('application/json');
    });

    test('an unknown credential is refused in the words of the platform', () => {
        expect(() => org.call('callout:Nope/x')).toThrow(
            'The callout couldn\'t access the endpoint. You might not have the required permissions, or the named credential "Nope" might not exist.'
        );
    });

    test('merge fields give what the principal holds', () => {
        const echo = JSON.parse(
            org.text('callout:Zendesk/api/echo', {
                headers: [['X-Client', "{!'id ' & $Credential.Service.ClientId}"]]
            })
        ) as Echo;
        expect(echo.headers['x-client']).toBe('id client');
    });
});

describe('client credentials', () => {
    test('the token is fetched once, form-encoded with the secret in the body', () => {
        seen();
        org.call('callout:Zendesk/api/me');
        org.call('callout:Zendesk/api/me');
        const requests = seen();
        expect(requests.map((r) => r.url)).toEqual(['/oauth/tokens', '/api/me', '/api/me']);
        expect(requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
        expect(Object.fromEntries(new URLSearchParams(requests[0]?.body))).toEqual({
            grant_type: 'client_credentials',
            scope: 'read',
            client_id: 'client',
            client_secret: 's3cret'
        });
    });

    test('the Basic variant keeps the secret out of the body', () => {
        org = makeOrg({ ...CLIENT_CREDENTIALS, variant: 'ClientCredentialsClientSecretBasic' });
        seen();
        expect(org.call('callout:Zendesk/api/me').status).toBe(200);
        const [token] = seen();
        expect(token?.headers['authorization']).toMatch(/^Basic /);
        expect(token?.body).not.toContain('s3cret');
    });

    test('an expired token is replaced before the request', () => {
        org.call('callout:Zendesk/api/me');
        org.now += 301_000;
        seen();
        org.call('callout:Zendesk/api/me');
        expect(seen().map((r) => r.url)).toEqual(['/oauth/tokens', '/api/me']);
    });

    test('a 401 renews the token and repeats the request once', () => {
        org.call('callout:Zendesk/api/me');
        expire();
        seen();
        expect(org.call('callout:Zendesk/api/me').status).toBe(200);
        expect(seen().map((r) => r.url)).toEqual(['/api/me', '/oauth/tokens', '/api/me']);
    });

    test('a refused client is told with the error of the token endpoint', () => {
        org.services.credentials.secrets.set(secretKey('Service', 'Main'), {
            clientId: 'client',
            clientSecret: 'wrong'
        });
        expect(() => org.call('callout:Zendesk/api/me')).toThrow(
            'Unable to fetch the OAuth token. Error: invalid_client. Error description: Unknown client.'
        );
    });

    test('a principal without client id is not fully configured', () => {
        org.services.credentials.secrets.remove(secretKey('Service', 'Main'));
        expect(() => org.call('callout:Zendesk/api/me')).toThrow(
            "The external credential isn't fully configured."
        );
    });
});

describe('who may use a principal', () => {
    const NO_ACCESS =
        'We couldn\'t access the credential(s). You might not have the required permissions, or the external credential "Service" might not exist.';

    function refuse(type: string): void {
        org.rows.remove(
            type,
            org.rows.find(type, {}).map((row) => row.id)
        );
    }

    test.each(['SetupEntityAccess', 'PermissionSetAssignment', 'ObjectPermissions'])(
        'without %s the callout is refused and nothing is sent',
        (type) => {
            refuse(type);
            seen();
            expect(() => org.call('callout:Zendesk/api/me')).toThrow(NO_ACCESS);
            expect(seen()).toEqual([]);
        }
    );

    test('renewing a named principal takes Modify All on the stored tokens', () => {
        const [permissions] = org.rows.find('ObjectPermissions', {});
        org.call('callout:Zendesk/api/me');
        org.rows.update('ObjectPermissions', permissions?.id ?? '', {
            PermissionsModifyAllRecords: false
        });
        expect(org.call('callout:Zendesk/api/me').status).toBe(200);
        org.now += 301_000;
        expect(() => org.call('callout:Zendesk/api/me')).toThrow(NO_ACCESS);
    });
});

describe('other endpoints', () => {
    test('a host without remote site setting is refused', () => {
        expect(() => org.call('https://example.com/x')).toThrow(
            'Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://example.com/x'
        );
    });

    test('a host with remote site setting is reached without credential', () => {
        const echo = JSON.parse(org.text(`http://127.0.0.1:${port}/api/echo`)) as Echo;
        expect(echo.headers['authorization']).toBeUndefined();
    });

    test('redirects are answers', () => {
        const response = org.call(`http://127.0.0.1:${port}/api/moved`);
        expect(response.status).toBe(302);
        expect(response.headers).toContainEqual(['Location', '/api/echo']);
    });

    test('what is no URL is refused', () => {
        expect(() => org.call('acme/api')).toThrow('no protocol: acme/api');
    });
});

describe('on the network', () => {
    const url = (path: string): string => `http://127.0.0.1:${port}${path}`;

    test('an answer that does not come in time is "Read timed out"', () => {
        expect(() => org.call(url('/api/slow'), { timeoutMs: 50 })).toThrow('Read timed out');
    });

    test('a port where nobody listens is "Connection refused"', () => {
        const services = { ...org.services, remoteSites: () => ['http://127.0.0.1:9'] };
        expect(() =>
            callout({ ...GET, endpoint: 'http://127.0.0.1:9/x' }, { userId: USER }, services)
        ).toThrow('Connection refused');
    });

    test('a change whose answer is lost is not sent again', () => {
        org.text(url('/api/echo'));
        org.text(url('/control/log'));

        const change = { method: 'POST', body: Buffer.from('{}') };
        expect(() => org.call(url('/api/dropped'), change)).toThrow('socket hang up');

        expect(JSON.parse(org.text(url('/control/log')))).toHaveLength(1);
    });

    test('a body over the limit is refused', () => {
        expect(() => org.call(url('/api/big'), { maxResponseBytes: 1_000 })).toThrow(
            /^Exceeded max size limit of 1000 with response size \d+$/
        );
    });

    test('every request is in the log, token requests apart', () => {
        org.call('callout:Zendesk/api/me');
        expect(org.services.wire.log).toMatchObject([
            { kind: 'oauth', method: 'POST', status: 200, userId: USER },
            { kind: 'apex', method: 'GET', url: `${HOST}/api/me`, status: 200, error: null }
        ]);
    });
});
