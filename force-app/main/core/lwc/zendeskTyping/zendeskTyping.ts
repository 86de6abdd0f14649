/** So long nobody types before anything is asked for, in milliseconds. */
const PAUSE = 300;

/** Does something once typing pauses, so that nobody is asked for each letter. */
export class TypingPause {
    private timer?: ReturnType<typeof setTimeout>;

    /** Does it after the pause, unless more is typed in the meantime. */
    afterwards(act: () => void): void {
        this.cancel();
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- waits for the end of typing
        this.timer = setTimeout(act, PAUSE);
    }

    /** Does it no more. */
    cancel(): void {
        clearTimeout(this.timer);
    }
}
