import type { Component } from '../component.ts';
import type { MetadataTypeName } from '../registry.ts';
import type { Named, ObjectDefinition, ObjectMetadata } from './objects.ts';
import { byFullName, type NameMap } from './nameMap.ts';

type ObjectPart = 'CustomField' | 'FieldSet' | 'RecordType' | 'ValidationRule';
type Finder = <K extends MetadataTypeName>(type: K) => readonly Component<K>[];

/** Puts each object together from its own file and its children, wherever they lie. */
export function mergeObjects(find: Finder): NameMap<ObjectMetadata> {
    const names = new Map<string, string>();
    const note = (name: string): unknown =>
        names.has(name.toLowerCase()) || names.set(name.toLowerCase(), name);
    find('CustomObject').forEach((object) => note(object.fullName));
    for (const type of ['CustomField', 'FieldSet', 'RecordType', 'ValidationRule'] as const) {
        find(type).forEach((child) => note(objectOf(child)));
    }
    return byFullName([...names.values()].map((name) => mergeObject(name, find)));
}

function mergeObject(fullName: string, find: Finder): ObjectMetadata {
    const files = find('CustomObject').filter((object) => same(object.fullName, fullName));
    const inline = files.map((file) => file.metadata);
    return {
        fullName,
        definition: files.length > 0 ? definition(files) : null,
        fields: [
            ...inline.flatMap((o) => named(o.fields)),
            ...children('CustomField', fullName, find)
        ],
        fieldSets: [
            ...inline.flatMap((o) => named(o.fieldSets)),
            ...children('FieldSet', fullName, find)
        ],
        recordTypes: [
            ...inline.flatMap((o) => named(o.recordTypes)),
            ...children('RecordType', fullName, find)
        ],
        validationRules: [
            ...inline.flatMap((o) => named(o.validationRules)),
            ...children('ValidationRule', fullName, find)
        ]
    };
}

function definition(files: readonly Component<'CustomObject'>[]): ObjectDefinition {
    return Object.assign({}, ...files.map((file) => file.metadata)) as ObjectDefinition;
}

/** The source leaves the XML's own name out at times; the file's name is then the name. */
function children<K extends ObjectPart>(
    type: K,
    object: string,
    find: Finder
): Named<Component<K>['metadata']>[] {
    return find(type)
        .filter((child) => same(objectOf(child), object))
        .map((child) => ({ ...child.metadata, fullName: nameOf(child) }));
}

function named<T extends { fullName?: string }>(parts: readonly T[]): Named<T>[] {
    return parts.map((part) => ({ ...part, fullName: part.fullName ?? '' }));
}

function objectOf(child: Component): string {
    return child.fullName.slice(0, child.fullName.indexOf('.'));
}

function nameOf(child: Component): string {
    return child.fullName.slice(child.fullName.indexOf('.') + 1);
}

function same(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}
