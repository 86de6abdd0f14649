import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Where the exact `c/*` paths stand; TypeScript allows one star in a path pattern, we need two. */
export const COMPONENT_PATHS_FILE = 'config/types/components.json';

/** Every component of the package: name to folder, sorted. */
export function findComponents(root: string): ReadonlyMap<string, string> {
    const folders = globSync('force-app/**/lwc/*/*.js-meta.xml', { cwd: root }).map(dirname).sort();
    return new Map(folders.map((folder) => [basename(folder), folder]));
}

/** The TypeScript configuration that resolves `c/x` to the source of component `x`. */
export function componentPathsJson(components: ReadonlyMap<string, string>): string {
    const paths = Object.fromEntries(
        [...components].map(([name, folder]) => [`c/${name}`, [`../../${folder}/${name}.ts`]])
    );
    return `${JSON.stringify({ compilerOptions: { paths: { ...paths, 'test/*': ['../jest/*.ts'] } } }, undefined, 4)}\n`;
}
