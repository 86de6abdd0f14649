import { describe, expect, it } from '@jest/globals';
import { createSchema } from '../schema.ts';
import { OVERLAYS } from '../standard/overlay/overlays.ts';

const schema = createSchema({
    metadata: [
        {
            fullName: 'Link__c',
            label: 'Link',
            pluralLabel: 'Links',
            fields: [
                {
                    fullName: 'Account__c',
                    type: 'Lookup',
                    referenceTo: 'Account',
                    relationshipName: 'Links'
                },
                { fullName: 'Place__c', type: 'Location', scale: 5 }
            ]
        },
        { fullName: 'Map__mdt', label: 'Map', fields: [] },
        { fullName: 'Switch__c', label: 'Switch', customSettingsType: 'Hierarchy', fields: [] },
        { fullName: 'Account', fields: [{ fullName: 'Key__c', type: 'Text', length: 9 }] }
    ]
});

describe('Standard objects', () => {
    it('have labels, names, required fields and picklists', () => {
        expect(schema.object('opportunity')).toMatchObject({
            name: 'Opportunity',
            labelPlural: 'Opportunities',
            keyPrefix: '006'
        });
        expect(schema.field('Account', 'name')).toMatchObject({
            label: 'Account Name',
            nameField: true,
            nillable: false,
            length: 255
        });
        expect(schema.field('Case', 'Status')?.defaultValue).toBe('New');
    });

    it('take the fields of the source', () => {
        expect(schema.field('Account', 'Key__c')).toMatchObject({ custom: true, length: 9 });
    });

    it('lack the fields of features that are off', () => {
        expect(schema.field('Account', 'PersonEmail')).toBeUndefined();
        expect(schema.field('Account', 'CurrencyIsoCode')).toBeUndefined();
    });

    it('know their children by name', () => {
        expect(schema.childRelationship('Account', 'Contacts')).toMatchObject({
            childObject: 'Contact',
            field: 'AccountId',
            cascadeDelete: true
        });
        expect(schema.childRelationship('Account', 'links__r')?.field).toBe('Account__c');
        expect(schema.childRelationship('Link__c', 'ContentDocumentLinks')?.field).toBe(
            'LinkedEntityId'
        );
    });

    it('are curated for fields that exist alone, with one name field at most', () => {
        const wrong = Object.entries(OVERLAYS).flatMap(([name, overlay]) => {
            const fields = Object.keys(overlay.fields ?? {});
            const missing = fields.filter((field) => schema.field(name, field) === undefined);
            const named = schema.object(name)?.fields.filter((field) => field.nameField) ?? [];
            const expected = overlay.nameField === '' ? 0 : 1;
            return named.length === expected ? missing.map((field) => `${name}.${field}`) : [name];
        });
        expect(wrong).toEqual([]);
    });

    it('have key prefixes of their own', () => {
        const prefixes = Object.values(OVERLAYS).map((overlay) => overlay.keyPrefix);
        expect(new Set(prefixes).size).toBe(prefixes.length);
        expect(schema.objectOfId('001000000000001AAA')?.name).toBe('Account');
    });
});

describe('Custom objects', () => {
    it('get the fields of their kind', () => {
        expect(schema.object('Link__c')?.kind).toBe('custom');
        expect(schema.field('Link__c', 'OwnerId')?.referenceTo).toEqual(['Group', 'User']);
        expect(schema.field('Map__mdt', 'DeveloperName')).toBeDefined();
        expect(schema.field('Switch__c', 'SetupOwnerId')).toBeDefined();
        expect(schema.object('Switch__c')?.kind).toBe('hierarchySetting');
    });

    it('have an object for their shares', () => {
        expect(schema.parentField('Link__Share', 'Parent')?.referenceTo).toEqual(['Link__c']);
    });

    it('store a location as two numbers', () => {
        expect(schema.field('Link__c', 'Place__Latitude__s')?.compoundFieldName).toBe('Place__c');
    });

    it('can be what tasks and files are about', () => {
        expect(schema.field('Task', 'WhatId')?.referenceTo).toContain('Link__c');
    });
});
