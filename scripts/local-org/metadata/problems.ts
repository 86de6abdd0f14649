/**
 * What is wrong with a source file. An `error` would fail a deployment to Salesforce; a `warning` is
 * something that the local org leaves out and Salesforce would not.
 */
export interface Problem {
    readonly severity: 'error' | 'warning';
    readonly file: string;
    /** 1-based; null when the problem is the file as a whole. */
    readonly line: number | null;
    /** Path of element names from the root, e.g. `CustomField.valueSet.restricted`. */
    readonly element: string | null;
    readonly message: string;
}

export type Report = (problem: Omit<Problem, 'file'>) => void;

/** `file:line: message (at element)`. */
export function describeProblem(problem: Problem): string {
    const place = problem.line === null ? problem.file : `${problem.file}:${problem.line}`;
    const element = problem.element === null ? '' : ` (at ${problem.element})`;
    return `${place}: ${problem.message}${element}`;
}

/** Thrown where metadata with errors can't be used; lists every error. */
export class SourceError extends Error {
    readonly problems: readonly Problem[];

    constructor(problems: readonly Problem[]) {
        super(problems.map(describeProblem).join('\n'));
        this.name = 'SourceError';
        this.problems = problems;
    }
}
