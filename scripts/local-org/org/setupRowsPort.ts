import type { SetupRows } from '../apex/library/org/ports.ts';
import { insertOne, type SetupStore } from '../platform/store/types.ts';

/** Records that the platform itself keeps, as the Apex library writes them. */
export function setupRowsPort(rows: SetupStore): SetupRows {
    return {
        insert: (objectName, values) => insertOne(rows, objectName, values),
        update: (objectName, id, values) => rows.update(objectName, id, values),
        delete: (objectName, id) => rows.remove(objectName, [id])
    };
}
