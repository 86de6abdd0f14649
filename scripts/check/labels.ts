import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Check, Finding } from './finding.ts';

const TRANSLATION = 'force-app/main/core/translations/fr.translation-meta.xml';

/** A space at which French text must not be broken: before a sign of two parts, and inside quotes. */
const LOOSE_SPACE = / (?:[:;?!](?=\s|$)|»)|« /u;

/** Every label is used, every used label exists, and every one has a French text as French is set. */
export const labels: Check = {
    name: 'Labels',
    run: async (root) => {
        const defined = definedLabels(root);
        const used = usedLabels(root);
        const translated = new Map(
            entries(root, TRANSLATION, 'customLabels', 'name', 'label').map((e) => [e.name, e])
        );
        return [
            ...[...used].filter(([name]) => !defined.has(name)).map(missing),
            ...[...defined.values()].filter(({ name }) => !used.has(name)).map(unused),
            ...[...defined.values()].flatMap((label) => untranslated(label, translated)),
            ...[...translated.values()].filter(({ name }) => !defined.has(name)).map(orphan)
        ];
    }
};

interface Label {
    readonly name: string;
    readonly text: string;
    readonly file: string;
}

function definedLabels(root: string): ReadonlyMap<string, Label> {
    const files = globSync('force-app/**/*.labels-meta.xml', { cwd: root });
    return new Map(
        files
            .flatMap((file) => entries(root, file, 'labels', 'fullName', 'value'))
            .map((label) => [label.name, label])
    );
}

function entries(root: string, file: string, element: string, name: string, text: string): Label[] {
    const xml = readFileSync(join(root, file), 'utf8');
    const blocks = xml.match(new RegExp(`<${element}>[\\s\\S]*?</${element}>`, 'g')) ?? [];
    return blocks.map((block) => ({
        name: inner(block, name),
        text: inner(block, text),
        file
    }));
}

function inner(xml: string, element: string): string {
    return new RegExp(`<${element}\\s*>([\\s\\S]*?)</${element}>`).exec(xml)?.[1] ?? '';
}

/** Label names with a file that uses them: Apex, components, Visualforce and metadata. */
function usedLabels(root: string): ReadonlyMap<string, string> {
    const files = globSync('force-app/**/*.{cls,trigger,ts,page,component,cmp,xml}', { cwd: root });
    const used = new Map<string, string>();
    for (const file of files) {
        const source = readFileSync(join(root, file), 'utf8');
        for (const [, name] of source.matchAll(
            /(?:\bLabel\.|label\/c\.|\$Label\.(?:c\.)?)(\w+)/g
        )) {
            used.set(name as string, file);
        }
    }
    return used;
}

function untranslated(label: Label, translated: ReadonlyMap<string, Label>): readonly Finding[] {
    const french = translated.get(label.name);
    if (!french?.text) {
        return [{ file: TRANSLATION, message: `${label.name} has no French text` }];
    }
    if (placeholders(label.text) !== placeholders(french.text)) {
        return [{ file: TRANSLATION, message: `${label.name} has other placeholders in French` }];
    }
    return LOOSE_SPACE.test(french.text)
        ? [{ file: TRANSLATION, message: `${label.name} may break before a sign or inside quotes` }]
        : [];
}

function placeholders(text: string): string {
    return [...new Set(text.match(/\{\d+\}/g))].sort().join();
}

function missing([name, file]: readonly [string, string]): Finding {
    return { file, message: `There is no label ${name}` };
}

function unused({ name, file }: Label): Finding {
    return { file, message: `Nothing uses the label ${name}` };
}

function orphan({ name, file }: Label): Finding {
    return { file, message: `${name} translates no label` };
}
