import { describe, expect, it } from '@jest/globals';
import { FRENCH_USER_ID } from '../../__tests__/support/fakeOrg.ts';
import { testApp } from '../../__tests__/support/testApp.ts';
import { localPath, loginRoutes } from '../loginRoutes.ts';

describe('localPath', () => {
    it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
        'turns %s into the home page',
        (target) => {
            expect(localPath(target)).toBe('/lightning/page/home');
        }
    );

    it('keeps a path on this server', () => {
        expect(localPath('/lightning/r/Account/001/view?c__x=1')).toBe(
            '/lightning/r/Account/001/view?c__x=1'
        );
    });
});

describe('login', () => {
    const body = `userId=${FRENCH_USER_ID}&startURL=%2Flightning%2Fpage%2Fhome`;

    it('opens a session for the chosen user', async () => {
        const response = await testApp(loginRoutes).send('POST', '/login', { body });
        expect(response.status).toBe(302);
        expect(response.headers['set-cookie']).toMatch(
            /^sid=\w+; Path=\/; HttpOnly; SameSite=Lax$/
        );
    });

    it('refuses a form that another site posts', async () => {
        const headers = { 'sec-fetch-site': 'cross-site' };
        const response = await testApp(loginRoutes).send('POST', '/login', { body, headers });
        expect(response.status).toBe(403);
    });

    it('refuses an unknown user', async () => {
        const response = await testApp(loginRoutes).send('POST', '/login', { body: 'userId=005' });
        expect(response.status).toBe(400);
    });

    it('ends the session on log out', async () => {
        const app = testApp(loginRoutes);
        await app.send('GET', '/secur/logout.jsp');
        expect(app.services.sessions.find(app.session.id)).toBeUndefined();
    });
});
