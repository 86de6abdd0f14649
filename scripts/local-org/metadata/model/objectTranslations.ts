import type { CustomFieldTranslation } from '@salesforce/types/metadata';

import type { Component } from '../component.ts';

/** The translated texts of one object in one language. */
export interface ObjectTranslation {
    readonly objectName: string;
    readonly language: string;
    /** Singular and plural names of the object, when translated. */
    readonly label: string | null;
    readonly labelPlural: string | null;
    /** By lower-case field name. */
    readonly fields: ReadonlyMap<string, CustomFieldTranslation>;
    /** Labels of quick actions by lower-case name, without the object. */
    readonly quickActions: ReadonlyMap<string, string>;
}

/** Object translations with their decomposed field translations, by `object-language` in lower case. */
export function mergeObjectTranslations(
    objects: readonly Component<'CustomObjectTranslation'>[],
    fields: readonly Component<'CustomFieldTranslation'>[]
): ReadonlyMap<string, ObjectTranslation> {
    return new Map(
        objects.map((object) => [object.fullName.toLowerCase(), merge(object, fields)] as const)
    );
}

function merge(
    { fullName, metadata }: Component<'CustomObjectTranslation'>,
    fields: readonly Component<'CustomFieldTranslation'>[]
): ObjectTranslation {
    const dash = fullName.lastIndexOf('-');
    const decomposed = fields
        .filter((field) => field.fullName.toLowerCase().startsWith(`${fullName.toLowerCase()}.`))
        .map((field) => field.metadata);
    const nameOf = (plural: boolean): string | null =>
        metadata.caseValues.find((value) => (value.plural ?? false) === plural)?.value || null;
    return {
        objectName: fullName.slice(0, dash),
        language: fullName.slice(dash + 1),
        label: nameOf(false),
        labelPlural: nameOf(true),
        fields: new Map(
            [...metadata.fields, ...decomposed].map((field) => [field.name.toLowerCase(), field])
        ),
        quickActions: new Map(
            metadata.quickActions.map(({ name, label }) => [name.toLowerCase(), label])
        )
    };
}
