import type { Access } from '../access/access.ts';
import { NameMap } from '../schema/nameMap.ts';
import type { SoqlQuery } from '../soql/ast.ts';
import type { RecordStore } from '../store/recordStore.ts';
import type { Binds } from '../types.ts';
import { appMenuItems, userAppMenuItems } from './appMenu.ts';
import type { ComputedObject, ComputedRequest } from './computed.ts';
import { entityDefinitions, fieldDefinitions } from './definitions.ts';
import { definitionParents, namedDefinitions } from './definitionParents.ts';
import { userRecordAccess } from './recordAccess.ts';
import { caseStatuses, leadStatuses, opportunityStages, taskStatuses } from './statuses.ts';
import { objectsRead, pathsOf, usesRelationship, wantedValues } from './wanted.ts';

/** The objects whose rows are made when a query asks for them. */
const COMPUTED = new NameMap<ComputedObject>([
    ['AppMenuItem', appMenuItems],
    ['CaseStatus', caseStatuses],
    ['EntityDefinition', entityDefinitions],
    ['FieldDefinition', fieldDefinitions],
    ['LeadStatus', leadStatuses],
    ['OpportunityStage', opportunityStages],
    ['TaskStatus', taskStatuses],
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
    const objects = objectsRead(query);
    const read = [...objects, ...parents];
    const wanted = (fieldName: string) => wantedValues(query, fieldName, binds);
    for (const name of new Set(read.filter((candidate) => COMPUTED.has(candidate)))) {
        fill(name, { schema: store.schema, store, access, userId, wanted });
    }
    const links = definitionParents(objects, pathsOf(query), store.schema);
    for (const [target, group] of Map.groupBy(links, (link) => link.target)) {
        const ids = namedDefinitions(group, store);
        const byId = (fieldName: string) => (fieldName === 'DurableId' ? ids : null);
        fill(target, { schema: store.schema, store, access, userId, wanted: byId });
    }
}

function fill(name: string, request: ComputedRequest): void {
    const { store } = request;
    const rows = COMPUTED.get(name)?.(request);
    const table = store.tables.get(name);
    store.connection.run(`DELETE FROM ${table.sqlName}`);
    rows?.forEach(({ id, values }) => store.insert(table.object.name, id, values));
}
