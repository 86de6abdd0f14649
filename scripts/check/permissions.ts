import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Check } from './finding.ts';

const DOOR = /@(AuraEnabled|InvocableMethod|RestResource)\b/;

/** Every class that is a door is granted by a permission set, or nobody could open it. */
export const permissions: Check = {
    name: 'Permissions',
    run: async (root) => {
        const granted = grantedClasses(root);
        return globSync('force-app/main/*/classes/controller/*.cls', { cwd: root })
            .filter((file) => DOOR.test(readFileSync(join(root, file), 'utf8')))
            .filter((file) => !granted.has(basename(file, '.cls')))
            .map((file) => ({ file, message: 'No permission set grants this class' }));
    }
};

function grantedClasses(root: string): ReadonlySet<string> {
    const files = globSync('force-app/main/**/*.permissionset-meta.xml', { cwd: root });
    const xml = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    return new Set(
        [...xml.matchAll(/<apexClass>(\w+)<\/apexClass>/g)].map(([, name]) => name ?? '')
    );
}
