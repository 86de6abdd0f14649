import type { FieldSchema, ObjectSchema } from '../schema/types.ts';

/** Standard objects whose permissions an administrator sets; the others go by a parent or are open. */
const STANDARD = new Set([
    'Account',
    'Asset',
    'Campaign',
    'Case',
    'Contact',
    'Contract',
    'Document',
    'Individual',
    'Lead',
    'Opportunity',
    'Order',
    'Pricebook2',
    'Product2',
    'Quote',
    'Solution'
]);

/** Objects that take their permissions from another. */
const DEPENDENT: Readonly<Record<string, string>> = {
    AccountContactRelation: 'Account',
    CampaignMember: 'Campaign',
    CaseComment: 'Case',
    CaseContactRole: 'Case',
    OpportunityContactRole: 'Opportunity',
    OpportunityLineItem: 'Opportunity',
    OrderItem: 'Order',
    PricebookEntry: 'Pricebook2'
};

const SYSTEM_FIELDS = new Set([
    'CreatedById',
    'CreatedDate',
    'Id',
    'IsDeleted',
    'LastActivityDate',
    'LastModifiedById',
    'LastModifiedDate',
    'LastReferencedDate',
    'LastViewedDate',
    'MasterRecordId',
    'Name',
    'OwnerId',
    'RecordTypeId',
    'SystemModstamp'
]);

/** The object whose permissions decide; null where everybody may. */
export function permissionObject(object: ObjectSchema): string | null {
    if (object.kind === 'custom' || object.kind === 'platformEvent') {
        return object.name;
    }
    const base = object.name.replace(/(?:__Share|__History|__Feed)$/, '__c');
    if (base !== object.name) {
        return base;
    }
    const owner = /^(.+?)(?:Share|History|Feed)$/.exec(object.name)?.[1] ?? object.name;
    const decisive = DEPENDENT[object.name] ?? owner;
    return STANDARD.has(decisive) ? decisive : null;
}

/**
 * True when field-level security can hide the field: not the system's own fields, names, required
 * fields and master-detail lookups, which anyone sees who sees the object.
 */
export function isFieldPermissionable(object: ObjectSchema, field: FieldSchema): boolean {
    if (permissionObject(object) !== object.name || object.kind === 'platformEvent') {
        return false;
    }
    if (SYSTEM_FIELDS.has(field.name) || field.nameField || field.compoundFieldName === 'Name') {
        return false;
    }
    return field.type === 'boolean' || field.nillable;
}
