import { readFileSync } from 'node:fs';

import type { CustomFieldTranslation } from '@salesforce/types/metadata';

import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';
import type { SourceModel } from '../../metadata/model/model.ts';

/** Salesforce's own texts in a language that users of the demo work in. */
interface PlatformTexts {
    readonly objects: Readonly<
        Record<string, { readonly label: string; readonly labelPlural: string }>
    >;
    /** Standard fields, by object and name, else by name on whatever object. */
    readonly fields: Readonly<Record<string, string>>;
    /** Section, list and tab titles, by their English text. */
    readonly texts: Readonly<Record<string, string>>;
    /** Names of list views; `{0}` is the object's plural. */
    readonly allOf: string;
    readonly mineOf: string;
}

const ENGLISH: PlatformTexts = {
    objects: {},
    fields: {},
    texts: {},
    allOf: 'All {0}',
    mineOf: 'My {0}'
};
const TRANSLATED = ['fr'];

const loaded = new Map<string, PlatformTexts>();

/** English for every language that has no file. */
function textsOf(language: string): PlatformTexts {
    const general = language.replace(/_.*$/, '');
    if (!TRANSLATED.includes(general)) {
        return ENGLISH;
    }
    const known = loaded.get(general) ?? read(general);
    loaded.set(general, known);
    return known;
}

function read(language: string): PlatformTexts {
    const file = new URL(`./translations/${language}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8')) as PlatformTexts;
}

/** A title of the platform's own pages in a language. */
export function localizedText(text: string, language: string): string {
    return textsOf(language).texts[text] ?? text;
}

/** Names of the two list views of an object, from its localized plural. */
export function listViewLabels(
    labelPlural: string,
    language: string
): { readonly all: string; readonly mine: string } {
    const { allOf, mineOf } = textsOf(language);
    return { all: allOf.replace('{0}', labelPlural), mine: mineOf.replace('{0}', labelPlural) };
}

const localized = new WeakMap<SourceModel, Map<string, ObjectSchema>>();

/**
 * An object with its labels in a language: those of the source's translations, then the platform's
 * own for standard objects and fields, else as they are. Picklist values have those of the source
 * alone: an org's values are its own, whatever the platform began with.
 */
export function localizedObject(
    object: ObjectSchema,
    language: string,
    model: SourceModel
): ObjectSchema {
    const known = localized.get(model) ?? new Map<string, ObjectSchema>();
    localized.set(model, known);
    const key = `${language} ${object.name}`;
    const result = known.get(key) ?? translated(object, language, model);
    known.set(key, result);
    return result;
}

function translated(object: ObjectSchema, language: string, model: SourceModel): ObjectSchema {
    const texts = textsOf(language);
    const own = model.objectTranslation(object.name, language);
    const standard = texts.objects[object.name];
    return {
        ...object,
        label: own?.label ?? standard?.label ?? object.label,
        labelPlural: own?.labelPlural ?? standard?.labelPlural ?? object.labelPlural,
        fields: object.fields.map((field) => {
            const translation = own?.fields.get(field.name.toLowerCase());
            return {
                ...field,
                label: translation?.label || standardLabel(object, field, texts),
                picklistValues: picklistValues(field, translation)
            };
        })
    };
}

function standardLabel(
    object: ObjectSchema,
    { custom, name, label }: FieldSchema,
    { fields }: PlatformTexts
): string {
    return custom ? label : (fields[`${object.name}.${name}`] ?? fields[name] ?? label);
}

function picklistValues(
    { picklistValues: values }: FieldSchema,
    translation: CustomFieldTranslation | undefined
): FieldSchema['picklistValues'] {
    const texts = new Map(
        translation?.picklistValues.map((value) => [value.masterLabel, value.translation])
    );
    return values.map((value) => ({ ...value, label: texts.get(value.label) || value.label }));
}
