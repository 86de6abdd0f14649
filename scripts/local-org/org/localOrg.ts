import type { LimitLedger } from '../apex/library/limits/ledger.ts';
import type { Org } from '../apex/library/org/ports.ts';
import type { ApexProgram } from '../apex/kernel/program.ts';
import type { Database } from '../data/types.ts';
import type { SourceChange, Source } from '../metadata/source.ts';
import type { HostMapping } from '../platform/callout/hostMapping.ts';
import type { DeployProblem } from '../platform/deploy/problems.ts';
import type { JobQueue } from '../platform/jobs/jobQueue.ts';
import type { ApexCall } from '../server/orgClient.ts';
import type { Platform } from '../platform/platform.ts';

/** A Salesforce org on this machine: records, code, metadata and the platform around them. */
export interface LocalOrg {
    readonly source: Source;
    readonly database: Database;
    readonly platform: Platform;
    /** Who stands in for hosts of other systems. */
    readonly hosts: HostMapping;
    /** The code as it is now; another object after an edit. */
    readonly program: ApexProgram;
    /** All of it as Apex code needs it. */
    readonly apex: Org;
    readonly jobs: JobQueue;
    /** Lines for the developer's terminal. */
    readonly log: (message: string) => void;
    /** Hears of each component's call that went well, and of the limits it used. */
    readonly onTransaction: ((call: ApexCall, used: LimitLedger) => void) | undefined;
    /** What the last deployment could not take. */
    readonly problems: readonly DeployProblem[];
    /** Takes over what has changed on disk since the last look. */
    refresh(): readonly SourceChange[];
    /** Runs the jobs that are due; gives the milliseconds until the next one, null when none waits. */
    runJobs(): number | null;
    close(): void;
}
