import type { ObjectMetadata } from '../../../../data/schema/metadata.ts';

/** An ordinary custom object. */
export const WIDGET: ObjectMetadata = {
    fullName: 'Widget__c',
    label: 'Widget',
    pluralLabel: 'Widgets',
    sharingModel: 'ReadWrite',
    nameField: { type: 'Text', label: 'Widget Name' },
    fields: [
        { fullName: 'Price__c', type: 'Currency', label: 'Price', precision: 18, scale: 2 },
        { fullName: 'Made_On__c', type: 'Date', label: 'Made On' },
        { fullName: 'Is_Blue__c', type: 'Checkbox', label: 'Is Blue', defaultValue: 'false' },
        {
            fullName: 'Key__c',
            type: 'Text',
            label: 'Key',
            length: 20,
            externalId: true,
            unique: true
        },
        {
            fullName: 'Account__c',
            type: 'Lookup',
            label: 'Account',
            referenceTo: 'Account',
            relationshipName: 'Widgets'
        }
    ]
};

/** A hierarchy custom setting. */
export const SETTING: ObjectMetadata = {
    fullName: 'Switches__c',
    label: 'Switches',
    customSettingsType: 'Hierarchy',
    fields: [
        { fullName: 'Is_On__c', type: 'Checkbox', label: 'Is On', defaultValue: 'false' },
        { fullName: 'Host__c', type: 'Text', label: 'Host', length: 80 }
    ]
};
