import type { FieldSchema, ObjectSchema } from '../../schema/types.ts';
import { quoted } from '../../store/connection.ts';

/** A compound field as JSON text of its parts; null where every part is. */
export function compoundSql(object: ObjectSchema, field: FieldSchema, alias: string): string {
    const parts = object.fields.filter((part) => part.compoundFieldName === field.name);
    if (parts.length === 0) {
        return 'NULL';
    }
    const columns = parts.map((part) => `${alias}.${quoted(part.name)}`);
    const entries = parts.map((part, at) => `'${partName(field, part)}', ${columns[at] ?? 'NULL'}`);
    const anything = parts.length === 1 ? columns[0] : `COALESCE(${columns.join(', ')})`;
    return `CASE WHEN ${anything} IS NULL THEN NULL ELSE json_object(${entries.join(', ')}) END`;
}

/** `BillingPostalCode` of `BillingAddress` as `postalCode`. */
function partName(compound: FieldSchema, part: FieldSchema): string {
    const prefix = compound.name.replace(/Address$/, '').replace(/__c$/, '__');
    const name = part.name.slice(prefix.length).replace(/__s$/, '');
    return name.charAt(0).toLowerCase() + name.slice(1);
}
