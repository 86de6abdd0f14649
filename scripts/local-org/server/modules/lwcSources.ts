import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { transformSync } from '@lwc/compiler';
import type { Plugin } from 'rollup';
import type { ComponentFolder } from './componentFiles.ts';
import { CompileError, problemFromError } from './problems.ts';
import { stripTypes } from './stripTypes.ts';

/** LWC API version that templates and classes are compiled for: that of the package. */
export const API_VERSION = 67;

/** What the platform's own components may use and a package's may not. */
const PLATFORM_CODE = { enablePrivateMethods: true, dynamicImports: { strictSpecifier: false } };

const ABSENT = '\0absent:';

export interface LwcSourceOptions {
    /** The bundle that a file belongs to. */
    ownerOf(file: string): ComponentFolder | undefined;
    /** How a file is named to the developer. */
    displayPath(file: string): string;
}

/** Rollup plugin: TypeScript, templates and stylesheets of component bundles, as LWC reads them. */
export function lwcSources({ ownerOf, displayPath }: LwcSourceOptions): Plugin {
    return {
        name: 'lwc-sources',
        resolveId: (source, importer) =>
            importer && source.startsWith('.')
                ? resolveRelative(source, cleanId(importer), displayPath)
                : null,
        load: (id) => (id.startsWith(ABSENT) ? 'export default undefined;' : loadFile(id)),
        transform(code, id) {
            if (id.startsWith('\0')) return null;
            const owner = ownerOf(cleanId(id));
            return owner ? compileFile(code, id, owner, displayPath) : null;
        }
    };
}

function resolveRelative(
    source: string,
    importer: string,
    displayPath: (file: string) => string
): string {
    const [path = '', query] = source.split('?');
    const base = resolve(dirname(importer), path);
    const candidates = [base, `${base}.ts`, `${base}.js`, base.replace(/\.js$/, '.ts')];
    const file = candidates.find((candidate) => extname(candidate) && existsSync(candidate));
    if (file) return query ? `${file}?${query}` : file;
    if (isImplicit(base, importer)) return ABSENT + base;
    const message = `Cannot find ${source}`;
    throw new CompileError({ file: displayPath(importer), line: null, column: null, message });
}

/** The compiler asks for `x.html` of `x.js` and `x.css`, `x.scoped.css` of `x.html` unasked. */
function isImplicit(path: string, importer: string): boolean {
    const stem = basename(importer).replace(/\.[^.]+$/, '');
    return [`${stem}.html`, `${stem}.css`, `${stem}.scoped.css`].includes(basename(path));
}

function loadFile(id: string): string | null {
    const file = cleanId(id);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function compileFile(
    code: string,
    id: string,
    { namespace, name }: ComponentFolder,
    displayPath: (file: string) => string
) {
    const file = cleanId(id);
    const typed = file.endsWith('.ts') ? stripTypes(code, displayPath(file)) : null;
    try {
        const result = transformSync(typed?.code ?? code, file.replace(/\.ts$/, '.js'), {
            name,
            namespace,
            apiVersion: API_VERSION,
            enableDynamicComponents: true,
            enableLwcOn: true,
            ...(namespace === 'c' ? {} : PLATFORM_CODE),
            scopedStyles: id.endsWith('?scoped=true')
        });
        return { code: result.code, map: null };
    } catch (error) {
        const problem = problemFromError(error, displayPath(file));
        throw new CompileError(typed ? typed.restorePlace(problem) : problem);
    }
}

function cleanId(id: string): string {
    return id.replace(/\?.*$/, '');
}

/** Source of a bundle that has a template or stylesheet alone, as the platform completes it. */
export function syntheticEntry(component: ComponentFolder, entry: string): string | null {
    const file = join(component.dir, component.name);
    if (entry.endsWith('.html')) {
        return (
            `import { LightningElement, registerComponent } from 'lwc';\n` +
            `import template from '${file}.html';\n` +
            `export default registerComponent(class extends LightningElement {}, ` +
            `{ tmpl: template, sel: '${component.name}', apiVersion: ${API_VERSION} });`
        );
    }
    return entry.endsWith('.css') ? `export { default } from '${entry}';` : null;
}
