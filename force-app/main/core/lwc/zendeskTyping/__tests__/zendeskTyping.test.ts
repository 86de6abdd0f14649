import { TypingPause } from 'c/zendeskTyping';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('TypingPause', () => {
    it('does the last thing once typing pauses', () => {
        const pause = new TypingPause();
        const act = jest.fn();

        pause.afterwards(() => act('p'));
        jest.advanceTimersByTime(200);
        pause.afterwards(() => act('pr'));
        jest.advanceTimersByTime(200);
        expect(act).not.toHaveBeenCalled();
        jest.advanceTimersByTime(200);

        expect(act.mock.calls).toEqual([['pr']]);
    });

    it('does nothing after it was cancelled', () => {
        const pause = new TypingPause();
        const act = jest.fn();

        pause.afterwards(act);
        pause.cancel();
        jest.runAllTimers();

        expect(act).not.toHaveBeenCalled();
    });
});
