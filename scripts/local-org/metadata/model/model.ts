import type { Component } from '../component.ts';
import type { Problem } from '../problems.ts';
import type { MetadataTypeName } from '../registry.ts';
import { type Label, labelText, mergeLabels } from './labels.ts';
import { type LightningComponent, lightningComponents } from './lightningComponents.ts';
import { mergeObjects } from './mergeObjects.ts';
import { byFullName, type NameMap } from './nameMap.ts';
import type { ObjectMetadata } from './objects.ts';
import { mergeObjectTranslations, type ObjectTranslation } from './objectTranslations.ts';
import { type CustomMetadataRecord, customMetadataRecords } from './records.ts';

/** Everything that the source folders say, at one moment. Parts are put together when first asked for. */
export class SourceModel {
    readonly components: readonly Component[];
    /** Of every file, in the order of the files. */
    readonly problems: readonly Problem[];
    readonly #byType: ReadonlyMap<MetadataTypeName, readonly Component[]>;
    readonly #maps = new Map<MetadataTypeName, NameMap<Component>>();
    #objects: NameMap<ObjectMetadata> | null = null;
    #labels: NameMap<Label> | null = null;
    #records: NameMap<CustomMetadataRecord> | null = null;
    #lightning: NameMap<LightningComponent> | null = null;
    #objectTranslations: ReadonlyMap<string, ObjectTranslation> | null = null;

    constructor(components: readonly Component[], problems: readonly Problem[]) {
        this.components = components;
        this.problems = problems;
        this.#byType = Map.groupBy(components, (component) => component.type);
    }

    /** All components of a type, in the order of the source folders. */
    list<K extends MetadataTypeName>(type: K): readonly Component<K>[] {
        return (this.#byType.get(type) ?? []) as unknown as readonly Component<K>[];
    }

    /** One component by its full name, in any case. */
    find<K extends MetadataTypeName>(type: K, fullName: string): Component<K> | undefined {
        const map = this.#maps.get(type) ?? byFullName(this.list(type) as readonly Component[]);
        this.#maps.set(type, map);
        return map.get(fullName) as Component<K> | undefined;
    }

    get objects(): NameMap<ObjectMetadata> {
        this.#objects ??= mergeObjects((type) => this.list(type));
        return this.#objects;
    }

    get labels(): NameMap<Label> {
        this.#labels ??= mergeLabels(this.list('CustomLabels'), this.list('Translations'));
        return this.#labels;
    }

    get customMetadata(): NameMap<CustomMetadataRecord> {
        this.#records ??= customMetadataRecords(this.list('CustomMetadata'));
        return this.#records;
    }

    get lightningComponents(): NameMap<LightningComponent> {
        this.#lightning ??= lightningComponents(this.list('LightningComponentBundle'));
        return this.#lightning;
    }

    /** The text of a custom label in a language; undefined when there is no such label. */
    label(name: string, language: string): string | undefined {
        const label = this.labels.get(name);
        return label && labelText(label, language);
    }

    /** Name and description of a Lightning app in a language, as far as they are translated. */
    appTranslation(
        appName: string,
        language: string
    ): { readonly label?: string; readonly description?: string } | undefined {
        return this.#translations(language)
            .flatMap(({ metadata }) => metadata.customApplications)
            .find(({ name }) => name === appName);
    }

    /** The name of a tab in a language; undefined when it is not translated. */
    tabTranslation(tabName: string, language: string): string | undefined {
        return this.#translations(language)
            .flatMap(({ metadata }) => metadata.customTabs)
            .find(({ name }) => name === tabName)?.label;
    }

    /** Translation files of exactly that language, then of the language without country. */
    #translations(language: string): readonly Component<'Translations'>[] {
        const general = language.replace(/_.*$/, '');
        return [language, general].flatMap((name) =>
            this.list('Translations').filter(({ fullName }) => fullName === name)
        );
    }

    /** The translated texts of an object, exactly in that language or in the language without country. */
    objectTranslation(objectName: string, language: string): ObjectTranslation | undefined {
        this.#objectTranslations ??= mergeObjectTranslations(
            this.list('CustomObjectTranslation'),
            this.list('CustomFieldTranslation')
        );
        const key = (name: string): string => `${objectName}-${name}`.toLowerCase();
        return (
            this.#objectTranslations.get(key(language)) ??
            this.#objectTranslations.get(key(language.replace(/_.*$/, '')))
        );
    }
}
