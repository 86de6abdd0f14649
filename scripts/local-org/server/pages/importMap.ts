import type { ComponentModule } from '../modules/moduleStore.ts';
import type { BaseBundle } from '../modules/baseBundle.ts';

/** Where the browser finds each module: every URL names the content it stands for. */
export function importMap(
    base: BaseBundle,
    modules: ReadonlyMap<string, ComponentModule>
): Readonly<Record<string, string>> {
    const provided = Object.entries(base.files).map(([specifier, file]) => [
        specifier,
        baseUrl(base, file)
    ]);
    const components = [...modules.values()].flatMap((module) => [
        [module.specifier, moduleUrl(module)],
        [`@scoped/${module.specifier}`, `/lwc/scoped/${module.hash}/${module.specifier}.js`]
    ]);
    const apex = modules.get('shell/apex');
    return Object.fromEntries([
        ...provided,
        ...components,
        ['@scoped/base', `/lwc/scoped/${base.hash}/lightning/base.js`],
        ...(apex ? [['@salesforce/apex', moduleUrl(apex)]] : [])
    ]);
}

export function moduleUrl({ hash, specifier }: ComponentModule): string {
    return `/lwc/modules/${hash}/${specifier}.js`;
}

export function baseUrl({ hash }: BaseBundle, file: string): string {
    return `/lwc/base/${hash}/${file}`;
}
