import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { version as lwcVersion } from '@lwc/compiler';
import typescript from 'typescript';
import type { CompiledComponent } from './compileComponent.ts';
import { compileComponent } from './compileComponent.ts';
import type { ComponentFolder, ComponentRoot } from './componentFiles.ts';
import { bundleFiles, listComponents } from './componentFiles.ts';
import { locateImport } from './locateImport.ts';
import type { CompileProblem } from './problems.ts';
import { problemFromError } from './problems.ts';
import { recipeHash } from './recipe.ts';

const RECIPE_HASH = recipeHash(
    ['compileComponent.ts', 'lwcSources.ts', 'stripTypes.ts'],
    [lwcVersion, typescript.version]
);

export interface ModuleStoreOptions {
    /** Where bundles are found; read again at each scan. */
    readonly roots: () => readonly ComponentRoot[];
    /** Modules that come from elsewhere: `lwc` and the base components. */
    readonly provided: ReadonlySet<string>;
    readonly cacheDir: string;
    /** Problems name files relative to this folder. */
    readonly projectDir: string;
}

/** A bundle on disk at the moment of the scan; the hash changes with any of its files. */
export interface ComponentModule extends ComponentFolder {
    readonly specifier: string;
    readonly hash: string;
}

export type CompileOutcome =
    { readonly compiled: CompiledComponent } | { readonly problems: readonly CompileProblem[] };

export interface ModuleGraph {
    /** All bundles that the roots need, dependencies included. */
    readonly specifiers: readonly string[];
    readonly problems: readonly CompileProblem[];
}

/** Finds, compiles and caches component bundles. */
export class ModuleStore {
    readonly #options: ModuleStoreOptions;
    readonly #outcomes = new Map<string, Promise<CompileOutcome>>();
    readonly #fileHashes = new Map<string, { readonly stamp: string; readonly hash: string }>();
    #modules: ReadonlyMap<string, ComponentModule> = new Map();

    constructor(options: ModuleStoreOptions) {
        this.#options = options;
        mkdirSync(options.cacheDir, { recursive: true });
    }

    /** Reads the folders again, so that an edit, a new bundle or a removed one is seen. */
    scan(): ReadonlyMap<string, ComponentModule> {
        const found = listComponents(this.#options.roots());
        this.#modules = new Map(
            [...found].map(([specifier, folder]) => [
                specifier,
                { ...folder, specifier, hash: this.#hashOf(folder) }
            ])
        );
        return this.#modules;
    }

    module(specifier: string): ComponentModule | undefined {
        return this.#modules.get(specifier);
    }

    /** Compiles one bundle, or takes it from the cache of its content. */
    compile(module: ComponentModule): Promise<CompileOutcome> {
        const key = `${module.specifier}@${module.hash}`;
        const known = this.#outcomes.get(key);
        if (known) return known;
        const outcome = this.#compileFresh(module);
        this.#outcomes.set(key, outcome);
        return outcome;
    }

    /** Compiles what the given bundles need and collects every problem on the way. */
    async graph(roots: readonly string[]): Promise<ModuleGraph> {
        const seen = new Set<string>();
        const problems: CompileProblem[] = [];
        let wave = roots.filter((specifier) => this.#modules.has(specifier));
        while (wave.length > 0) {
            for (const specifier of wave) seen.add(specifier);
            const found = await Promise.all(wave.map((specifier) => this.#visit(specifier)));
            problems.push(...found.flatMap((visit) => visit.problems));
            wave = [...new Set(found.flatMap((visit) => visit.needs))].filter((n) => !seen.has(n));
        }
        return { specifiers: [...seen], problems };
    }

    async #visit(specifier: string) {
        const module = this.#modules.get(specifier);
        if (!module) return { needs: [], problems: [] };
        const outcome = await this.compile(module);
        if ('problems' in outcome) return { needs: [], problems: outcome.problems };
        const { imports } = outcome.compiled;
        const unknown = imports.filter((name) => !this.#isKnown(name));
        return {
            needs: imports.filter((name) => this.#modules.has(name)),
            problems: unknown.map((name) => this.#unknownImport(module, name))
        };
    }

    #isKnown(specifier: string): boolean {
        return this.#options.provided.has(specifier) || this.#modules.has(specifier);
    }

    #unknownImport(module: ComponentModule, specifier: string): CompileProblem {
        const place = locateImport(bundleFiles(module.dir), specifier);
        return {
            file: this.#displayPath(place.file),
            line: place.line,
            column: 0,
            message: unknownModuleMessage(specifier)
        };
    }

    async #compileFresh(module: ComponentModule): Promise<CompileOutcome> {
        const file = join(this.#options.cacheDir, `${module.hash}.json`);
        if (existsSync(file)) return { compiled: JSON.parse(readFileSync(file, 'utf8')) };
        try {
            const compiled = await compileComponent(module, (path) => this.#displayPath(path));
            writeFileSync(file, JSON.stringify(compiled));
            return { compiled };
        } catch (error) {
            return { problems: [problemFromError(unwrap(error), this.#displayPath(module.dir))] };
        }
    }

    #hashOf(folder: ComponentFolder): string {
        const hash = createHash('sha256').update(RECIPE_HASH).update(folder.dir);
        for (const file of bundleFiles(folder.dir)) {
            hash.update(file).update(this.#fileHash(file));
        }
        return hash.digest('hex').slice(0, 20);
    }

    #fileHash(file: string): string {
        const { mtimeMs, size } = statSync(file);
        const stamp = `${mtimeMs}:${size}`;
        const known = this.#fileHashes.get(file);
        if (known?.stamp === stamp) return known.hash;
        const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
        this.#fileHashes.set(file, { stamp, hash });
        return hash;
    }

    #displayPath(file: string): string {
        const path = relative(this.#options.projectDir, file);
        return path.startsWith('..') ? file : path;
    }
}

/** The bundler wraps what a plugin throws; the cause is the compiler's own error. */
function unwrap(error: unknown): unknown {
    return error instanceof Error && error.cause ? error.cause : error;
}

function unknownModuleMessage(specifier: string): string {
    return specifier.startsWith('c/')
        ? `No component or module named ${specifier} in the source folders`
        : `The module ${specifier} is not offered by the local org`;
}
