import type { DmlError, Row, TriggerInvocation, TriggerOutcome } from '../../../data/types.ts';
import { currentExecution } from '../../execution.ts';
import type { Execution } from '../../execution.ts';
import { UncatchableException, uncatchable } from '../../values/exception.ts';
import type { ApexException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { sobjectType, types } from '../../values/runtimeType.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { asApexException } from '../org/errors.ts';
import type { CompiledTrigger } from '../org/ports.ts';
import { fromRow, toRow } from '../sobject/rows.ts';
import type { TriggerContext } from './context.ts';

/** Triggers that set off triggers, at most so deep. */
const MAX_DEPTH = 16;

/** The database's TriggerRunner: runs the org's triggers in the current transaction. */
export function runTriggers(invocation: TriggerInvocation): TriggerOutcome {
    const current = currentExecution();
    const triggers = current?.org.code.triggers(invocation.objectName, invocation.event) ?? [];
    if (!current || triggers.length === 0) {
        return { rows: invocation.newRows, errors: new Map() };
    }
    const context = contextOf(invocation);
    const failures = withContext(current, context, () =>
        triggers.flatMap((trigger) => runOne(trigger, invocation))
    );
    return outcome(invocation, context, failures);
}

/** The error that every row gets when a trigger ends with an exception; else nothing. */
function runOne(trigger: CompiledTrigger, invocation: TriggerInvocation): DmlError[] {
    try {
        trigger.run();
        return [];
    } catch (error) {
        const exception = asApexException(error);
        if (exception instanceof UncatchableException) {
            throw exception;
        }
        return [triggerError(trigger, invocation, exception)];
    }
}

function triggerError(
    trigger: CompiledTrigger,
    { event }: TriggerInvocation,
    exception: ApexException
): DmlError {
    const phase = event.replace(/(?:^| )\w/g, (part) => part.trim().toUpperCase());
    const message =
        `${trigger.name}: execution of ${phase}\n\ncaused by: ${exception.toString()}\n\n` +
        exception.getStackTraceString();
    return { statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields: [] };
}

function withContext<T>(current: Execution, context: TriggerContext, work: () => T): T {
    const outer = current.trigger;
    const depth = current.slot('triggerDepth', () => ({ value: 0 }));
    if (depth.value >= MAX_DEPTH) {
        throw uncatchable('LimitException', 'Maximum trigger depth exceeded');
    }
    current.trigger = context;
    depth.value += 1;
    try {
        return work();
    } finally {
        current.trigger = outer;
        depth.value -= 1;
    }
}

function contextOf({ objectName, event, newRows, oldRows }: TriggerInvocation): TriggerContext {
    const isBefore = event.startsWith('before');
    const news = records(objectName, newRows, !isBefore);
    const olds = records(objectName, oldRows, true);
    return {
        event,
        newRecords: news,
        oldRecords: olds,
        newMap: byId(objectName, news),
        oldMap: byId(objectName, olds),
        size: (news ?? olds)?.size() ?? 0
    };
}

function records(
    objectName: string,
    rows: readonly Row[] | null,
    isLocked: boolean
): ApexList | null {
    return (
        rows &&
        new ApexList(
            sobjectType(objectName),
            rows.map((row) => fromRow(row).lock(isLocked))
        )
    );
}

/** Null where records have no ids: before they are inserted, and for platform events. */
function byId(objectName: string, list: ApexList | null): ApexMap | null {
    const hasIds = list?.toArray().every((record) => idOf(record) !== null) ?? false;
    return hasIds ? ApexMap.create(types.Id, sobjectType(objectName), list) : null;
}

function idOf(record: unknown): unknown {
    return record instanceof ApexSObject ? record.storedValue('Id') : null;
}

/** Before a save the rows as the triggers left them; errors by position. */
function outcome(
    { event, newRows, oldRows }: TriggerInvocation,
    context: TriggerContext,
    failures: readonly DmlError[]
): TriggerOutcome {
    const list = (context.newRecords ?? context.oldRecords)?.toArray() ?? [];
    const subjects = list.filter((item) => item instanceof ApexSObject);
    const errors = new Map<number, readonly DmlError[]>();
    subjects.forEach((record, index) => {
        const own = [...record.recordedErrors(), ...failures];
        if (own.length > 0) {
            errors.set(index, own);
        }
    });
    const isChangeable = event.startsWith('before') && newRows !== null;
    return {
        rows: isChangeable ? subjects.map((record) => toRow(record)) : (newRows ?? oldRows),
        errors
    };
}
