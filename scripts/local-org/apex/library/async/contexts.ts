import type { ApexException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';

/** The type of what the platform hands to a job: a class that nobody names, of a known interface. */
function implementing(interfaceName: string): RuntimeType {
    return platformType(`${interfaceName}Impl`, [platformType(interfaceName, [], 'interface')]);
}

const QUEUEABLE = implementing('System.QueueableContext');
const SCHEDULABLE = implementing('System.SchedulableContext');
const BATCHABLE = implementing('Database.BatchableContext');
const FINALIZER = implementing('System.FinalizerContext');

abstract class JobContext extends PlatformObject {
    private readonly jobId: string;

    constructor(jobId: string) {
        super();
        this.jobId = jobId;
    }

    getJobId(): string {
        return this.jobId;
    }
}

/** System.QueueableContext. */
export class QueueableContext extends JobContext {
    readonly $type = QUEUEABLE;
}

/** Database.BatchableContext. */
export class BatchableContext extends JobContext {
    readonly $type = BATCHABLE;

    getChildJobId(): string | null {
        return null;
    }
}

/** System.SchedulableContext. */
export class SchedulableContext extends PlatformObject {
    readonly $type = SCHEDULABLE;
    private readonly triggerId: string;

    constructor(triggerId: string) {
        super();
        this.triggerId = triggerId;
    }

    getTriggerId(): string {
        return this.triggerId;
    }
}

/** System.FinalizerContext. */
export class FinalizerContext extends PlatformObject {
    readonly $type = FINALIZER;
    private readonly jobId: string;
    private readonly requestId: string;
    private readonly failure: ApexException | null;

    constructor(jobId: string, requestId: string, failure: ApexException | null) {
        super();
        this.jobId = jobId;
        this.requestId = requestId;
        this.failure = failure;
    }

    getAsyncApexJobId(): string {
        return this.jobId;
    }

    getRequestId(): string {
        return this.requestId;
    }

    getResult(): unknown {
        return platformConstant(
            'System.ParentJobResult',
            this.failure ? 'UNHANDLED_EXCEPTION' : 'SUCCESS'
        );
    }

    getException(): ApexException | null {
        return this.failure;
    }
}

for (const [type, context] of [
    [QUEUEABLE, QueueableContext],
    [SCHEDULABLE, SchedulableContext],
    [BATCHABLE, BatchableContext],
    [FINALIZER, FinalizerContext]
] as const) {
    const [known] = type.parents;
    if (known) {
        platformClass(known.name, { type: known, class: context });
    }
}
