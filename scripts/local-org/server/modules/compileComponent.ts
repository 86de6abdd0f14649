import { dirname } from 'node:path';
import { rollup } from 'rollup';
import type { OutputChunk, Plugin } from 'rollup';
import type { ComponentFolder } from './componentFiles.ts';
import { entryFile } from './componentFiles.ts';
import { lwcSources, syntheticEntry } from './lwcSources.ts';
import { scopedName } from './scopedNames.ts';

/** One bundle as a native ES module whose imports are bare specifiers. */
export interface CompiledComponent {
    readonly code: string;
    /** Other modules it needs, without its companion. */
    readonly imports: readonly string[];
    /** Scoped modules that its companion `@scoped/c/x` gives it, by exported name. */
    readonly scoped: Readonly<Record<string, string>>;
}

const ENTRY = '\0entry:';
const SCOPED = '\0scoped:';

/** Compiles a bundle. Throws `CompileError` with file and line. */
export async function compileComponent(
    component: ComponentFolder,
    displayPath: (file: string) => string
): Promise<CompiledComponent> {
    const specifier = `${component.namespace}/${component.name}`;
    const companion = `@scoped/${specifier}`;
    const scoped = new Map<string, string>();
    const bundle = await rollup({
        input: ENTRY + specifier,
        plugins: [
            entryModule(component),
            scopedModules(companion, scoped),
            lwcSources({ ownerOf: () => component, displayPath })
        ],
        external: isBare,
        onwarn: () => undefined
    });
    const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
    return describe(output[0], companion, Object.fromEntries(scoped));
}

function describe(
    chunk: OutputChunk,
    companion: string,
    scoped: Readonly<Record<string, string>>
): CompiledComponent {
    const all = [...chunk.imports, ...chunk.dynamicImports];
    const imports = [...new Set(all)].filter((name) => name !== companion);
    return { code: chunk.code, imports, scoped };
}

function entryModule(component: ComponentFolder): Plugin {
    const entry = entryFile(component) ?? dirname(component.dir);
    const synthetic = syntheticEntry(component, entry);
    return {
        name: 'entry-module',
        resolveId: (id) => (id.startsWith(ENTRY) ? (synthetic ? id : entry) : null),
        load: (id) => (id.startsWith(ENTRY) ? synthetic : null)
    };
}

/** `@salesforce/label/c.X` and its like read from one companion module, made per user. */
function scopedModules(companion: string, scoped: Map<string, string>): Plugin {
    return {
        name: 'scoped-modules',
        resolveId: (id) =>
            id.startsWith('@salesforce/') && id !== '@salesforce/apex' ? SCOPED + id : null,
        load(id) {
            if (!id.startsWith(SCOPED)) return null;
            const specifier = id.slice(SCOPED.length);
            const name = scopedName(specifier);
            scoped.set(name, specifier);
            return `export { ${name} as default } from '${companion}';`;
        }
    };
}

function isBare(id: string): boolean {
    return !/^[./\0]/.test(id) && !(id.startsWith('@salesforce/') && id !== '@salesforce/apex');
}
