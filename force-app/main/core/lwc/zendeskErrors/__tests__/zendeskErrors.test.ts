import { isRefusal, isUncertain, needsAgent, toProblem } from 'c/zendeskErrors';

describe('toProblem', () => {
    it('reads what the controllers of the package report', () => {
        const message = JSON.stringify({ code: 'rate_limited', message: 'Wait.', retryAfter: 9 });

        expect(toProblem({ body: { message } })).toEqual({
            code: 'rate_limited',
            message: 'Wait.',
            retryAfter: 9
        });
    });

    it('takes the platform’s own sentence as it is', () => {
        expect(toProblem({ body: { message: 'You do not have access.' } })).toEqual({
            code: 'platform',
            message: 'You do not have access.'
        });
    });

    it('takes the first sentence of several', () => {
        const error = { body: [{ message: 'First.' }, { message: 'Second.' }] };

        expect(toProblem(error).message).toBe('First.');
    });

    it.each([undefined, null, 'text', new TypeError('fetch'), { body: {} }, { body: [] }])(
        'blames the network when there is no answer: %p',
        (error) => {
            expect(toProblem(error).code).toBe('no_connection');
        }
    );

    it('does not mistake other JSON for a report', () => {
        expect(toProblem({ body: { message: '{"code":"x"}' } }).code).toBe('platform');
        expect(toProblem({ body: { message: 'null' } }).code).toBe('platform');
    });
});

describe('isRefusal', () => {
    it('tells refused access from a failure', () => {
        expect(isRefusal({ code: 'access_gate_app_missing', message: '' })).toBe(true);
        expect(isRefusal({ code: 'unavailable', message: '' })).toBe(false);
    });
});

describe('needsAgent', () => {
    it('tells when the user has to link their agent', () => {
        expect(needsAgent({ code: 'agent_not_linked', message: '' })).toBe(true);
        expect(needsAgent({ code: 'unauthorized', message: '' })).toBe(false);
    });
});

describe('isUncertain', () => {
    it('tells an answer that got lost from one that says no', () => {
        expect(isUncertain(toProblem(undefined))).toBe(true);
        expect(isUncertain({ code: 'unavailable', message: '' })).toBe(true);
        expect(isUncertain({ code: 'too_large', message: '' })).toBe(true);
        expect(isUncertain({ code: 'invalid_fields', message: '' })).toBe(false);
    });
});
