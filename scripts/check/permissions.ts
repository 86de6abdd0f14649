import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Check } from './finding.ts';

/** What nobody can open unless a permission set grants it: its files, and the element that grants it. */
interface Kind {
    readonly what: string;
    readonly files: string;
    readonly suffix: string;
    readonly element: string;
}

const DOOR = /@(AuraEnabled|InvocableMethod|RestResource)\b/;

const KINDS: readonly Kind[] = [
    {
        what: 'class',
        files: 'classes/controller/*.cls',
        suffix: '.cls',
        element: 'apexClass'
    },
    { what: 'page', files: 'pages/*.page', suffix: '.page', element: 'apexPage' },
    {
        what: 'app',
        files: 'applications/*.app-meta.xml',
        suffix: '.app-meta.xml',
        element: 'application'
    },
    { what: 'tab', files: 'tabs/*.tab-meta.xml', suffix: '.tab-meta.xml', element: 'tab' }
];

/** Everything that opens to those who were given it is given by a permission set, or nobody could open it. */
export const permissions: Check = {
    name: 'Permissions',
    run: async (root) => {
        const xml = permissionSets(root);
        return KINDS.flatMap((kind) =>
            globSync(`force-app/main/*/${kind.files}`, { cwd: root })
                .filter((file) => kind.what !== 'class' || isDoor(join(root, file)))
                .filter((file) => !isGranted(xml, kind, basename(file, kind.suffix)))
                .map((file) => ({ file, message: `No permission set grants this ${kind.what}` }))
        );
    }
};

function permissionSets(root: string): string {
    const files = globSync('force-app/main/**/*.permissionset-meta.xml', { cwd: root });
    return files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
}

function isDoor(path: string): boolean {
    return DOOR.test(readFileSync(path, 'utf8'));
}

function isGranted(xml: string, { element }: Kind, name: string): boolean {
    return xml.includes(`<${element}>${name}</${element}>`);
}
