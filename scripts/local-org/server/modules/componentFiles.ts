import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A component bundle: a folder below a namespace. */
export interface ComponentFolder {
    readonly namespace: string;
    /** Camel case, the folder's name. */
    readonly name: string;
    readonly dir: string;
}

/** Where a namespace's bundles are: all folders directly below `dir`. */
export interface ComponentRoot {
    readonly namespace: string;
    readonly dir: string;
}

const SKIPPED = new Set(['node_modules', '__tests__', '__mocks__', '.git']);
const ENTRY_SUFFIXES = ['.ts', '.js', '.html', '.css'] as const;

/** Bundles by specifier (`c/list`). The first root that has a name wins. */
export function listComponents(
    roots: readonly ComponentRoot[]
): ReadonlyMap<string, ComponentFolder> {
    const found = new Map<string, ComponentFolder>();
    for (const { namespace, dir } of roots) {
        for (const name of foldersIn(dir)) {
            const specifier = `${namespace}/${name}`;
            if (found.has(specifier) || !entryFile({ namespace, name, dir: join(dir, name) })) {
                continue;
            }
            found.set(specifier, { namespace, name, dir: join(dir, name) });
        }
    }
    return found;
}

/** Every `lwc` folder below the source directories, at any depth. */
export function packageRoots(sourceDirs: readonly string[]): readonly ComponentRoot[] {
    return sourceDirs.flatMap((dir) => lwcFolders(dir)).map((dir) => ({ namespace: 'c', dir }));
}

/** The bundle's main file; TypeScript before the JavaScript that a build left beside it. */
export function entryFile({ dir, name }: ComponentFolder): string | undefined {
    return ENTRY_SUFFIXES.map((suffix) => join(dir, name + suffix)).find(existsSync);
}

/** Files of a bundle that end up in the browser, with subfolders, in a stable order. */
export function bundleFiles(dir: string): readonly string[] {
    return readdirSync(dir, { withFileTypes: true })
        .filter(({ name }) => !SKIPPED.has(name))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
            const path = join(dir, entry.name);
            if (entry.isDirectory()) return bundleFiles(path);
            return /\.(ts|js|html|css)$/.test(entry.name) ? [path] : [];
        });
}

function lwcFolders(dir: string): readonly string[] {
    return foldersIn(dir).flatMap((name) =>
        name === 'lwc' ? [join(dir, name)] : lwcFolders(join(dir, name))
    );
}

function foldersIn(dir: string): readonly string[] {
    if (!existsSync(dir)) return [];
    return readdirSync(dir).filter(
        (name) => !SKIPPED.has(name) && statSync(join(dir, name)).isDirectory()
    );
}
