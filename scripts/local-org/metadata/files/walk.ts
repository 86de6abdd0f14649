import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

import ignorePackage from 'ignore';

/** A file of the source tree as the disk shows it; unchanged stamps mean unread content. */
export interface SourceFile {
    /** Absolute. */
    readonly path: string;
    /** Size and modification time. */
    readonly stamp: string;
}

type Ignored = (path: string, isFolder: boolean) => boolean;

/** Not part of any deployment, whatever `.forceignore` says (as the Salesforce CLI has it). */
const ALWAYS_IGNORED = ['**/.*', '**/node_modules/**', '**/jsconfig.json', '**/.eslintrc.json'];
const LOCAL_ONLY = ['**/__tests__/**', '**/__mocks__/**', '**/__utam__/**'];

/**
 * Every file below the folders, in stable order, without what the project's `.forceignore` leaves
 * out. A folder that does not exist is an error that names it.
 */
export function walk(folders: readonly string[]): readonly SourceFile[] {
    const files = new Map<string, SourceFile>();
    for (const folder of folders.map((path) => resolve(path))) {
        if (!existsSync(folder)) {
            throw new Error(`The source folder ${folder} does not exist.`);
        }
        visit(folder, ignoreRules(folder), files);
    }
    return [...files.values()];
}

function visit(path: string, ignored: Ignored, files: Map<string, SourceFile>): void {
    // A link that leads nowhere, or a file that went away meanwhile, is no source.
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats || ignored(path, stats.isDirectory())) {
        return;
    }
    if (stats.isDirectory()) {
        const names = readdirSync(path).sort();
        names.forEach((name) => visit(join(path, name), ignored, files));
    } else {
        files.set(path, { path, stamp: `${stats.size}:${stats.mtimeMs}` });
    }
}

function ignoreRules(folder: string): Ignored {
    const root = projectRoot(folder);
    const file = join(root, '.forceignore');
    const rules = ignorePackage
        .default()
        .add(existsSync(file) ? readFileSync(file, 'utf8') : '')
        .add([...ALWAYS_IGNORED, ...LOCAL_ONLY]);
    return (path, isFolder) => {
        const name = relative(root, path).split(sep).join('/');
        return name !== '' && !name.startsWith('..') && rules.ignores(isFolder ? `${name}/` : name);
    };
}

/** The nearest folder upwards that holds a project file; the folder itself when there is none. */
function projectRoot(folder: string): string {
    for (let at = folder; ; at = dirname(at)) {
        if (existsSync(join(at, 'sfdx-project.json'))) {
            return at;
        }
        if (dirname(at) === at) {
            return folder;
        }
    }
}
