import { fieldTarget } from './fields.ts';
import { ApexSObject } from './sobject.ts';

/** What of a record goes into its copy besides ordinary fields. */
export interface CopyOptions {
    readonly preserveId?: boolean;
    readonly preserveAudit?: boolean;
    readonly preserveAutonumber?: boolean;
    readonly isDeep?: boolean;
}

const AUDIT_FIELDS = new Set([
    'createdbyid',
    'createddate',
    'lastmodifiedbyid',
    'lastmodifieddate'
]);

/** A copy that shares nothing with its source but the related records. */
export function deepCloneSObject(source: ApexSObject, options: CopyOptions = {}): ApexSObject {
    return copySObject(source, { preserveId: true, ...options, isDeep: true });
}

/** A copy as `clone` makes it: ids, audit fields and autonumbers only when asked for. */
export function copySObject(source: ApexSObject, options: CopyOptions): ApexSObject {
    const copy = new ApexSObject(source.typeName);
    for (const name of source.fieldNames()) {
        if (isCopied(source.typeName, name, options)) {
            copy.store(name, source.storedValue(name));
        }
    }
    copy.markCloneOf(source);
    return copy;
}

function isCopied(objectName: string, name: string, options: CopyOptions): boolean {
    const key = name.toLowerCase();
    if (key === 'id') {
        return options.preserveId === true;
    }
    if (AUDIT_FIELDS.has(key)) {
        return options.preserveAudit === true;
    }
    const target = fieldTarget(objectName, name);
    const isAutonumber = target?.kind === 'field' && target.schema.autoNumber;
    return !isAutonumber || options.preserveAutonumber === true;
}
