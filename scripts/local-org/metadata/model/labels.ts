import type { CustomLabel } from '@salesforce/types/metadata';

import type { Component } from '../component.ts';
import { byFullName, type NameMap } from './nameMap.ts';

/** A custom label with its translations. */
export interface Label {
    readonly fullName: string;
    readonly shortDescription: string;
    readonly protected: boolean;
    /** Language of `value`, e.g. `en_US`. */
    readonly language: string;
    readonly value: string;
    /** Text by language, e.g. `fr`. */
    readonly translations: ReadonlyMap<string, string>;
}

/** Merges every labels file and every translation file. */
export function mergeLabels(
    labels: readonly Component<'CustomLabels'>[],
    translations: readonly Component<'Translations'>[]
): NameMap<Label> {
    const byName = translationsByLabel(translations);
    return byFullName(
        labels
            .flatMap((file) => file.metadata.labels)
            .map((label) => toLabel(label, byName.get((label.fullName ?? '').toLowerCase())))
    );
}

function toLabel(label: CustomLabel, translations: ReadonlyMap<string, string> | undefined): Label {
    return {
        fullName: label.fullName ?? '',
        shortDescription: label.shortDescription,
        protected: label.protected,
        language: label.language,
        value: label.value ?? '',
        translations: translations ?? new Map()
    };
}

/** A translation without text leaves the label to its master language, as on the platform. */
function translationsByLabel(
    files: readonly Component<'Translations'>[]
): ReadonlyMap<string, Map<string, string>> {
    const result = new Map<string, Map<string, string>>();
    for (const file of files) {
        for (const { name, label } of file.metadata.customLabels) {
            const texts = result.get(name.toLowerCase()) ?? new Map<string, string>();
            result.set(name.toLowerCase(), label ? texts.set(file.fullName, label) : texts);
        }
    }
    return result;
}

/** The label's text in a language: exact, then the language without its country, then the master. */
export function labelText(label: Label, language: string): string {
    const general = language.replace(/_.*$/, '');
    return label.translations.get(language) ?? label.translations.get(general) ?? label.value;
}
