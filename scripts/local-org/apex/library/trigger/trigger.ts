import { execution } from '../../execution.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';
import type { TriggerContext } from './context.ts';

const context = (): TriggerContext | null => execution().trigger;
const isEvent = (part: string): boolean => context()?.event.split(' ').includes(part) ?? false;

/** Trigger.*: null and false outside of triggers. */
platformClass('System.Trigger', {
    statics: {
        get isExecuting() {
            return context() !== null;
        },
        get isBefore() {
            return isEvent('before');
        },
        get isAfter() {
            return isEvent('after');
        },
        get isInsert() {
            return isEvent('insert');
        },
        get isUpdate() {
            return isEvent('update');
        },
        get isDelete() {
            return isEvent('delete');
        },
        get isUndelete() {
            return isEvent('undelete');
        },
        get New() {
            return context()?.newRecords ?? null;
        },
        get old() {
            return context()?.oldRecords ?? null;
        },
        get newMap() {
            return context()?.newMap ?? null;
        },
        get oldMap() {
            return context()?.oldMap ?? null;
        },
        get size() {
            return context()?.size ?? null;
        },
        get operationType() {
            const event = context()?.event.replace(' ', '_').toUpperCase();
            return event === undefined ? null : platformConstant('System.TriggerOperation', event);
        }
    }
});
