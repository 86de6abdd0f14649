import { Questions } from 'c/zendeskQuestions';
import { reported } from 'test/tickets';

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
