import { Validity } from 'c/zendeskValidity';

interface Input {
    readonly setCustomValidity: jest.Mock;
    readonly reportValidity: jest.Mock;
}

function inputOf(): Element & Input {
    return {
        setCustomValidity: jest.fn(),
        reportValidity: jest.fn()
    } as unknown as Element & Input;
}

describe('what is said to be wrong at an input', () => {
    it('is shown once, until it becomes something else', () => {
        const input = inputOf();
        const validity = new Validity();

        validity.show(input, 'Wrong.');
        validity.show(input, 'Wrong.');
        validity.show(input);

        expect(input.setCustomValidity.mock.calls).toEqual([['Wrong.'], ['']]);
        expect(input.reportValidity).toHaveBeenCalledTimes(2);
    });

    it('leaves an input alone at which nothing was wrong', () => {
        const input = inputOf();

        new Validity().show(input);

        expect(input.reportValidity).not.toHaveBeenCalled();
    });

    it('waits for an input that is not there yet', () => {
        const input = inputOf();
        const validity = new Validity();

        validity.show(undefined, 'Wrong.');
        validity.show(input, 'Wrong.');

        expect(input.setCustomValidity).toHaveBeenCalledWith('Wrong.');
    });
});
