import type { FieldSchema, Schema } from '../schema/types.ts';
import type { FieldValue } from '../types.ts';
import { FormulaError } from './parse.ts';
import type { FormulaValue } from './value.ts';

/** Values of `$User.…`, `$Profile.…`, `$Organization.…`, `$Setup.…`, `$Permission.…`, `$Label.…`. */
export type Globals = (path: readonly string[], userId: string) => FieldValue;

/** The field that a path of a formula ends in. */
export function fieldAt(schema: Schema, objectName: string, path: readonly string[]): FieldSchema {
    const [first = '', ...rest] = path;
    if (rest.length === 0) {
        const field = schema.field(objectName, first);
        if (field === undefined) {
            throw new FormulaError(`Field ${first} does not exist. Check spelling.`);
        }
        return field;
    }
    const lookup = schema.parentField(objectName, first);
    const target = parentObject(lookup);
    if (target === undefined) {
        throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling.`);
    }
    return fieldAt(schema, target, rest);
}

/** `Owner:User` of a polymorphic lookup is read as its pseudo-object. */
function parentObject(lookup: FieldSchema | undefined): string | undefined {
    const targets = lookup?.referenceTo ?? [];
    return targets.length > 1 ? 'Name' : targets[0];
}

/** The values of the globals that a formula mentions, by lower-case path. */
export function globalValues(
    paths: readonly (readonly string[])[],
    globals: Globals,
    userId: string
): Readonly<Record<string, FormulaValue>> {
    return Object.fromEntries(
        paths.map((path) => [path.join('.').toLowerCase(), globals(path, userId)])
    );
}
