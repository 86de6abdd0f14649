/** An identifier for a scoped module: `@salesforce/label/c.X` -> `label_c_X`. */
export function scopedName(specifier: string): string {
    return specifier
        .replace(/^@salesforce\//, '')
        .replace(/[^A-Za-z0-9]/g, (character) => (character === '_' ? '__' : '_'));
}
