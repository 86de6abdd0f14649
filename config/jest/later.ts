/** An answer that comes when the test says so. */
export interface Later<Answer> {
    readonly promise: Promise<Answer>;
    answer(value: Answer): void;
    fail(reason: unknown): void;
}

export function later<Answer>(): Later<Answer> {
    const parts: Partial<Later<Answer>> = {};
    const promise = new Promise<Answer>((answer, fail) => Object.assign(parts, { answer, fail }));
    return { ...(parts as Later<Answer>), promise };
}
