import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';

import { openTestOrg, type TestOrg } from '../../../apex/cli/testOrg.ts';
import type { RestRequest } from '../../../server/orgClient.ts';
import { apexRest } from '../apexRest.ts';

let opened: TestOrg;

beforeAll(() => {
    opened = openTestOrg([fileURLToPath(new URL('../../testing/rest', import.meta.url))], {
        coverage: false
    });
});

afterAll(() => opened.org.close());

function ask(request: Partial<Omit<RestRequest, 'body'>> & { readonly body?: string }) {
    const { status, headers, body } = apexRest(opened.org, {
        userId: opened.userId,
        method: 'GET',
        path: '/echo/a/b',
        query: {},
        headers: {},
        ...request,
        body: Buffer.from(request.body ?? '')
    });
    const text = Buffer.from(body).toString('utf8');
    const isJson = headers['content-type']?.startsWith('application/json') && text !== '';
    return { status, body: isJson ? (JSON.parse(text) as unknown) : text };
}

describe('Apex REST', () => {
    it('gives the class what was asked, and the caller what it returns', () => {
        expect(ask({ query: { word: 'blue' }, headers: { 'x-word': 'green' } })).toEqual({
            status: 200,
            body: {
                uri: '/echo/a/b',
                resource: '/services/apexrest/echo/*',
                word: 'blue',
                header: 'green'
            }
        });
    });

    it('prefers the longest pattern', () => {
        expect(ask({ path: '/echo/special/x' }).body).toBe('special');
    });

    it('reads the members of the body into the parameters', () => {
        const body = JSON.stringify({ times: 2, name: 'ho' });

        expect(ask({ method: 'POST', body }).body).toBe('hoho');
    });

    it.each(['{"name": 1', '[]', '{"nobody": 1}', '{"times": "many"}'])(
        'refuses a body that does not fit: %s',
        (body) => {
            expect(ask({ method: 'POST', body })).toMatchObject({
                status: 400,
                body: [{ errorCode: 'JSON_PARSER_ERROR' }]
            });
        }
    );

    it('lets a method without parameters read the body and shape the answer', () => {
        expect(ask({ method: 'PUT', body: 'as it is' })).toEqual({ status: 202, body: 'as it is' });
    });

    it('answers an exception with its text, and keeps nothing that came before', () => {
        expect(ask({ method: 'DELETE' })).toMatchObject({
            status: 500,
            body: [
                {
                    errorCode: 'APEX_ERROR',
                    message: expect.stringMatching(
                        /^System\.IllegalArgumentException: Nothing to delete\n\nClass\.EchoResource\.fail: line 30/
                    )
                }
            ]
        });
        expect(opened.org.platform.rows.find('Account', { Name: 'Undone' })).toEqual([]);
    });

    it('minds letters, and names what is allowed', () => {
        expect(ask({ path: '/Echo/a' }).status).toBe(404);
        expect(ask({ method: 'PATCH' })).toEqual({
            status: 405,
            body: [
                {
                    errorCode: 'METHOD_NOT_ALLOWED',
                    message: "HTTP Method 'PATCH' not allowed. Allowed are DELETE,GET,POST,PUT"
                }
            ]
        });
    });

    it('serves nobody without access to the class', () => {
        expect(ask({ userId: null })).toMatchObject({
            status: 403,
            body: [{ errorCode: 'FORBIDDEN' }]
        });
    });
});
