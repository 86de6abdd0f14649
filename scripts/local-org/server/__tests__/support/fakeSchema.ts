import type { ChildRelationship, FieldSchema, ObjectSchema } from '../../../data/schema/types.ts';

const FIELD: Omit<FieldSchema, 'name' | 'label' | 'type'> = {
    custom: false,
    length: 255,
    precision: 0,
    scale: 0,
    nillable: true,
    createable: true,
    updateable: true,
    filterable: true,
    sortable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    nameField: false,
    htmlFormatted: false,
    autoNumber: false,
    formula: null,
    defaultValue: null,
    defaultFormula: null,
    picklistValues: [],
    restrictedPicklist: false,
    referenceTo: [],
    relationshipName: null,
    childRelationshipName: null,
    cascadeDelete: false,
    writeRequiresMasterRead: false,
    inlineHelpText: null,
    displayFormat: null,
    blanksAsZero: false,
    summary: null,
    compoundFieldName: null,
    restrictedDelete: false
};

type Extra = Partial<Omit<FieldSchema, 'name' | 'label' | 'type'>>;

export function field(
    name: string,
    label: string,
    type: FieldSchema['type'],
    extra: Extra = {}
): FieldSchema {
    return { ...FIELD, name, label, type, ...extra };
}

function lookup(name: string, label: string, referenceTo: string): FieldSchema {
    const relationshipName = name.replace(/Id$/, '');
    return field(name, label, 'reference', { referenceTo: [referenceTo], relationshipName });
}

const READ_ONLY = { createable: false, updateable: false };

const SYSTEM_FIELDS: readonly FieldSchema[] = [
    field('Id', 'Record ID', 'id', READ_ONLY),
    lookup('OwnerId', 'Owner', 'User'),
    field('CreatedDate', 'Created Date', 'datetime', READ_ONLY),
    field('LastModifiedDate', 'Last Modified Date', 'datetime', READ_ONLY)
];

function object(
    name: string,
    keyPrefix: string,
    fields: readonly FieldSchema[],
    childRelationships: readonly ChildRelationship[] = [],
    labelPlural = `${name}s`
): ObjectSchema {
    return {
        name,
        label: name,
        labelPlural,
        kind: 'standard',
        keyPrefix,
        sharingModel: 'ReadWrite',
        fields: [...SYSTEM_FIELDS, ...fields],
        childRelationships,
        queryable: true,
        createable: true,
        updateable: true,
        deletable: true,
        validationRules: [],
        fieldSets: [],
        recordTypes: []
    };
}

const NAME = field('Name', 'Name', 'string', { nameField: true, nillable: false });

function child(name: string, childObject: string): ChildRelationship {
    return { name, childObject, field: 'AccountId', cascadeDelete: false, restrictedDelete: false };
}

function picklist(name: string, label: string, values: readonly string[]): FieldSchema {
    return field(name, label, 'picklist', {
        picklistValues: values.map((value) => ({
            value,
            label: value,
            isDefault: false,
            isActive: true
        }))
    });
}

/** A handful of standard objects, as few fields as the pages need. */
export const FAKE_OBJECTS: readonly ObjectSchema[] = [
    object(
        'Account',
        '001',
        [
            field('Name', 'Account Name', 'string', { nameField: true, nillable: false }),
            picklist('Type', 'Type', ['Customer - Direct', 'Prospect']),
            picklist('Industry', 'Industry', ['Banking', 'Energy', 'Transportation']),
            field('Phone', 'Phone', 'phone'),
            field('Website', 'Website', 'url'),
            field('AnnualRevenue', 'Annual Revenue', 'currency', { scale: 0 }),
            field('NumberOfEmployees', 'Employees', 'integer'),
            field('Description', 'Description', 'textarea'),
            field('BillingCity', 'Billing City', 'string')
        ],
        [
            child('Contacts', 'Contact'),
            child('Opportunities', 'Opportunity'),
            child('Cases', 'Case')
        ]
    ),
    object('Contact', '003', [
        NAME,
        lookup('AccountId', 'Account Name', 'Account'),
        field('Title', 'Title', 'string'),
        field('Email', 'Email', 'email'),
        field('Phone', 'Phone', 'phone')
    ]),
    object('Lead', '00Q', [
        NAME,
        field('Company', 'Company', 'string'),
        field('Email', 'Email', 'email'),
        picklist('Status', 'Lead Status', ['Open - Not Contacted', 'Qualified'])
    ]),
    object(
        'Opportunity',
        '006',
        [
            NAME,
            lookup('AccountId', 'Account Name', 'Account'),
            picklist('StageName', 'Stage', ['Prospecting', 'Closed Won']),
            field('Amount', 'Amount', 'currency', { scale: 2 }),
            field('CloseDate', 'Close Date', 'date')
        ],
        [],
        'Opportunities'
    ),
    object('Case', '500', [
        field('CaseNumber', 'Case Number', 'string', { nameField: true, ...READ_ONLY }),
        lookup('AccountId', 'Account Name', 'Account'),
        field('Subject', 'Subject', 'string'),
        picklist('Status', 'Status', ['New', 'Closed'])
    ]),
    object('User', '005', [NAME, field('Email', 'Email', 'email')])
];
