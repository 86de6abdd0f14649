import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readSource } from '../local-org/metadata/source.ts';

const PACKAGE = fileURLToPath(new URL('../../force-app/main', import.meta.url));

/** The text of a label, with values in its gaps `{0}`, `{1}`. @throws when there is no such label */
export type Words = (label: string, ...values: readonly string[]) => string;

/** What the package says in a language, from its own labels and translations. */
export function wordsOf(language: string): Words {
    const folders = ['core', 'access', 'tickets'].map((feature) => join(PACKAGE, feature));
    const { model } = readSource(folders);
    return (label, ...values) => {
        const text = model.label(label, language);
        if (text === undefined) {
            throw new Error(`There is no label ${label}`);
        }
        return text.replace(/\{(\d)\}/g, (gap, index: string) => values[Number(index)] ?? gap);
    };
}
