import { childRelationshipOf } from '../field.ts';
import type { ChildRelationship, ObjectSchema } from '../types.ts';

/** Lookups of standard objects that may point at any custom object. */
const OPEN_LOOKUPS: readonly (readonly [object: string, field: string, children: string])[] = [
    ['Task', 'WhatId', 'Tasks'],
    ['Event', 'WhatId', 'Events'],
    ['Note', 'ParentId', 'Notes'],
    ['Attachment', 'ParentId', 'Attachments'],
    ['EmailMessage', 'RelatedToId', 'Emails'],
    ['ContentDocumentLink', 'LinkedEntityId', 'ContentDocumentLinks'],
    ['ContentVersion', 'FirstPublishLocationId', '']
];

/** The lookups of a standard object that may point at any custom object. */
export function openLookups(objectName: string): readonly string[] {
    return OPEN_LOOKUPS.filter(([name]) => name === objectName).map(([, field]) => field);
}

/** What a custom object has of activities, notes and files. */
export function openChildren(parent: ObjectSchema): readonly ChildRelationship[] {
    if (parent.kind !== 'custom') {
        return [];
    }
    return OPEN_LOOKUPS.filter(([, , name]) => name !== '').map(([childObject, field, name]) => ({
        name,
        childObject,
        field,
        cascadeDelete: true,
        restrictedDelete: false
    }));
}

/** What the custom lookups of one object to another make. */
export function lookupsTo(
    parent: string,
    child: ObjectSchema | undefined
): readonly ChildRelationship[] {
    return (child?.fields ?? [])
        .filter((known) => known.custom && known.referenceTo.includes(parent))
        .map((known) => childRelationshipOf(child?.name ?? '', known));
}

/** The shares of a custom object's records. */
export function shareChild(shareName: string): ChildRelationship {
    return {
        name: 'Shares',
        childObject: shareName,
        field: 'ParentId',
        cascadeDelete: true,
        restrictedDelete: false
    };
}
