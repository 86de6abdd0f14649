import { execution } from '../../execution.ts';
import { fieldTarget } from '../../values/fields.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { setOf, types } from '../../values/runtimeType.ts';
import type { EnumConstant } from '../../values/runtimeType.ts';
import { ApexSet } from '../../values/set.ts';
import { ApexSObject } from '../../values/sobject.ts';
import type { ObjectAccess } from '../org/ports.ts';
import { platformClass } from '../registry.ts';

const DECISION = platformType('System.SObjectAccessDecision');

/** Names of System.AccessType. */
type AccessType = 'READABLE' | 'CREATABLE' | 'UPDATABLE' | 'UPSERTABLE';

/** System.SObjectAccessDecision. */
export class AccessDecision extends PlatformObject {
    readonly $type = DECISION;
    private readonly records: ApexList;
    private readonly modified: readonly number[];
    private readonly removed: ReadonlyMap<string, ReadonlySet<string>>;

    constructor(
        records: ApexList,
        modified: readonly number[],
        removed: ReadonlyMap<string, ReadonlySet<string>>
    ) {
        super();
        this.records = records;
        this.modified = modified;
        this.removed = removed;
    }

    getRecords(): ApexList {
        return this.records;
    }

    getModifiedIndexes(): ApexSet {
        return new ApexSet(types.Integer, this.modified);
    }

    /** Object to the fields that were removed. */
    getRemovedFields(): ApexMap {
        return new ApexMap(
            types.String,
            setOf(types.String),
            Array.from(this.removed, ([name, fields]) => {
                return [name, new ApexSet(types.String, fields)] as const;
            })
        );
    }
}

/** `Security.stripInaccessible`: copies without the fields that the user may not use that way. */
function stripInaccessible(
    accessType: EnumConstant,
    records: ApexList,
    enforceObjects: boolean | string = true
): AccessDecision {
    const stripper = new Stripper(accessType.name() as AccessType);
    const sources = records.toArray().filter((record) => record instanceof ApexSObject);
    if (enforceObjects === true) {
        sources.forEach((record) => stripper.requireObject(record.typeName));
    }
    const copies = sources.map((record) => stripper.strip(record));
    const modified = copies.flatMap(({ isModified }, index) => (isModified ? [index] : []));
    const kept = new ApexList(
        records.element,
        copies.map(({ copy }) => copy)
    );
    return new AccessDecision(kept, modified, stripper.removed);
}

class Stripper {
    readonly removed = new Map<string, Set<string>>();
    private readonly accessType: AccessType;

    constructor(accessType: AccessType) {
        this.accessType = accessType;
    }

    requireObject(objectName: string): void {
        const { org, user } = execution();
        if (!this.isObjectAllowed(org.access.object(user.id, objectName))) {
            throw systemException('NoAccessException', `No access to entity: ${objectName}`);
        }
    }

    strip(record: ApexSObject): { readonly copy: ApexSObject; readonly isModified: boolean } {
        const copy = new ApexSObject(record.typeName);
        let isModified = false;
        for (const name of record.fieldNames()) {
            const value = record.storedValue(name);
            const kept = this.isAllowed(record.typeName, name);
            if (!kept) {
                this.note(record.typeName, name);
                isModified = true;
                continue;
            }
            const inner = this.related(value);
            isModified ||= inner.isModified;
            copy.store(name, inner.value);
        }
        copy.markCloneOf(record);
        return { copy, isModified };
    }

    private related(value: unknown): { readonly value: unknown; readonly isModified: boolean } {
        if (value instanceof ApexSObject) {
            const { copy, isModified } = this.strip(value);
            return { value: copy, isModified };
        }
        if (!(value instanceof ApexList)) {
            return { value, isModified: false };
        }
        const children = value.toArray().map((child) => this.related(child));
        return {
            value: new ApexList(
                value.element,
                children.map((child) => child.value)
            ),
            isModified: children.some((child) => child.isModified)
        };
    }

    private isAllowed(objectName: string, name: string): boolean {
        const { org, user } = execution();
        const target = fieldTarget(objectName, name);
        if (target?.kind === 'children') {
            return org.access.object(user.id, target.childObject).read;
        }
        if (target?.kind === 'parent') {
            return org.access.field(user.id, objectName, target.schema.name).read;
        }
        if (target?.kind !== 'field' || target.schema.type === 'id') {
            return true;
        }
        const access = org.access.field(user.id, objectName, target.name);
        const { createable, updateable } = target.schema;
        switch (this.accessType) {
            case 'READABLE':
                return access.read;
            case 'CREATABLE':
                return access.edit && createable;
            case 'UPDATABLE':
                return access.edit && updateable;
            case 'UPSERTABLE':
                return access.edit && createable && updateable;
        }
    }

    private isObjectAllowed(access: ObjectAccess): boolean {
        switch (this.accessType) {
            case 'READABLE':
                return access.read;
            case 'CREATABLE':
                return access.create;
            case 'UPDATABLE':
                return access.update;
            case 'UPSERTABLE':
                return access.create && access.update;
        }
    }

    private note(objectName: string, field: string): void {
        const fields = this.removed.get(objectName) ?? new Set<string>();
        this.removed.set(objectName, fields.add(field));
    }
}

platformClass('System.SObjectAccessDecision', { class: AccessDecision, type: DECISION });
platformClass('System.Security', { statics: { stripInaccessible } });
