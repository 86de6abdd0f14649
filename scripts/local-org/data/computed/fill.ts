import type { Access } from '../access/access.ts';
import { NameMap } from '../schema/nameMap.ts';
import type { SoqlQuery } from '../soql/ast.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { Binds } from '../types.ts';
import { appMenuItems, userAppMenuItems } from './appMenu.ts';
import type { ComputedObject } from './computed.ts';
import { entityDefinitions, fieldDefinitions } from './definitions.ts';
import { userRecordAccess } from './recordAccess.ts';
import { objectsRead, usesRelationship, wantedValues } from './wanted.ts';

/** The objects whose rows are made when a query asks for them. */
const COMPUTED = new NameMap<ComputedObject>([
    ['AppMenuItem', appMenuItems],
    ['EntityDefinition', entityDefinitions],
    ['FieldDefinition', fieldDefinitions],
    ['UserAppMenuItem', userAppMenuItems],
    ['UserRecordAccess', userRecordAccess]
]);

/** Before a query: makes the rows of the computed objects that it reads, for its user. */
export function fillComputed(
    query: SoqlQuery,
    binds: Binds,
    userId: string,
    store: RecordStore,
    access: Access
): void {
    const parents = usesRelationship(query, 'EntityDefinition') ? ['EntityDefinition'] : [];
    const read = [...objectsRead(query), ...parents];
    for (const name of new Set(read.filter((candidate) => COMPUTED.has(candidate)))) {
        const rows = COMPUTED.get(name)?.({
            schema: store.schema,
            store,
            access,
            userId,
            wanted: (fieldName) => wantedValues(query, fieldName, binds)
        });
        const table = store.tables.get(name);
        store.connection.run(`DELETE FROM ${table.sqlName}`);
        rows?.forEach(({ id, values }) => store.insert(table.object.name, id, values));
    }
}
