import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { version as lwcVersion } from '@lwc/compiler';
import { rollup } from 'rollup';
import type { OutputChunk, RollupBuild } from 'rollup';
import type { ComponentFolder } from './componentFiles.ts';
import { baseModules, ENGINE, SYNTHETIC_SHADOW } from './baseModules.ts';
import { lwcSources } from './lwcSources.ts';
import { recipeHash } from './recipe.ts';

/** Salesforce's base components and the LWC engine, bundled for the browser. */
export interface BaseBundle {
    /** Changes with the version of any part. */
    readonly hash: string;
    /** Chunk file by specifier: `lwc`, `lightning/button`... */
    readonly files: Readonly<Record<string, string>>;
    /** All files, shared chunks included. */
    readonly chunks: readonly string[];
    /** Scoped modules that the chunks read from `@scoped/base`, by exported name. */
    readonly scoped: Readonly<Record<string, string>>;
    readonly dir: string;
}

const require = createRequire(import.meta.url);
const COMPONENTS = 'lightning-base-components';
const RECIPE = ['baseBundle.ts', 'baseModules.ts', 'lwcSources.ts'];

/** Icons are drawn from sprites, navigation is the shell's, two need files that the package lacks. */
const LEFT_OUT = /\/(iconSvgTemplates\w*|navigation|barcodeScanner|primitiveFigure)$/;

/** Not for packages: the shell draws icons inside its own buttons. */
const SHELL_PARTS = ['lightning/primitiveIcon'];

/** Reads the bundle from the cache, or builds it, which takes some 20 s on two cores. */
export async function loadBaseBundle(
    cacheDir: string,
    progress: (message: string) => void
): Promise<BaseBundle> {
    const hash = recipeHash(RECIPE, [lwcVersion, packageJson().version]);
    const dir = join(cacheDir, `base-${hash}`);
    const manifest = join(dir, 'manifest.json');
    if (!existsSync(manifest)) await build(dir, progress);
    return { hash, dir, ...JSON.parse(readFileSync(manifest, 'utf8')) };
}

/** Folder of the base components' package. */
export function basePackageDir(): string {
    return dirname(require.resolve(`${COMPONENTS}/package.json`));
}

async function build(dir: string, progress: (message: string) => void): Promise<void> {
    progress('Bundling Salesforce base components (once)...');
    const source = basePackageDir();
    const scoped = new Map<string, string>();
    let compiled = 0;
    const bundle = await rollup({
        input: inputs(source),
        plugins: [
            baseModules(source, scoped),
            lwcSources({ ownerOf: ownerIn(source), displayPath: (file) => file }),
            {
                name: 'progress',
                transform: () => void (++compiled % 200 || progress(`${compiled} files compiled`))
            }
        ],
        external: (id) => id === '@scoped/base',
        onwarn: () => undefined
    });
    await write(bundle, dir, scoped);
}

/** Every module that the package exposes, with the engine and the shadow polyfill. */
function inputs(source: string): Record<string, string> {
    const { expose } = packageJson().lwc;
    const wanted = [...expose.filter((name) => !LEFT_OUT.test(name)), ...SHELL_PARTS];
    const modules = wanted.map((name) => [name, entryOf(source, name)]);
    return Object.fromEntries([
        ...modules,
        ['lwc', ENGINE],
        ['@lwc/synthetic-shadow', SYNTHETIC_SHADOW]
    ]);
}

function entryOf(source: string, specifier: string): string {
    const [namespace = '', name = ''] = specifier.split('/');
    return join(source, 'src', namespace, name, `${name}.js`);
}

function ownerIn(source: string): (file: string) => ComponentFolder | undefined {
    const root = join(source, 'src', 'lightning') + '/';
    return (file) => {
        const name = file.startsWith(root) ? file.slice(root.length).split('/')[0] : undefined;
        return name ? { namespace: 'lightning', name, dir: root + name } : undefined;
    };
}

/** Written beside and moved into place, so that a broken build leaves no half bundle. */
async function write(
    bundle: RollupBuild,
    dir: string,
    scoped: ReadonlyMap<string, string>
): Promise<void> {
    const { output } = await bundle.generate({
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        manualChunks: (id) => (id.includes('synthetic-shadow') ? null : 'base'),
        hoistTransitiveImports: false
    });
    const partial = `${dir}.${process.pid}`;
    const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
    for (const chunk of chunks) save(join(partial, chunk.fileName), chunk.code);
    const files = chunks.filter(({ isEntry }) => isEntry).map((c) => [c.name, c.fileName]);
    const manifest = {
        files: Object.fromEntries(files),
        chunks: chunks.map(({ fileName }) => fileName),
        scoped: Object.fromEntries(scoped)
    };
    save(join(partial, 'manifest.json'), JSON.stringify(manifest));
    rmSync(dir, { recursive: true, force: true });
    renameSync(partial, dir);
}

function save(file: string, text: string): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
}

interface PackageJson {
    readonly version: string;
    readonly lwc: { readonly expose: readonly string[] };
}

function packageJson(): PackageJson {
    return JSON.parse(readFileSync(require.resolve(`${COMPONENTS}/package.json`), 'utf8'));
}
