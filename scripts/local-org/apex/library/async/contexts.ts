import type { ApexException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';

/** System.QueueableContext. */
export class QueueableContext extends PlatformObject {
    readonly $type = platformType('System.QueueableContextImpl', [
        platformType('System.QueueableContext', [], 'interface')
    ]);
    private readonly jobId: string;

    constructor(jobId: string) {
        super();
        this.jobId = jobId;
    }

    getJobId(): string {
        return this.jobId;
    }
}

/** System.SchedulableContext. */
export class SchedulableContext extends PlatformObject {
    readonly $type = platformType('System.SchedulableContextImpl', [
        platformType('System.SchedulableContext', [], 'interface')
    ]);
    private readonly triggerId: string;

    constructor(triggerId: string) {
        super();
        this.triggerId = triggerId;
    }

    getTriggerId(): string {
        return this.triggerId;
    }
}

/** Database.BatchableContext. */
export class BatchableContext extends PlatformObject {
    readonly $type = platformType('Database.BatchableContextImpl', [
        platformType('Database.BatchableContext', [], 'interface')
    ]);
    private readonly jobId: string;

    constructor(jobId: string) {
        super();
        this.jobId = jobId;
    }

    getJobId(): string {
        return this.jobId;
    }

    getChildJobId(): string | null {
        return null;
    }
}

/** System.FinalizerContext. */
export class FinalizerContext extends PlatformObject {
    readonly $type = platformType('System.FinalizerContextImpl', [
        platformType('System.FinalizerContext', [], 'interface')
    ]);
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

const INTERFACES = ['QueueableContext', 'SchedulableContext', 'FinalizerContext'];
const CLASSES = [QueueableContext, SchedulableContext, FinalizerContext];
INTERFACES.forEach((name, index) => {
    const type = platformType(`System.${name}`, [], 'interface');
    platformClass(type.name, { type, class: CLASSES[index] ?? QueueableContext });
});
platformClass('Database.BatchableContext', {
    class: BatchableContext,
    type: platformType('Database.BatchableContext', [], 'interface')
});
