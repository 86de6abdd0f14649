/** An input of the base components, which judges what is entered. */
interface Judging {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

/** What is said to be wrong at an input, each time that it becomes something else. */
export class Validity {
    private shown = '';

    /** Call it when the problem changes and when the input may be another; nothing is wrong without one. */
    show(input: Element | undefined, problem = ''): void {
        if (input && problem !== this.shown) {
            const judging = input as unknown as Judging;
            this.shown = problem;
            judging.setCustomValidity(problem);
            judging.reportValidity();
        }
    }
}
