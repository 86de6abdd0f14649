import { basename, dirname } from 'node:path';

import {
    AURA_SUFFIXES,
    BY_SUFFIX,
    IGNORED_CHILDREN,
    type MetadataTypeName,
    type SourceLayout
} from '../registry.ts';

/** What a path says about the component in it. */
export interface Placement {
    readonly type: MetadataTypeName;
    readonly layout: SourceLayout;
    /** Without the object, for a child. */
    readonly name: string;
    /** The object of a child, the bundle's or object's folder otherwise unused. */
    readonly parent: string | null;
}

/** `ignored`: passed over on purpose. `unknown`: XML of a type that the local org does not have. */
export type Classified = Placement | 'ignored' | 'unknown' | 'content';

const META = /^(.+)\.([A-Za-z]+)-meta\.xml$/;

/** Says by name and folder what a file of the source tree is. */
export function classify(path: string): Classified {
    const [, stem, suffix] = META.exec(basename(path)) ?? [];
    if (stem === undefined || suffix === undefined) {
        return 'content';
    }
    if (IGNORED_CHILDREN.includes(suffix)) {
        return 'ignored';
    }
    if (folderName(path, 2) === 'aura' && AURA_SUFFIXES.includes(suffix)) {
        return { type: 'AuraDefinitionBundle', layout: 'bundle', name: stem, parent: null };
    }
    const registered = Object.hasOwn(BY_SUFFIX, suffix) ? BY_SUFFIX[suffix] : undefined;
    if (!registered) {
        return 'unknown';
    }
    return {
        ...registered,
        name: unescaped(stem),
        parent: parentOf(path, registered.layout)
    };
}

/** Names with special characters are percent-encoded, e.g. `Custom%3A Sales Profile`. */
function unescaped(stem: string): string {
    return stem.replace(/(?:%[0-9A-Fa-f]{2})+/g, (codes) => {
        try {
            return decodeURIComponent(codes);
        } catch {
            // A per cent sign that encodes nothing stands for itself.
            return codes;
        }
    });
}

/** `objects/Account/fields/X__c.field-meta.xml` -> Account; a field translation lies beside its object's. */
function parentOf(path: string, layout: SourceLayout): string | null {
    if (layout !== 'child') {
        return null;
    }
    return path.endsWith('.fieldTranslation-meta.xml') ? folderName(path, 1) : folderName(path, 2);
}

function folderName(path: string, levels: number): string {
    let folder = path;
    for (let level = 0; level < levels; level += 1) {
        folder = dirname(folder);
    }
    return basename(folder);
}
