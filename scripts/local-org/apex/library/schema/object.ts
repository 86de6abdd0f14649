import type { ChildRelationship, ObjectSchema } from '../../../data/schema/types.ts';
import { execution } from '../../execution.ts';
import { CaseInsensitiveMap } from '../../values/caseInsensitiveMap.ts';
import { stringHash } from '../../values/equality.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import { ApexSObject } from '../../values/sobject.ts';
import type { ObjectAccess } from '../org/ports.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';
import { describeClass } from './describeClass.ts';
import type { Described } from './describeClass.ts';
import { describeField, fieldToken } from './field.ts';
import { FIELD_SET_TYPE, fieldSetsOf } from './fieldSet.ts';
import { inUsersLanguage } from './localized.ts';
import { RECORD_TYPE_INFO, recordTypesOf } from './recordTypes.ts';

const SOBJECT_TYPE = platformType('Schema.SObjectType');
const FIELD = platformType('Schema.SObjectField');

/** Schema.SObjectType: an object; its text is the object's name. */
export class SObjectType extends PlatformObject {
    readonly $type = SOBJECT_TYPE;
    private readonly name: string;

    constructor(name: string) {
        super();
        this.name = name;
    }

    getDescribe(_options?: unknown): Described<ObjectSchema> {
        return describeObject(this.name);
    }

    /** With an id, or a record type and whether fields get their defaults. */
    newSObject(id: string | null = null, loadDefaults = false): ApexSObject {
        const record = new ApexSObject(this.name);
        if (loadDefaults) {
            fillDefaults(record, this.getDescribe().subject);
        }
        if (id !== null && loadDefaults) {
            record.write('RecordTypeId', id);
            return record;
        }
        if (id !== null) {
            record.write('Id', id);
        }
        return record;
    }

    /** `Account.SObjectType.Fields`. */
    get Fields(): ObjectFields {
        return new ObjectFields(this.name);
    }

    equals(other: unknown): boolean {
        return other instanceof SObjectType && other.name.toLowerCase() === this.name.toLowerCase();
    }

    hashCode(): number {
        return stringHash(this.name.toLowerCase());
    }

    override toString(): string {
        return this.name;
    }
}

function fillDefaults(record: ApexSObject, object: ObjectSchema): void {
    for (const field of object.fields) {
        if (field.defaultValue !== null && field.createable) {
            record.write(field.name, field.defaultValue);
        }
    }
}

const tokens = new Map<string, SObjectType>();

/** The one token of an object, whatever the case of the name: `Account.SObjectType`. */
export function sobjectToken(name: string): SObjectType {
    const known = execution().org.database.schema.object(name)?.name ?? name;
    const token = tokens.get(known) ?? new SObjectType(known);
    tokens.set(known, token);
    return token;
}

/** The `fields` of a describe result. */
export class ObjectFields extends PlatformObject {
    readonly $type = platformType('Schema.SObjectTypeFields');
    private readonly objectName: string;

    constructor(objectName: string) {
        super();
        this.objectName = objectName;
    }

    /** Names in lower case to Schema.SObjectField. */
    getMap(): ApexMap {
        const { fields } = requireObject(this.objectName);
        return new CaseInsensitiveMap(
            types.String,
            FIELD,
            fields.map(({ name }) => [name, fieldToken(this.objectName, name)] as const)
        );
    }

    /** `fields.Name`, for compiled code. */
    member(name: string): unknown {
        return describeField(this.objectName, name);
    }
}

/** The `fieldSets` of a describe result. */
export class ObjectFieldSets extends PlatformObject {
    readonly $type = platformType('Schema.SObjectTypeFieldSets');
    private readonly objectName: string;

    constructor(objectName: string) {
        super();
        this.objectName = objectName;
    }

    getMap(): ApexMap {
        const sets = fieldSetsOf(this.objectName);
        return new CaseInsensitiveMap(
            types.String,
            FIELD_SET_TYPE,
            sets.map((set) => [set.subject.definition.name, set] as const)
        );
    }

    /** `fieldSets.Name`, for compiled code. */
    member(name: string): unknown {
        return this.getMap().get(name);
    }
}

/** `Schema.SObjectType.Account`, `Account.SObjectType.getDescribe()`. */
export function describeObject(name: string): Described<ObjectSchema> {
    return OBJECT_RESULT.describe(requireObject(name));
}

