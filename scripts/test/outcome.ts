/** How one suite ended. */
export interface Outcome {
    readonly passed: number;
    readonly failed: number;
    readonly skipped: number;
}

/** A suite of tests; prints its own progress and failures. */
export interface Suite {
    readonly name: string;
    run(root: string): Promise<Outcome>;
}

export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
    return outcomes.reduce(
        (sum, { passed, failed, skipped }) => ({
            passed: sum.passed + passed,
            failed: sum.failed + failed,
            skipped: sum.skipped + skipped
        }),
        { passed: 0, failed: 0, skipped: 0 }
    );
}

export function describeOutcome({ passed, failed, skipped }: Outcome): string {
    const counts = `${passed} passed, ${failed} failed`;
    return skipped === 0 ? counts : `${counts}, ${skipped} skipped`;
}
