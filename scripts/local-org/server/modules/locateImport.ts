import { readFileSync } from 'node:fs';

/** Where a bundle names a module: by its specifier, or by its tag in a template. */
export function locateImport(
    files: readonly string[],
    specifier: string
): { readonly file: string; readonly line: number | null } {
    const needles = [`'${specifier}'`, `"${specifier}"`, `<${tagOf(specifier)}`];
    for (const file of files) {
        const lines = readFileSync(file, 'utf8').split('\n');
        const index = lines.findIndex((line) => needles.some((needle) => line.includes(needle)));
        if (index >= 0) return { file, line: index + 1 };
    }
    return { file: files[0] ?? specifier, line: null };
}

/** `lightning/inputField` -> `lightning-input-field`. */
export function tagOf(specifier: string): string {
    const [namespace = '', name = ''] = specifier.split('/');
    return `${namespace}-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
