import { describe, expect, it } from '@jest/globals';
import { jsonOf, testApp } from '../../__tests__/support/testApp.ts';
import { json } from '../response.ts';
import type { Route } from '../router.ts';

const routes = (): readonly Route[] => [
    {
        access: 'api',
        method: 'POST',
        path: '/things',
        handle: async ({ user }) => json({ user: user.name })
    },
    { access: 'browser', method: 'GET', path: '/page', handle: async () => json({}) }
];

describe('createDispatcher', () => {
    it('answers a user whose request carries the CSRF token', async () => {
        const response = await testApp(routes).send('POST', '/things');
        expect(jsonOf(response)).toEqual({ user: 'Ada Marsh' });
    });

    it('refuses a change without the token that the page has', async () => {
        const headers = { 'x-csrf-token': 'guess' };
        const response = await testApp(routes).send('POST', '/things', { headers });
        expect(response.status).toBe(403);
        expect(jsonOf(response)).toMatchObject([{ errorCode: 'INVALID_CSRF_TOKEN' }]);
    });

    it('takes the token from the form field that Aura uses', async () => {
        const app = testApp(routes);
        const headers = {
            'x-csrf-token': '',
            'content-type': 'application/x-www-form-urlencoded'
        };
        const body = `aura.token=${app.session.csrfToken}`;
        expect((await app.send('POST', '/things', { headers, body })).status).toBe(200);
    });

    it('needs no CSRF token from a caller with a bearer token', async () => {
        const app = testApp(routes);
        const headers = { 'x-csrf-token': '', authorization: `Bearer ${app.session.id}` };
        expect((await app.send('POST', '/things', { headers })).status).toBe(200);
    });

    it('answers 401 to an API request without a session', async () => {
        const response = await testApp(routes).send('POST', '/things', { cookie: 'unknown' });
        expect(response.status).toBe(401);
        expect(jsonOf(response)).toMatchObject([{ errorCode: 'INVALID_SESSION_ID' }]);
    });

    it('sends a browser without a session to the login page and back again', async () => {
        const response = await testApp(routes).send('GET', '/page?a=1', { cookie: 'unknown' });
        expect(response.status).toBe(302);
        expect(response.headers['location']).toBe('/login?startURL=%2Fpage%3Fa%3D1');
    });

    it('names the methods of a path when the method is wrong', async () => {
        const response = await testApp(routes).send('DELETE', '/things');
        expect(response.status).toBe(405);
        expect(response.headers['allow']).toBe('POST');
    });

    it('answers 404 as the REST API does for an unknown path', async () => {
        const response = await testApp(routes).send('GET', '/nowhere');
        expect(response.status).toBe(404);
        expect(jsonOf(response)).toMatchObject([{ errorCode: 'NOT_FOUND' }]);
    });
});
