import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { Plugin } from 'rollup';
import { entryFile } from './componentFiles.ts';
import { scopedName } from './scopedNames.ts';

const require = createRequire(import.meta.url);
/** The LWC engine, and the shadow DOM that Lightning Experience runs on. */
export const ENGINE = esmOf('@lwc/engine-dom');
export const SYNTHETIC_SHADOW = esmOf('@lwc/synthetic-shadow');

/**
 * Copies of the design system for native shadow roots. Under synthetic shadow the page's own
 * stylesheet reaches the components.
 */
const SHADOW_STYLES = /\.slds\.css$|^lightning\/slds(Common|Utils|GenAi)/;

const CONSTANT = '\0constant:';
const SCOPED = '\0scoped:';

/**
 * Rollup plugin: what the base components import. Release gates are open, as in a current org,
 * except those that need native shadow DOM. Values that depend on the user come from `@scoped/base`.
 */
export function baseModules(source: string, scoped: Map<string, string>): Plugin {
    return {
        name: 'base-modules',
        resolveId: (id) => resolveBase(id, source),
        load: (id) => loadVirtual(id, scoped),
        transform(code, id) {
            if (id.startsWith('\0')) return null;
            return { code: adapt(code, id), map: null };
        }
    };
}

function resolveBase(id: string, source: string): string | null {
    if (SHADOW_STYLES.test(id)) return `${CONSTANT}[]`;
    if (id === 'lwc') return ENGINE;
    if (id.startsWith('@lwc/')) return esmOf(id);
    if (id.startsWith('lightning/')) {
        const name = id.slice('lightning/'.length);
        const dir = join(source, 'src', 'lightning', name);
        return entryFile({ namespace: 'lightning', name, dir }) ?? null;
    }
    if (id.startsWith('@salesforce/gate/')) {
        const open = !id.includes('ElementInternals');
        return `${CONSTANT}{ isOpen: () => ${open} }`;
    }
    if (id.startsWith('@salesforce/accessCheck/')) return `${CONSTANT}true`;
    if (id.startsWith('@salesforce/i18n/common.')) return packageValueFile(source, id);
    return id.startsWith('@salesforce/') ? SCOPED + id : null;
}

/** Where the package keeps its English default of a scoped module. */
export function packageValueFile(source: string, specifier: string): string {
    return join(source, 'scopedImports', `${specifier.replaceAll('/', '-')}.js`);
}

function loadVirtual(id: string, scoped: Map<string, string>): string | null {
    if (id.startsWith(CONSTANT)) return `export default ${id.slice(CONSTANT.length)};`;
    if (!id.startsWith(SCOPED)) return null;
    const specifier = id.slice(SCOPED.length);
    const name = scopedName(specifier);
    scoped.set(name, specifier);
    return `export { ${name} as default } from '@scoped/base';`;
}

function adapt(code: string, id: string): string {
    const plain = code
        .replaceAll('import.meta.env.SSR', 'false')
        .replaceAll('process.env.NODE_ENV', '"production"');
    if (id.endsWith('/primitiveIcon/primitiveIcon.js')) return iconsFromSprite(plain);
    if (id.endsWith('/iconUtils/iconUtils.js')) return plain.replaceAll(`'/assets/`, `'/_slds/`);
    return id.endsWith('/primitiveIcon/fetch.js') ? NO_ICON_TEMPLATES : plain;
}

/** Icons come from the design system's sprites, as Lightning Experience draws them. */
function iconsFromSprite(code: string): string {
    const before = `return this.src ? sanitizeURL(this.src) : '';`;
    if (!code.includes(before)) throw new Error('lightning-primitive-icon changed its href getter');
    return code
        .replace(
            before,
            'return this.src ? sanitizeURL(this.src) : getIconPath(this.iconName, dir);'
        )
        .replace('import { getName, isValidName }', 'import { getIconPath, getName, isValidName }');
}

const NO_ICON_TEMPLATES = `
const none = {};
export const hasIconLibrary = () => true;
export const getIconLibrary = () => none;
export const fetchIconLibrary = () => Promise.resolve(none);
`;

function esmOf(packageName: string): string {
    return join(dirname(require.resolve(packageName)), 'index.js');
}
