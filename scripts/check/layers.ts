import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Check, Finding } from './finding.ts';

type Layer = 'controller' | 'service' | 'selector' | 'client' | 'model';

interface ApexFile {
    readonly name: string;
    readonly path: string;
    readonly feature: string;
    readonly layer: Layer;
    readonly source: string;
}

/** Who may know whom inside a feature. `core` and the pass are known to all. */
const MAY_USE: Readonly<Record<Layer, readonly Layer[]>> = {
    controller: ['service', 'model'],
    service: ['service', 'selector', 'client', 'model'],
    selector: ['selector', 'model'],
    client: ['client', 'model'],
    model: ['model']
};

/** What a layer must not contain, however it is spelt. */
const FORBIDDEN: Readonly<Record<Layer, readonly (readonly [RegExp, string])[]>> = {
    controller: [
        [/\[\s*SELECT\b/i, 'holds SOQL'],
        [/\bnew Http(Request)?\(/, 'makes a callout']
    ],
    service: [
        [/\[\s*SELECT\b/i, 'holds SOQL'],
        [/@AuraEnabled/i, 'is a door'],
        [/\bJSON\./, 'handles JSON'],
        [/\bnew Http(Request)?\(/, 'makes a callout']
    ],
    selector: [[/\bnew Http(Request)?\(/, 'makes a callout']],
    client: [[/\[\s*SELECT\b/i, 'holds SOQL']],
    model: [
        [/\[\s*SELECT\b/i, 'holds SOQL'],
        [/\bnew Http(Request)?\(/, 'makes a callout']
    ]
};

/** Only these are known to every layer of every feature. */
const PASS = 'ZendeskAccess';

/** The layer rule of the architecture, section 3. */
export const layers: Check = {
    name: 'Layers',
    run: async (root) => {
        const files = readApex(root);
        const byName = new Map(files.map((file) => [file.name, file]));
        return files.flatMap((file) => [...forbiddenIn(file), ...badUses(file, byName)]);
    }
};

function readApex(root: string): readonly ApexFile[] {
    const paths = globSync('force-app/main/*/classes/*/*.cls', { cwd: root });
    return paths.map((path) => {
        const [, , feature = '', , layer] = path.split('/');
        return {
            name: basename(path, '.cls'),
            path,
            feature,
            layer: layer as Layer,
            source: withoutComments(readFileSync(join(root, path), 'utf8'))
        };
    });
}

function withoutComments(source: string): string {
    return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

function forbiddenIn(file: ApexFile): readonly Finding[] {
    const rules = FORBIDDEN[file.layer];
    if (!rules) {
        return [{ file: file.path, message: `"${file.layer}" is not a layer` }];
    }
    return rules
        .filter(([pattern]) => pattern.test(file.source))
        .map(([, what]) => ({ file: file.path, message: `A ${file.layer} ${what}` }));
}

function badUses(file: ApexFile, byName: ReadonlyMap<string, ApexFile>): readonly Finding[] {
    const used = new Set(file.source.match(/\bZendesk\w+/g));
    return [...used]
        .map((name) => byName.get(name))
        .filter((other) => other !== undefined && other !== file)
        .filter((other) => !isAllowed(file, other as ApexFile))
        .map((other) => ({
            file: file.path,
            message: `A ${file.layer} of ${file.feature} uses ${other?.name}, a ${other?.layer} of ${other?.feature}`
        }));
}

function isAllowed(user: ApexFile, used: ApexFile): boolean {
    if (used.name === PASS || used.layer === 'model') {
        return true;
    }
    if (!MAY_USE[user.layer]?.includes(used.layer)) {
        return false;
    }
    return used.feature === user.feature || used.feature === 'core' || used.layer === 'service';
}
