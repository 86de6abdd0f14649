import type { JsonObject } from '../http/json.ts';
import type { Field } from '../store/records.ts';
import type { Table } from '../store/table.ts';

/** Every active field by key, null when unset (a checkbox: false). */
export function expandedFields(fields: Table<Field>, values: JsonObject): JsonObject {
    const expanded: Record<string, JsonObject[string]> = {};
    for (const field of fields.values()) {
        if (field.active && field.key !== null) {
            expanded[field.key] = values[field.key] ?? (field.type === 'checkbox' ? false : null);
        }
    }
    return expanded;
}
