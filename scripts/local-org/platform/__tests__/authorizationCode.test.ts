import { createHash } from 'node:crypto';

import { beforeEach, describe, expect, test } from '@jest/globals';

import type { Transport, WireRequest } from '../callout/transport.ts';
import { createWire } from '../callout/wire.ts';
import type { ExternalCredential, Principal } from '../credentials/definitions.ts';
import { createCredentialStore, providerKey } from '../credentials/credentialStore.ts';
import {
    authorizationUrl,
    type AuthorizationAnswer,
    type AuthorizationContext,
    type AuthorizationInput,
    completeAuthorization,
    revokeAuthorization
} from '../oauth/authorizationCode.ts';
import { renewToken, type TokenOwner } from '../oauth/tokenService.ts';
import { memoryState } from '../state/orgState.ts';
import { memoryStore } from './memoryStore.ts';

const USER = '005000000000001AAA';
const INPUT: AuthorizationInput = {
    externalCredential: 'Agent',
    principalType: 'PerUserPrincipal',
    principalName: 'User',
    userId: USER,
    returnPath: '/lightning/page/home'
};

interface Scene {
    readonly context: AuthorizationContext;
    readonly owner: TokenOwner;
    now: number;
    readonly sent: WireRequest[];
    answer: { status: number; body: object };
}

const PRINCIPAL = {
    name: 'User',
    type: 'PerUserPrincipal',
    sequence: 1,
    scope: null
} as const;

function principalOf({ principals }: ExternalCredential): Principal {
    const [principal] = principals;
    if (!principal) {
        throw new Error('The credential has no principal.');
    }
    return principal;
}

function makeScene(): Scene {
    const sent: WireRequest[] = [];
    const transport: Transport = (request) => {
        sent.push(request);
        const body = new TextEncoder().encode(JSON.stringify(scene.answer.body));
        return { kind: 'response', status: scene.answer.status, reason: '', headers: [], body };
    };
    const state = memoryState();
    const credentials = createCredentialStore(state, memoryStore());
    credentials.saveProvider({
        developerName: 'Zendesk',
        label: 'Zendesk',
        flow: 'AuthorizationCode',
        authorizeUrl: 'https://acme.zendesk.com/oauth/authorizations/new',
        tokenUrl: 'https://acme.zendesk.com/oauth/tokens',
        userInfoUrl: null,
        clientAuthentication: 'ClientSecretPost',
        pkce: true,
        authorizeParameters: [],
        tokenParameters: [],
        tokenHeaders: [],
        refreshParameters: [['expires_in', '1800']],
        refreshHeaders: []
    });
    credentials.secrets.set(providerKey('Zendesk'), { clientId: 'c', clientSecret: 's' });
    const credential = credentials.saveExternal({
        developerName: 'Agent',
        label: 'Agent',
        protocol: 'Oauth',
        variant: 'AuthorizationCode',
        tokenUrl: null,
        identityProvider: 'Zendesk',
        scope: 'read write',
        principals: [PRINCIPAL],
        headers: [],
        refreshStatusCodes: []
    });
    let random = 0;
    const scene: Scene = {
        sent,
        now: 1_000_000,
        answer: { status: 200, body: { access_token: 'a1', refresh_token: 'r1', expires_in: 60 } },
        owner: { credential, principal: principalOf(credential), userId: USER },
        context: {
            credentials,
            state,
            wire: createWire({ transport, hosts: {}, now: () => 0 }),
            clock: () => scene.now,
            random: () => `random-${(random += 1)}`,
            hosts: { 'https://acme.zendesk.com': 'http://localhost:8090' },
            orgUrl: 'http://localhost:8000'
        }
    };
    return scene;
}

let scene: Scene;

beforeEach(() => {
    scene = makeScene();
});

function begin(): URL {
    return new URL(authorizationUrl(INPUT, scene.context));
}

function answerTo(url: URL, change: Partial<AuthorizationAnswer> = {}): AuthorizationAnswer {
    return {
        state: url.searchParams.get('state') ?? '',
        code: 'code',
        error: null,
        errorDescription: null,
        userId: USER,
        ...change
    };
}

function lastForm(): Record<string, string> {
    const body = new TextDecoder().decode(scene.sent.at(-1)?.body ?? new Uint8Array());
    return Object.fromEntries(new URLSearchParams(body));
}

