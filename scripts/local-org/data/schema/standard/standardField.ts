import type { SObjectFieldSignature } from '../../../apex/signatures/sobjects.ts';
import { field, type FieldTraits } from '../field.ts';
import {
    AUDIT_FIELDS,
    ID_FIELD,
    IS_DELETED,
    RECENCY_FIELDS,
    RECORD_TYPE_FIELD
} from '../systemFields.ts';
import type { FieldSchema, FieldType } from '../types.ts';

const SYSTEM = new Map(
    [ID_FIELD, IS_DELETED, ...AUDIT_FIELDS, ...RECENCY_FIELDS, RECORD_TYPE_FIELD].map(
        (known) => [known.name, known] as const
    )
);

const TYPES: Readonly<Record<NonNullable<SObjectFieldSignature['type']>, FieldType | null>> = {
    Id: 'reference',
    String: 'string',
    Boolean: 'boolean',
    Integer: 'integer',
    Long: 'long',
    Double: 'double',
    Decimal: 'double',
    Date: 'date',
    Datetime: 'datetime',
    Time: 'time',
    Blob: 'base64',
    Address: 'address',
    Location: 'location',
    Object: 'anytype',
    'List<String>': null,
    'List<Location>': null,
    'List<Address>': null
};

/** Types that a field's name gives away where the Apex type is String or Decimal. */
const BY_NAME: readonly (readonly [RegExp, FieldType])[] = [
    [/Email$/, 'email'],
    [/(?:Phone|Fax)$/, 'phone'],
    [/(?:Url|URL|Website)$/, 'url'],
    [/(?:Status|Type|Priority|Category|Level|SidKey|LocaleKey)$/, 'picklist']
];

/**
 * The schema of a standard field: its Apex type, refined by its name and by what is known of the
 * object. Null for the few that Apex knows but no record has.
 */
export function standardField(
    signature: SObjectFieldSignature,
    known: FieldTraits | undefined
): FieldSchema | null {
    const system = SYSTEM.get(signature.name);
    if (system !== undefined && known === undefined) {
        return system;
    }
    const type = signature.type === null ? null : TYPES[signature.type];
    if (type === null) {
        return null;
    }
    const resolved = known?.type ?? refined(signature.name, type);
    const traits = resolved === 'reference' ? referenceTraits(signature) : numberTraits(resolved);
    return field(signature.name, resolved, { ...traits, ...known });
}

function refined(name: string, type: FieldType): FieldType {
    const byName = type === 'string' && BY_NAME.find(([pattern]) => pattern.test(name));
    return byName ? byName[1] : type;
}

function numberTraits(type: FieldType): FieldTraits {
    switch (type) {
        case 'integer':
            return { precision: 9 };
        case 'long':
            return { precision: 19 };
        case 'double':
        case 'currency':
        case 'percent':
            return { precision: 18, scale: 2 };
        default:
            return {};
    }
}

function referenceTraits(signature: SObjectFieldSignature): FieldTraits {
    const target = signature.relationship?.target;
    const polymorphic = target === undefined || target === 'Name' || target === 'SObject';
    return {
        relationshipName: signature.relationship?.name ?? null,
        referenceTo: polymorphic ? ['Group', 'User'] : [target],
        label: `${field(signature.name.replace(/Id$/, ''), 'string').label} ID`
    };
}
