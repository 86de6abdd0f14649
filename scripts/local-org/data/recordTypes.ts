import type { RecordTypeSchema, Schema } from './schema/types.ts';
import type { Save } from './dml/work.ts';
import { seedRows } from './seed.ts';
import type { RecordStore } from './store/recordStore.ts';

/** Makes the RecordType rows of the schema's record types, once. */
export function seedRecordTypes(schema: Schema, store: RecordStore, save: Save): void {
    for (const name of schema.sourceObjectNames) {
        const object = schema.object(name);
        for (const type of object?.recordTypes ?? []) {
            const known = store.idsWhere('RecordType', 'DeveloperName', [type.developerName]);
            const own = store.read('RecordType', known);
            const exists = [...own.values()].some((row) => row['SobjectType'] === name);
            if (!exists) {
                seedRows([{ type: 'RecordType', values: recordTypeValues(name, type) }], save);
            }
        }
    }
}

function recordTypeValues(objectName: string, type: RecordTypeSchema) {
    return {
        Name: type.label,
        DeveloperName: type.developerName,
        Description: type.description,
        SobjectType: objectName,
        IsActive: type.active
    };
}
