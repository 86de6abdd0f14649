import { field, READ_ONLY } from '../field.ts';
import type { ObjectMetadata } from '../metadata.ts';
import {
    AUDIT_FIELDS,
    ID_FIELD,
    IS_DELETED,
    OWNER_FIELD,
    RECENCY_FIELDS,
    RECORD_TYPE_FIELD,
    userField
} from '../systemFields.ts';
import type { FieldSchema, ObjectKind, ObjectSchema, SharingModel } from '../types.ts';

/** A hierarchy setting has one record for each owner at most. */
function settingOwner(kind: ObjectKind): FieldSchema {
    return field('SetupOwnerId', 'reference', {
        label: 'Location',
        nillable: false,
        updateable: false,
        unique: kind === 'hierarchySetting',
        referenceTo: ['Organization', 'Profile', 'User'],
        relationshipName: 'SetupOwner'
    });
}

/** What kind of object a name and a description make. */
export function customKind(source: ObjectMetadata): ObjectKind {
    if (source.fullName.endsWith('__mdt')) {
        return 'customMetadata';
    }
    if (source.fullName.endsWith('__e')) {
        return 'platformEvent';
    }
    switch (source.customSettingsType) {
        case 'List':
            return 'listSetting';
        case 'Hierarchy':
            return 'hierarchySetting';
        default:
            return 'custom';
    }
}

/** A custom object: the fields that the platform gives every one, then its own. */
export function customObject(
    source: ObjectMetadata,
    keyPrefix: string,
    ownFields: readonly FieldSchema[]
): ObjectSchema {
    const kind = customKind(source);
    const label = source.label ?? source.fullName;
    return {
        name: source.fullName,
        label,
        labelPlural: source.pluralLabel ?? label,
        kind,
        keyPrefix,
        sharingModel: sharingModel(source),
        fields: [...systemFields(source, kind), ...ownFields],
        childRelationships: [],
        validationRules: [],
        fieldSets: [],
        recordTypes: [],
        queryable: kind !== 'platformEvent',
        createable: kind !== 'customMetadata',
        updateable: kind !== 'customMetadata' && kind !== 'platformEvent',
        deletable: kind !== 'customMetadata' && kind !== 'platformEvent'
    };
}

function sharingModel(source: ObjectMetadata): SharingModel {
    const model = source.sharingModel ?? (isDetail(source) ? 'ControlledByParent' : 'ReadWrite');
    return model === 'ReadWriteTransfer' ? 'ReadWrite' : model;
}

function isDetail(source: ObjectMetadata): boolean {
    return source.fields.some((item) => item.type === 'MasterDetail');
}

function systemFields(source: ObjectMetadata, kind: ObjectKind): readonly FieldSchema[] {
    switch (kind) {
        case 'customMetadata':
            return METADATA_FIELDS;
        case 'platformEvent':
            return EVENT_FIELDS;
        case 'listSetting':
        case 'hierarchySetting':
            return [ID_FIELD, IS_DELETED, settingName(kind), settingOwner(kind), ...AUDIT_FIELDS];
        default:
            return recordFields(source);
    }
}

function recordFields(source: ObjectMetadata): readonly FieldSchema[] {
    return [
        ID_FIELD,
        ...(isDetail(source) ? [] : [OWNER_FIELD]),
        IS_DELETED,
        nameField(source),
        ...((source.recordTypes ?? []).length > 0 ? [RECORD_TYPE_FIELD] : []),
        ...AUDIT_FIELDS,
        ...RECENCY_FIELDS
    ];
}

function nameField(source: ObjectMetadata): FieldSchema {
    const label = source.nameField?.label ?? `${source.label ?? source.fullName} Name`;
    if (source.nameField?.type !== 'AutoNumber') {
        return field('Name', 'string', { label, length: 80, nameField: true });
    }
    return field('Name', 'string', {
        ...READ_ONLY,
        label,
        length: 80,
        nameField: true,
        nillable: false,
        autoNumber: true,
        displayFormat: source.nameField.displayFormat ?? '{0}'
    });
}

/** List settings are told apart by their names. */
function settingName(kind: ObjectKind): FieldSchema {
    const isList = kind === 'listSetting';
    return field('Name', 'string', {
        length: 38,
        nillable: !isList,
        unique: isList,
        nameField: true
    });
}

const METADATA_FIELDS: readonly FieldSchema[] = [
    ID_FIELD,
    field('DeveloperName', 'string', { length: 40, nillable: false }),
    field('MasterLabel', 'string', { length: 40, nillable: false, label: 'Label' }),
    field('Label', 'string', { length: 40, nameField: true }),
    field('Language', 'picklist', { length: 40 }),
    field('NamespacePrefix', 'string', { ...READ_ONLY, length: 15 }),
    field('QualifiedApiName', 'string', { ...READ_ONLY, length: 70 }),
    field('SystemModstamp', 'datetime', READ_ONLY)
];

const EVENT_FIELDS: readonly FieldSchema[] = [
    field('ReplayId', 'string', READ_ONLY),
    field('EventUuid', 'string', { ...READ_ONLY, length: 36 }),
    field('CreatedDate', 'datetime', READ_ONLY),
    userField('CreatedById', 'Created By ID')
];
