/** How one test method ended. */
export interface TestResult {
    readonly class: string;
    readonly method: string;
    readonly outcome: 'pass' | 'fail' | 'error' | 'skip';
    /** Milliseconds. */
    readonly ms: number;
    readonly message: string | null;
    /** As Apex prints it: a line per frame. */
    readonly stack: string | null;
}

/** Lines with statements of a class or trigger, and those that ran. */
export interface LineCoverage {
    readonly class: string;
    readonly lines: number;
    readonly covered: number;
}

export interface TestReport {
    readonly tests: readonly TestResult[];
    readonly coverage: readonly LineCoverage[];
}
