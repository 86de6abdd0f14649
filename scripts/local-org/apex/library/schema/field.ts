import type { FieldSchema, FieldType } from '../../../data/schema/types.ts';
import { execution } from '../../execution.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { stringHash } from '../../values/equality.ts';
import { library } from '../../values/lateBound.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';
import { describeClass } from './describeClass.ts';
import type { Described } from './describeClass.ts';
import { fieldInUsersLanguage } from './localized.ts';

const FIELD = platformType('Schema.SObjectField');
const SOBJECT_TYPE = platformType('Schema.SObjectType');

/** Schema.SObjectField: one field of an object; its text is the field's name. */
export class SObjectField extends PlatformObject {
    readonly $type = FIELD;
    readonly objectName: string;
    private readonly name: string;

    constructor(objectName: string, name: string) {
        super();
        this.objectName = objectName;
        this.name = name;
    }

    getDescribe(_options?: unknown): Described<FieldOf> {
        return describeField(this.objectName, this.name);
    }

    equals(other: unknown): boolean {
        return other instanceof SObjectField && other.hashText() === this.hashText();
    }

    hashCode(): number {
        return stringHash(this.hashText());
    }

    override toString(): string {
        return this.name;
    }

    private hashText(): string {
        return `${this.objectName}.${this.name}`.toLowerCase();
    }
}

const fields = new Map<string, SObjectField>();

/** The one token of a field: `Account.Name`. */
export function fieldToken(objectName: string, fieldName: string): SObjectField {
    const key = `${objectName}.${fieldName}`;
    const token = fields.get(key) ?? new SObjectField(objectName, fieldName);
    fields.set(key, token);
    return token;
}

/** A field and the object it belongs to. */
export interface FieldOf {
    readonly objectName: string;
    readonly field: FieldSchema;
}

/** `Schema.SObjectType.Account.fields.Name`, `Account.Name.getDescribe()`. */
export function describeField(objectName: string, fieldName: string): Described<FieldOf> {
    const field = execution().org.database.schema.field(objectName, fieldName);
    if (!field) {
        throw systemException('SObjectException', `Invalid field ${fieldName} for ${objectName}`);
    }
    return FIELD_RESULT.describe({ objectName, field });
}

/** The constant of Schema.DisplayType for a field's type. */
export function displayType(type: FieldType): unknown {
    return platformConstant('Schema.DisplayType', type.toUpperCase());
}

function soapType(type: FieldType): unknown {
    const names: Partial<Record<FieldType, string>> = {
        address: 'ADDRESS',
        anytype: 'ANYTYPE',
        base64: 'BASE64BINARY',
        boolean: 'BOOLEAN',
        currency: 'DOUBLE',
        date: 'DATE',
        datetime: 'DATETIME',
        double: 'DOUBLE',
        id: 'ID',
        integer: 'INTEGER',
        percent: 'DOUBLE',
        reference: 'ID',
        time: 'TIME'
    };
    return platformConstant('Schema.SoapType', names[type] ?? 'STRING');
}

function access({ objectName, field }: FieldOf): {
    readonly read: boolean;
    readonly edit: boolean;
} {
    const { org, user } = execution();
    return org.access.field(user.id, objectName, field.name);
}

function picklistValues({ objectName, field }: FieldOf): ApexList {
    const { picklistValues: values } = fieldInUsersLanguage(objectName, field);
    const entries = values.map((entry) => PICKLIST_ENTRY.describe(entry));
    return new ApexList(PICKLIST_ENTRY.type, entries);
}

function defaultValue({ field }: FieldOf): unknown {
    const value = field.defaultValue;
    return typeof value === 'number' && field.type !== 'integer' ? ApexDecimal.of(value) : value;
}

const PICKLIST_ENTRY = describeClass<FieldSchema['picklistValues'][number]>(
    'Schema.PicklistEntry',
    { Label: (entry) => entry.label, Value: (entry) => entry.value },
    { Active: (entry) => entry.isActive, DefaultValue: (entry) => entry.isDefault }
);

