import type { FieldSchema, ObjectSchema, Schema } from '../schema/types.ts';
import { quoted } from '../store/connection.ts';
import type { Tables } from '../store/tables.ts';
import type { ObjectGrant } from './grants.ts';
import type { Reach } from './population.ts';

/** What a user wants to do with a record. `full` is delete, transfer and share. */
export type RecordAccess = 'read' | 'edit' | 'full';

/** What the rules of sharing need to know. */
export interface SharingRules {
    readonly schema: Schema;
    readonly tables: Tables;
    readonly grantOf: (object: ObjectSchema) => ObjectGrant;
    readonly reach: () => Reach;
}

const SHARE_LEVELS: Readonly<Record<RecordAccess, readonly string[]>> = {
    read: ['Read', 'Edit', 'All'],
    edit: ['Edit', 'All'],
    full: ['All']
};

/** Children of an account that open it for those who own them. */
const OPENING_CHILDREN = ['Opportunity', 'Case', 'Contact'];

/**
 * SQL that is true for the rows that a user has this access to; null when all are. Rules: the
 * org-wide default, ownership, role hierarchy, shares, and what follows from a parent or a child.
 */
export function sharingSql(
    object: ObjectSchema,
    alias: string,
    access: RecordAccess,
    rules: SharingRules
): string | null {
    const grant = rules.grantOf(object);
    if (grant.modifyAll || (access === 'read' && grant.viewAll) || !isShared(object)) {
        return null;
    }
    if (isOpen(object, access)) {
        return null;
    }
    if (object.sharingModel === 'ControlledByParent') {
        return byParent(object, alias, access, rules);
    }
    const owned = ownedSql(alias, rules);
    const shared = sharedSql(object, alias, access, rules);
    const implied = access === 'read' ? impliedSql(object, alias, rules) : [];
    return [owned, ...shared, ...implied].join(' OR ');
}

/** Setup data and objects without owner and parent are everybody's. */
function isShared(object: ObjectSchema): boolean {
    if (object.kind !== 'standard' && object.kind !== 'custom') {
        return false;
    }
    return object.sharingModel === 'ControlledByParent' || hasField(object, 'OwnerId');
}

/** The org-wide default alone is enough. Public defaults still leave deletion to the owner. */
function isOpen(object: ObjectSchema, access: RecordAccess): boolean {
    switch (object.sharingModel) {
        case 'FullAccess':
            return true;
        case 'ReadWrite':
            return access !== 'full';
        case 'Read':
            return access === 'read';
        case 'Private':
        case 'ControlledByParent':
            return false;
    }
}

function ownedSql(alias: string, rules: SharingRules): string {
    return `${alias}.OwnerId IN (${jsonList(rules.reach().owners)})`;
}

function sharedSql(
    object: ObjectSchema,
    alias: string,
    access: RecordAccess,
    rules: SharingRules
): readonly string[] {
    const share = rules.schema.object(shareName(object.name));
    if (share === undefined || !rules.tables.exists(share.name)) {
        return [];
    }
    const parent = fieldName(share, [`${object.name}Id`, 'ParentId']);
    const level = fieldName(share, [`${object.name}AccessLevel`, 'AccessLevel']);
    rules.tables.index(share.name, parent);
    const { sqlName } = rules.tables.get(share.name);
    const levels = jsonList(SHARE_LEVELS[access]);
    return [
        `${alias}.Id IN (SELECT ${quoted(parent)} FROM ${sqlName} WHERE ` +
            `UserOrGroupId IN (${jsonList(rules.reach().sharedWith)}) AND ` +
            `${quoted(level)} IN (${levels}) AND IsDeleted = 0)`
    ];
}

/** An account can be read by whoever owns one of its contacts, opportunities or cases. */
function impliedSql(object: ObjectSchema, alias: string, rules: SharingRules): readonly string[] {
    if (object.name !== 'Account') {
        return [];
    }
    const owners = jsonList(rules.reach().owners);
    return OPENING_CHILDREN.filter((child) => rules.tables.exists(child)).map((child) => {
        rules.tables.index(child, 'AccountId');
        const { sqlName } = rules.tables.get(child);
        return `${alias}.Id IN (SELECT AccountId FROM ${sqlName} WHERE OwnerId IN (${owners}) AND IsDeleted = 0)`;
    });
}

/** Detail records go by their master: reading needs to read it, all else to edit it. */
function byParent(
    object: ObjectSchema,
    alias: string,
    access: RecordAccess,
    rules: SharingRules
): string | null {
    const lookups = parentLookups(object);
    if (lookups.length === 0) {
        return null;
    }
    const conditions = lookups.map((lookup) => parentSql(object, lookup, alias, access, rules));
    const needed = conditions.filter((condition) => condition !== null);
    return needed.length === 0 ? null : needed.map((condition) => `(${condition})`).join(' AND ');
}

function parentSql(
    object: ObjectSchema,
    lookup: FieldSchema,
    alias: string,
    access: RecordAccess,
    rules: SharingRules
): string | null {
    const parent = rules.schema.object(lookup.referenceTo[0] ?? '');
    const needed = access === 'read' || lookup.writeRequiresMasterRead ? 'read' : 'edit';
    const rule = parent && sharingSql(parent, 'parent', needed, rules);
    if (parent === undefined || rule == null) {
        return null;
    }
    const { sqlName } = rules.tables.get(parent.name);
    const column = `${alias}.${quoted(lookup.name)}`;
    const orphan = hasField(object, 'OwnerId') ? ownedSql(alias, rules) : '1';
    return (
        `CASE WHEN ${column} IS NULL THEN ${orphan} ELSE ` +
        `${column} IN (SELECT parent.Id FROM ${sqlName} parent WHERE ${rule}) END`
    );
}

/** The master-detail lookups, or the lookup that stands for them on standard objects. */
export function parentLookups(object: ObjectSchema): readonly FieldSchema[] {
    const details = object.fields.filter(
        (field) => field.cascadeDelete && field.referenceTo.length === 1
    );
    const masters = details.filter((field) => field.custom && !field.nillable);
    return masters.length > 0 ? masters : details.slice(0, 1);
}

function shareName(objectName: string): string {
    return objectName.endsWith('__c')
        ? objectName.replace(/__c$/, '__Share')
        : `${objectName}Share`;
}

function fieldName(object: ObjectSchema, names: readonly string[]): string {
    return names.find((name) => hasField(object, name)) ?? 'ParentId';
}

function hasField(object: ObjectSchema, name: string): boolean {
    return object.fields.some((field) => field.name === name);
}

/** Ids and levels are letters and digits, so they can stand in SQL as they are. */
function jsonList(values: readonly string[]): string {
    return `SELECT value FROM json_each('${JSON.stringify(values)}')`;
}
