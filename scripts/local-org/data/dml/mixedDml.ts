import type { ObjectSchema } from '../schema/types.ts';
import type { DmlError, DmlScope, Row } from '../types.ts';
import { mixedDml } from './dmlErrors.ts';

/** Objects that can't be saved together with others in one transaction (Apex Developer Guide). */
const SETUP_OBJECTS = new Set([
    'FieldPermissions',
    'Group',
    'GroupMember',
    'ObjectPermissions',
    'PermissionSet',
    'PermissionSetAssignment',
    'PermissionSetGroup',
    'PermissionSetGroupComponent',
    'QueueSobject',
    'SetupEntityAccess',
    'Territory2',
    'User',
    'UserRole',
    'UserTerritory2Association'
]);

/** Changing one of these makes the save of a user a setup operation. */
const DECISIVE_USER_FIELDS = [
    'userroleid',
    'isactive',
    'forecastenabled',
    'isportalenabled',
    'username',
    'profileid'
];

/** Remembers whether a transaction has saved setup records or others: not both may be. */
export class MixedDmlGuard {
    #setup: string | null = null;
    #other: string | null = null;

    /** The error for a save that would mix; null where it doesn't, and the save is remembered. */
    check(object: ObjectSchema, rows: readonly Row[], operation: string): DmlError | null {
        if (object.kind === 'customMetadata' || object.kind === 'platformEvent') {
            return null;
        }
        const isSetup = SETUP_OBJECTS.has(object.name);
        if (isSetup && isExempt(object, rows, operation)) {
            return null;
        }
        const original = isSetup ? this.#other : this.#setup;
        if (original !== null) {
            return mixedDml(object, original);
        }
        if (isSetup) {
            this.#setup ??= object.name;
        } else {
            this.#other ??= object.name;
        }
        return null;
    }

    reset(): void {
        this.#setup = null;
        this.#other = null;
    }

    /** Starts what counts as a transaction of its own, as `System.runAs` does. */
    begin(): DmlScope {
        const before = { setup: this.#setup, other: this.#other };
        this.reset();
        return before;
    }

    /** Returns to what was saved before `begin`. */
    end(before: DmlScope): void {
        this.#setup = before.setup;
        this.#other = before.other;
    }
}

/** A new user without role, and a change of plain user fields, may go with anything. */
function isExempt(object: ObjectSchema, rows: readonly Row[], operation: string): boolean {
    if (object.name !== 'User') {
        return false;
    }
    const decisive = operation === 'insert' ? ['userroleid'] : DECISIVE_USER_FIELDS;
    return !rows.some((row) =>
        Object.entries(row.values).some(
            ([name, value]) => value !== null && decisive.includes(name.toLowerCase())
        )
    );
}
