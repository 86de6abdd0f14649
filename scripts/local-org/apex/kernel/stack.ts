import type { CallFrame, Sharing } from '../execution.ts';

/** Where a line of a script belongs: the name for stack traces, and how the class shares records. */
export interface Place {
    /** `Class.Foo.bar`, `Trigger.AccountTrigger`, `AnonymousBlock`. */
    readonly name: string;
    readonly sharing: Sharing;
}

/** Tells the member that a line of a script belongs to. */
export type PlaceOfLine = (line: number) => Place | undefined;

/** Scripts by the file name that V8 reports for them. */
const scripts = new Map<string, PlaceOfLine>();

export function registerScript(fileName: string, placeOf: PlaceOfLine): void {
    scripts.set(fileName, placeOf);
}

/** Apex allows about a thousand calls in depth; V8 keeps ten unless told. */
const DEEPEST = 1100;

let givenStack: string | null = null;

/** The running Apex methods, outermost first, read from the JavaScript stack. */
export function currentFrames(): CallFrame[] {
    return framesOf(givenStack ?? stackText());
}

/** Makes exceptions created by the work carry the frames of a stack captured before. */
export function withStack<T>(stack: string | undefined, work: () => T): T {
    const before = givenStack;
    givenStack = stack ?? null;
    try {
        return work();
    } finally {
        givenStack = before;
    }
}

function stackText(): string {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = DEEPEST;
    const { stack } = new Error();
    Error.stackTraceLimit = limit;
    return stack ?? '';
}

const FRAME = /^\s+at (?:.*? \()?(.+?):(\d+):\d+\)?$/;

/**
 * Frames of Apex scripts in the text of a stack, outermost first. Those outside the innermost
 * trigger are left out: a trigger starts a stack of its own.
 */
export function framesOf(stack: string): CallFrame[] {
    const frames: CallFrame[] = [];
    for (const text of stack.split('\n')) {
        // Allocation is the compiler's: constructors of the source are methods of their own.
        if (/^\s+at new /.test(text)) continue;
        const [, file = '', line = '0'] = FRAME.exec(text) ?? [];
        const place = scripts.get(file)?.(Number(line));
        if (!place) continue;
        frames.unshift({ ...place, line: Number(line), column: 1 });
        if (place.name.startsWith('Trigger.')) break;
    }
    return withoutPlumbing(frames);
}

/** Calls of one member on one line that follow each other are one: arrows and helpers of the compiler. */
function withoutPlumbing(frames: readonly CallFrame[]): CallFrame[] {
    return frames.filter((frame, index) => {
        const next = frames[index + 1];
        return !next || next.name !== frame.name || next.line !== frame.line;
    });
}

/** True when the innermost frame of a stack is in Apex code. */
export function isThrownByApex(stack: string): boolean {
    const first = stack.split('\n').find((text) => FRAME.test(text));
    const [, file = ''] = (first && FRAME.exec(first)) ?? [];
    return scripts.has(file);
}