function requireObject(name: string): ObjectSchema {
    const object = execution().org.database.schema.object(name);
    if (!object) {
        throw systemException(
            'InvalidParameterValueException',
            `Invalid sobject provided: ${name}`
        );
    }
    return object;
}

function access(object: ObjectSchema): ObjectAccess {
    const { org, user } = execution();
    return org.access.object(user.id, object.name);
}

function recordTypeMap(
    object: ObjectSchema,
    keyOf: (type: { id: string; name: string; developerName: string }) => string
): ApexMap {
    return new ApexMap(
        types.String,
        RECORD_TYPE_INFO,
        recordTypesOf(object.name).map((type) => [keyOf(type.subject), type] as const)
    );
}

const CHILD = describeClass<ChildRelationship>(
    'Schema.ChildRelationship',
    {
        ChildSObject: (child) => sobjectToken(child.childObject),
        Field: (child) => fieldToken(child.childObject, child.field),
        JunctionIdListNames: () => new ApexList(types.String),
        JunctionReferenceTo: () => new ApexList(SOBJECT_TYPE),
        RelationshipName: (child) => child.name
    },
    {
        CascadeDelete: (child) => child.cascadeDelete,
        DeprecatedAndHidden: () => false,
        RestrictedDelete: () => false
    }
);

const CUSTOM_KINDS = [
    'custom',
    'customMetadata',
    'listSetting',
    'hierarchySetting',
    'platformEvent'
];

const OBJECT_RESULT = describeClass<ObjectSchema>(
    'Schema.DescribeSObjectResult',
    {
        AssociateEntityType: () => null,
        AssociateParentEntity: () => null,
        ChildRelationships: (object) =>
            new ApexList(
                CHILD.type,
                object.childRelationships.map((child) => CHILD.describe(child))
            ),
        DefaultImplementation: () => null,
        Fields: (object) => new ObjectFields(object.name),
        FieldSets: (object) => new ObjectFieldSets(object.name),
        HasSubtypes: () => false,
        ImplementedBy: () => null,
        ImplementsInterfaces: () => null,
        IsInterface: () => false,
        IsSubtype: () => false,
        KeyPrefix: (object) => (object.keyPrefix === '' ? null : object.keyPrefix),
        Label: (object) => inUsersLanguage(object).label,
        LabelPlural: (object) => inUsersLanguage(object).labelPlural,
        LocalName: (object) => object.name.replace(/^\w+?__(?=\w+__\w+$)/, ''),
        Name: (object) => object.name,
        RecordTypeInfos: (object) => new ApexList(RECORD_TYPE_INFO, recordTypesOf(object.name)),
        RecordTypeInfosByDeveloperName: (object) =>
            recordTypeMap(object, (type) => type.developerName),
        RecordTypeInfosById: (object) => recordTypeMap(object, (type) => type.id),
        RecordTypeInfosByName: (object) => recordTypeMap(object, (type) => type.name),
        SObjectDescribeOption: () => platformConstant('Schema.SObjectDescribeOptions', 'FULL'),
        SObjectType: (object) => sobjectToken(object.name)
    },
    {
        Accessible: (object) => access(object).read,
        Createable: (object) => object.createable && access(object).create,
        Custom: (object) => CUSTOM_KINDS.includes(object.kind),
        CustomSetting: (object) => ['listSetting', 'hierarchySetting'].includes(object.kind),
        Deletable: (object) => object.deletable && access(object).delete,
        DeprecatedAndHidden: () => false,
        FeedEnabled: () => false,
        Mergeable: (object) => ['Account', 'Contact', 'Lead', 'Case'].includes(object.name),
        MruEnabled: (object) => object.kind === 'standard' || object.kind === 'custom',
        Queryable: (object) => object.queryable,
        Searchable: (object) => object.queryable && object.kind !== 'customMetadata',
        Undeletable: (object) => object.deletable,
        Updateable: (object) => object.updateable && access(object).update
    }
);

platformClass('Schema.SObjectType', { class: SObjectType, type: SOBJECT_TYPE });
platformClass('Schema.SObjectTypeFields', { class: ObjectFields });
platformClass('Schema.SObjectTypeFieldSets', { class: ObjectFieldSets });
