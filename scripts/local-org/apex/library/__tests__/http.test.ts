import { describe, expect, test } from '@jest/globals';
import { CalloutError } from '../../../platform/callout/types.ts';
import { ApexException, ApexSObject } from '../../values/index.ts';
import { dmlStatement } from '../database/statements.ts';
import type { HttpRequest } from '../http/request.ts';
import { HttpResponse } from '../http/response.ts';
import type { Http } from '../http/http.ts';
import { TestState } from '../test/testState.ts';
import { ApexType, platformType } from '../../values/objects.ts';
import '../http/http.ts';
import '../http/request.ts';
import { callStatic, construct, failureOf } from './support/calls.ts';
import { createTestOrg } from './support/testOrg.ts';

function request(endpoint = 'callout:Zendesk/api'): HttpRequest {
    const made = construct('System.HttpRequest') as HttpRequest;
    made.setEndpoint(endpoint);
    made.setMethod('POST');
    made.setHeader('Content-Type', 'application/json');
    made.setBody('{}');
    return made;
}

const send = (made = request()): HttpResponse => (construct('System.Http') as Http).send(made);
const mockType = new ApexType(platformType('System.HttpCalloutMock', [], 'interface'));

describe('callouts', () => {
    test('leave as the code made them and come back with body and headers', () => {
        const testOrg = createTestOrg();
        testOrg.respond = () => ({
            status: 201,
            reason: 'Created',
            headers: [['X-Request-Id', 'abc']],
            body: Buffer.from('{"id":1}')
        });
        const response = testOrg.run(() => send());
        expect(response.getStatusCode()).toBe(201);
        expect(response.getHeader('x-request-id')).toBe('abc');
        expect(response.getBody()).toBe('{"id":1}');
        expect(testOrg.callouts[0]).toMatchObject({
            method: 'POST',
            endpoint: 'callout:Zendesk/api',
            headers: [['Content-Type', 'application/json']],
            timeoutMs: 10_000
        });
    });

    test('a failure is a CalloutException in the words of the platform', () => {
        const testOrg = createTestOrg();
        testOrg.respond = () => {
            throw new CalloutError('Read timed out');
        };
        const error = testOrg.run(() => failureOf(() => send()));
        expect(error.toString()).toBe('System.CalloutException: Read timed out');
    });

    test('are refused after DML', () => {
        const { run } = createTestOrg();
        run(() => {
            dmlStatement('insert', new ApexSObject('Widget__c', { Name: 'Bolt' }));
            expect(() => send()).toThrow(
                'You have uncommitted work pending. Please commit or rollback before calling out'
            );
        });
    });

    test('are allowed again after a rollback to a released savepoint', () => {
        const { run } = createTestOrg();
        run(() => {
            const savepoint = callStatic('System.Database', 'setSavepoint');
            dmlStatement('insert', new ApexSObject('Widget__c', { Name: 'Bolt' }));
            callStatic('System.Database', 'rollback', savepoint);
            expect(() => send()).toThrow('uncommitted work');
            callStatic('System.Database', 'releaseSavepoint', savepoint);
            expect(send().getStatusCode()).toBe(200);
        });
    });

    test('the 101st is one too many', () => {
        const { run } = createTestOrg();
        const attempt = (): void =>
            run(() => {
                for (let index = 0; index < 101; index += 1) send();
            });
        expect(attempt).toThrow('Too many callouts: 101');
    });

    test.each<[limits: 'sync' | 'async', most: number]>([
        ['sync', 6_000_000],
        ['async', 12_000_000]
    ])('in %s Apex carry %i bytes each way', (limits, most) => {
        const testOrg = createTestOrg();
        testOrg.run(
            () => {
                const made = request();
                made.setBody('a'.repeat(most));
                send(made);
                made.setBody('a'.repeat(most + 1));
                expect(failureOf(() => send(made)).toString()).toBe(
                    `System.CalloutException: Exceeded max size limit of ${most} with request size ${most + 1}`
                );
            },
            { limits }
        );
        expect(testOrg.callouts).toMatchObject([{ maxResponseBytes: most }]);
    });

    test('together take no longer than two minutes', () => {
        const testOrg = createTestOrg();
        testOrg.respond = ({ timeoutMs }) => {
            testOrg.clock.time += timeoutMs;
            throw new CalloutError('Read timed out');
        };
        const made = request();
        made.setTimeout(70_000);
        const messages = testOrg.run(() =>
            [1, 2, 3].map(() => failureOf(() => send(made)).getMessage())
        );
        const timeUp = 'Exceeded maximum time allotted for callout';
        expect(messages).toEqual(['Read timed out', timeUp, timeUp]);
        expect(testOrg.callouts.map(({ timeoutMs }) => timeoutMs)).toEqual([70_000, 50_000]);
    });

    test('a timeout out of range is refused', () => {
        expect(() => request().setTimeout(120_001)).toThrow(ApexException);
    });
});

describe('callouts in tests', () => {
    test('without a mock are refused', () => {
        const { run } = createTestOrg();
        const error = run(() => failureOf(() => send()), { test: new TestState() });
        expect(error.getMessage()).toBe(
            'Methods defined as TestMethod do not support Web service callouts'
        );
    });

    test('go to the mock, which sees the request', () => {
        const testOrg = createTestOrg();
        const mock = {
            respond(seen: HttpRequest) {
                const response = new HttpResponse();
                response.setBody(`mocked ${seen.getEndpoint()}`);
                return response;
            }
        };
        testOrg.run(
            () => {
                callStatic('System.Test', 'setMock', mockType, mock);
                expect(send().getBody()).toBe('mocked callout:Zendesk/api');
            },
            { test: new TestState() }
        );
        expect(testOrg.callouts).toHaveLength(0);
    });

    test('startTest forgets the work before it', () => {
        const { run } = createTestOrg();
        run(
            () => {
                callStatic('System.Test', 'setMock', mockType, {
                    respond: () => new HttpResponse()
                });
                dmlStatement('insert', new ApexSObject('Widget__c', { Name: 'Bolt' }));
                callStatic('System.Test', 'startTest');
                expect(send().getStatusCode()).toBe(0);
            },
            { test: new TestState() }
        );
    });

    test('a static resource can be the mock', () => {
        const { run } = createTestOrg();
        run(
            () => {
                const mock = construct('System.StaticResourceCalloutMock') as {
                    setStaticResource(name: string): void;
                    setStatusCode(code: number): void;
                };
                mock.setStaticResource('widgets');
                mock.setStatusCode(202);
                callStatic('System.Test', 'setMock', mockType, mock);
                const response = send();
                expect(response.getStatusCode()).toBe(202);
                expect(response.getBody()).toContain('Bolt');
            },
            { test: new TestState() }
        );
    });
});
