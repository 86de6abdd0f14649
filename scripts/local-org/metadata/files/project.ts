import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the local org takes from `sfdx-project.json`. */
export interface Project {
    /** Absolute. */
    readonly root: string;
    /** Absolute, the default one first. */
    readonly packageDirectories: readonly string[];
    readonly namespace: string;
    /** `67.0`. */
    readonly sourceApiVersion: string;
    /** What a deployment puts into files, see `replaceText`. */
    readonly replacements: readonly Replacement[];
}

/** One entry of `replacements`, in the words of the project file. */
export interface Replacement {
    readonly glob?: string;
    readonly filename?: string;
    readonly stringToReplace?: string;
    readonly regexToReplace?: string;
    readonly replaceWithEnv?: string;
    readonly replaceWithFile?: string;
    readonly allowUnsetEnvVariable?: boolean;
}

interface ProjectFile {
    readonly packageDirectories?: readonly { readonly path: string; readonly default?: boolean }[];
    readonly namespace?: string;
    readonly sourceApiVersion?: string;
    readonly replacements?: readonly Replacement[];
}

/** Reads the project file of a folder; a file that is missing or no project file is an error. */
export function readProject(root: string): Project {
    const path = join(root, 'sfdx-project.json');
    if (!existsSync(path)) {
        throw new Error(`${root} has no sfdx-project.json.`);
    }
    const file = parseProject(path);
    if (!file.packageDirectories?.length) {
        throw new Error(`${path} names no packageDirectories.`);
    }
    const sorted = [...file.packageDirectories].sort(
        (a, b) => Number(b.default ?? false) - Number(a.default ?? false)
    );
    return {
        root,
        packageDirectories: sorted.map((directory) => join(root, directory.path)),
        namespace: file.namespace ?? '',
        sourceApiVersion: file.sourceApiVersion ?? '67.0',
        replacements: file.replacements ?? []
    };
}

function parseProject(path: string): ProjectFile {
    try {
        return JSON.parse(readFileSync(path, 'utf8')) as ProjectFile;
    } catch (cause) {
        throw new Error(`${path} is not valid JSON.`, { cause });
    }
}
