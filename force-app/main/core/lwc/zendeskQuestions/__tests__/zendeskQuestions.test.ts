import { attempt, Questions } from 'c/zendeskQuestions';
import { reported } from 'test/tickets';

describe('attempt', () => {
    it('has the answer, or else the problem', async () => {
        expect(await attempt(Promise.resolve(7))).toEqual({ answer: 7 });
        expect(await attempt(Promise.reject(reported('unavailable', 'Away.')))).toMatchObject({
            problem: { code: 'unavailable', message: 'Away.' }
        });
    });
});

describe('Questions', () => {
    it('tells what came: an answer or a problem', async () => {
        const questions = new Questions();

        expect(await questions.ask(Promise.resolve('yes'))).toEqual({ answer: 'yes' });
        expect(await questions.ask(Promise.reject(reported('unavailable', 'No answer.')))).toEqual({
            problem: { code: 'unavailable', message: 'No answer.' }
        });
    });

    it('drops answers to what is asked no more, problems among them', async () => {
        const questions = new Questions();
        const answer = questions.ask(Promise.resolve('yes'));
        const problem = questions.ask(Promise.reject(reported('unavailable', 'No answer.')));
        questions.renew();

        expect(await answer).toBeUndefined();
        expect(await problem).toBeUndefined();
        expect(await questions.ask(Promise.resolve('new'))).toEqual({ answer: 'new' });
    });
});
