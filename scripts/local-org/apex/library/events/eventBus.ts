import { execution } from '../../execution.ts';
import type { Execution } from '../../execution.ts';
import type { FieldValue, Row } from '../../../data/types.ts';
import { systemException } from '../../values/exception.ts';
import { iterate } from '../../values/iterator.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { EVENT_TRIGGER } from '../async/jobMode.ts';
import { inJobTransaction, queueJob } from '../async/submit.ts';
import { OperationResult, SAVE_RESULT } from '../database/results.ts';
import { platformClass } from '../registry.ts';
import { toRow } from '../sobject/rows.ts';
import { runTriggers } from '../trigger/runner.ts';

const BROKER = platformType('eventbus.TestBroker');
/** Prefix of the ids that published events get. */
const EVENT_PREFIX = 'e00';

/** Events published in a test and not delivered yet. */
function testEvents(current: Execution): Row[] {
    return current.slot<Row[]>('events', () => []);
}

/** `EventBus.publish(event)` or `(events)`. */
function publish(target: unknown, _callback?: unknown): unknown {
    const isMany = target instanceof ApexList;
    const events = isMany ? [...iterate(target)] : [target];
    execution().limits.use('dmlStatements');
    const results = events.map((event) => publishOne(event));
    return isMany ? new ApexList(SAVE_RESULT, results) : results[0];
}

function publishOne(event: unknown): OperationResult {
    const current = execution();
    if (!(event instanceof ApexSObject)) {
        throw systemException('NullPointerException', 'Attempt to de-reference a null object');
    }
    const object = current.org.database.schema.object(event.typeName);
    if (object?.kind !== 'platformEvent') {
        throw systemException('TypeException', `${event.typeName} is not a platform event`);
    }
    acceptEvents([toRow(event)]);
    const id = `${EVENT_PREFIX}xx0000000001AAA`;
    return new OperationResult(SAVE_RESULT, { id, success: true, created: true, errors: [] });
}

/** The database's EventSink: events wait for the end of the transaction, or of the test. */
export function acceptEvents(events: readonly Row[]): void {
    const current = execution();
    for (const event of events) {
        const row = eventRow(current, event);
        if (current.test) {
            testEvents(current).push(row);
        } else {
            deliverLater(current, row);
        }
    }
}

/** What the bus adds to an event. */
function eventRow(current: Execution, event: Row): Row {
    const replay = current.slot('replayId', () => ({ last: 0 }));
    replay.last += 1;
    const fixed: Record<string, FieldValue> = {
        ReplayId: String(current.org.clock.now() * 1000 + replay.last),
        EventUuid: Buffer.from(current.org.random.bytes(16)).toString('hex'),
        CreatedDate: new Date(current.org.clock.now()).toISOString(),
        CreatedById: current.user.id
    };
    return { type: event.type, values: { ...event.values, ...fixed } };
}

function deliverLater(current: Execution, row: Row): void {
    const scope = { org: current.org, userId: current.user.id };
    const pendingBefore = current.hasUncommittedWork;
    queueJob(current, {
        id: null,
        kind: 'PlatformEvent',
        description: row.type,
        userId: current.user.id,
        notBefore: current.org.clock.now(),
        run: () => inJobTransaction(scope, EVENT_TRIGGER, () => deliver([row]))
    });
    current.hasUncommittedWork = pendingBefore;
}

/** Runs the subscribed triggers, once per kind of event. */
function deliver(rows: readonly Row[]): void {
    for (const objectName of new Set(rows.map((row) => row.type))) {
        const newRows = rows.filter((row) => row.type === objectName);
        const { errors } = runTriggers({
            objectName,
            event: 'after insert',
            newRows,
            oldRows: null
        });
        const [failure] = [...errors.values()].flat();
        if (failure) {
            throw systemException('DmlException', failure.message);
        }
    }
}

/** Delivers what a test has published: `Test.getEventBus().deliver()` and `stopTest`. */
export function deliverTestEvents(): void {
    const current = execution();
    const rows = testEvents(current).splice(0);
    const scope = { org: current.org, userId: current.user.id };
    inJobTransaction(scope, EVENT_TRIGGER, () => deliver(rows));
}

/** eventbus.TestBroker. */
export class TestBroker extends PlatformObject {
    readonly $type = BROKER;

    deliver(): void {
        deliverTestEvents();
    }

    /** The events are lost. */
    fail(): void {
        testEvents(execution()).length = 0;
    }
}

platformClass('eventbus.TestBroker', { class: TestBroker, type: BROKER });
platformClass('System.EventBus', { statics: { publish } });