const TEXT_TYPES: readonly FieldType[] = [
    'string',
    'textarea',
    'url',
    'email',
    'phone',
    'picklist'
];
const isLong = (field: FieldSchema): boolean => field.type === 'textarea' && field.length > 255;

const FIELD_RESULT = describeClass<FieldOf>(
    'Schema.DescribeFieldResult',
    {
        ByteLength: ({ field }) => field.length * (TEXT_TYPES.includes(field.type) ? 3 : 1),
        CalculatedFormula: ({ field }) => field.formula,
        DefaultValue: defaultValue,
        DefaultValueFormula: ({ field }) => field.defaultFormula,
        Digits: ({ field }) => (field.type === 'integer' ? field.precision : 0),
        InlineHelpText: ({ field }) => field.inlineHelpText,
        Label: ({ objectName, field }) => fieldInUsersLanguage(objectName, field).label,
        Length: ({ field }) => field.length,
        LocalName: ({ field }) => field.name.replace(/^\w+?__(?=\w+__\w+$)/, ''),
        Name: ({ field }) => field.name,
        PicklistValues: picklistValues,
        Precision: ({ field }) => field.precision,
        ReferenceTo: ({ field }) =>
            new ApexList(
                SOBJECT_TYPE,
                field.referenceTo.map((name) => library().sobjectType(name))
            ),
        RelationshipName: ({ field }) => field.relationshipName,
        RelationshipOrder: ({ field }) => (field.cascadeDelete ? 0 : null),
        Scale: ({ field }) => field.scale,
        SoapType: ({ field }) => soapType(field.type),
        SObjectType: ({ objectName }) => library().sobjectType(objectName),
        SobjectField: ({ objectName, field }) => fieldToken(objectName, field.name),
        Type: ({ field }) => displayType(field.type)
    },
    {
        Accessible: (subject) => access(subject).read,
        Aggregatable: ({ field }) => field.filterable && !isLong(field),
        AiPredictionField: () => false,
        AutoNumber: ({ field }) => field.autoNumber,
        Calculated: ({ field }) => field.formula !== null,
        CascadeDelete: ({ field }) => field.cascadeDelete,
        CaseSensitive: ({ field }) => field.caseSensitive,
        Createable: (subject) => subject.field.createable && access(subject).edit,
        Custom: ({ field }) => field.custom,
        DefaultedOnCreate: ({ field }) =>
            field.defaultValue !== null || field.defaultFormula !== null || field.autoNumber,
        DependentPicklist: () => false,
        DeprecatedAndHidden: () => false,
        DisplayLocationInDecimal: () => false,
        Encrypted: ({ field }) => field.type === 'encryptedstring',
        ExternalId: ({ field }) => field.externalId,
        Filterable: ({ field }) => field.filterable,
        FormulaTreatNullNumberAsZero: () => false,
        Groupable: ({ field }) =>
            field.filterable &&
            field.formula === null &&
            !['datetime', 'double'].includes(field.type),
        HighScaleNumber: () => false,
        HtmlFormatted: ({ field }) => field.htmlFormatted,
        IdLookup: ({ field }) => field.type === 'id' || field.externalId || field.nameField,
        NameField: ({ field }) => field.nameField,
        NamePointing: ({ field }) => field.referenceTo.length > 1,
        Nillable: ({ field }) => field.nillable,
        Permissionable: ({ field }) =>
            (field.nillable || field.formula !== null) && !field.nameField && field.type !== 'id',
        QueryByDistance: ({ field }) => ['location', 'address'].includes(field.type),
        RestrictedDelete: () => false,
        RestrictedPicklist: ({ field }) => field.restrictedPicklist,
        SearchPrefilterable: ({ field }) => field.type === 'reference',
        Sortable: ({ field }) => field.sortable,
        Unique: ({ field }) => field.unique,
        Updateable: (subject) => subject.field.updateable && access(subject).edit,
        WriteRequiresMasterRead: ({ field }) => field.writeRequiresMasterRead
    }
);

platformClass('Schema.SObjectField', { class: SObjectField, type: FIELD });
