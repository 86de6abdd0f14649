import type { AsyncJob } from '../async/job.ts';

/** What a running Apex test has set up. */
export class TestState {
    /** Between `Test.startTest()` and `Test.stopTest()`, before, or after. */
    phase: 'before' | 'started' | 'stopped' = 'before';
    /** Mocks by the interface they were set for, in lower case. */
    readonly mocks = new Map<string, object>();
    /** Ids that SOSL finds. */
    searchResults: readonly string[] = [];
    /** Jobs asked for, in order; `stopTest` runs them. */
    readonly jobs: AsyncJob[] = [];
    /** Responses of continuations by their label. */
    readonly continuationResponses = new Map<string, unknown>();
    readonly soqlStubs = new Map<string, object>();
    /** Chained queueables: only those of the first generation run in a test. */
    isInStopTest = false;
}