describe('beginning', () => {
    test('the browser is sent to the real place of the host, with state and challenge', () => {
        const url = begin();
        expect(url.origin + url.pathname).toBe('http://localhost:8090/oauth/authorizations/new');
        expect(Object.fromEntries(url.searchParams)).toMatchObject({
            response_type: 'code',
            client_id: 'c',
            redirect_uri: 'http://localhost:8000/services/authcallback/Zendesk',
            scope: 'read write',
            code_challenge_method: 'S256'
        });
    });

    test('an external credential that does not exist is named', () => {
        expect(() =>
            authorizationUrl({ ...INPUT, externalCredential: 'Nope' }, scene.context)
        ).toThrow('There is no external credential Nope.');
    });
});

describe('coming back', () => {
    test('the code is exchanged with the verifier of the challenge, and the token is kept', () => {
        const url = begin();
        const outcome = completeAuthorization(answerTo(url), scene.context);
        const { code_verifier: verifier = '', ...form } = lastForm();
        expect(createHash('sha256').update(verifier).digest('base64url')).toBe(
            url.searchParams.get('code_challenge')
        );
        expect(form).toMatchObject({ grant_type: 'authorization_code', code: 'code' });
        expect(outcome).toMatchObject({ kind: 'authorized', returnPath: '/lightning/page/home' });
        expect(scene.context.credentials.tokens.list()).toMatchObject([
            { accessToken: 'a1', refreshToken: 'r1', expiresAt: 1_060_000 }
        ]);
    });

    test.each([
        ['a forged state', { state: 'forged' }],
        ['another user', { userId: '005000000000002AAA' }],
        ['a guest', { userId: null }]
    ])('%s is refused and no code is exchanged', (_, change) => {
        const outcome = completeAuthorization(answerTo(begin(), change), scene.context);
        expect(outcome).toMatchObject({ kind: 'failed', error: 'invalid_state', returnPath: null });
        expect(scene.sent).toEqual([]);
    });

    test('a state is good once, and for ten minutes', () => {
        const first = begin();
        completeAuthorization(answerTo(first), scene.context);
        expect(completeAuthorization(answerTo(first), scene.context).kind).toBe('failed');
        const second = begin();
        scene.now += 10 * 60_000 + 1;
        expect(completeAuthorization(answerTo(second), scene.context).kind).toBe('failed');
    });

    test('a denial leads back with the error of the provider', () => {
        const denial = { code: null, error: 'access_denied', errorDescription: 'No' };
        expect(completeAuthorization(answerTo(begin(), denial), scene.context)).toEqual({
            kind: 'failed',
            error: 'access_denied',
            description: 'No',
            returnPath: '/lightning/page/home'
        });
    });
});

describe('afterwards', () => {
    beforeEach(() => {
        completeAuthorization(answerTo(begin()), scene.context);
    });

    test('refreshing replaces both tokens', () => {
        scene.answer = { status: 200, body: { access_token: 'a2', refresh_token: 'r2' } };
        expect(renewToken(scene.owner, scene.context).accessToken).toBe('a2');
        expect(lastForm()).toMatchObject({ refresh_token: 'r1', expires_in: '1800' });
        renewToken(scene.owner, scene.context);
        expect(lastForm()).toMatchObject({ refresh_token: 'r2' });
    });

    test('a refused grant forgets the token, so that the user can link anew', () => {
        scene.answer = { status: 400, body: { error: 'invalid_grant' } };
        expect(() => renewToken(scene.owner, scene.context)).toThrow(
            "The expired credentials couldn't be refreshed. Try again later."
        );
        expect(scene.context.credentials.tokens.list()).toEqual([]);
    });

    test('a provider in trouble keeps the token', () => {
        scene.answer = { status: 500, body: {} };
        expect(() => renewToken(scene.owner, scene.context)).toThrow('Try again later');
        expect(scene.context.credentials.tokens.list()).toHaveLength(1);
    });

    test('revoking forgets the token of that user alone', () => {
        const key = {
            externalCredential: 'Agent',
            principalType: 'PerUserPrincipal',
            principalName: 'User'
        } as const;
        revokeAuthorization({ ...key, userId: 'other' }, scene.context.credentials);
        expect(scene.context.credentials.tokens.list()).toHaveLength(1);
        revokeAuthorization({ ...key, userId: USER }, scene.context.credentials);
        expect(scene.context.credentials.tokens.list()).toEqual([]);
    });
});
