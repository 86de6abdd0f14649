import { request, uiApi } from 'shell/http';
import { session } from 'shell/session';
import type { ObjectInfo } from '../session/types.ts';
import type { Option } from './inputs.ts';

const MOST_RECORDS = 200;

/** Choices of a picklist or a look-up; null for a field that is typed in. */
export async function loadOptions(
    object: ObjectInfo,
    fieldName: string
): Promise<readonly Option[] | null> {
    const info = object.fields[fieldName];
    if (info?.dataType === 'Picklist') return picklist(object, fieldName);
    const [parent] = info?.referenceToInfos ?? [];
    return parent && fieldName !== 'OwnerId' ? records(parent.apiName) : null;
}

async function picklist(
    { apiName, defaultRecordTypeId }: ObjectInfo,
    fieldName: string
): Promise<readonly Option[]> {
    const path = `/object-info/${apiName}/picklist-values/${defaultRecordTypeId}/${fieldName}`;
    return ((await request(uiApi(path))) as { values: readonly Option[] }).values;
}

/** Records to choose from, by name. */
async function records(objectApiName: string): Promise<readonly Option[]> {
    const soql = `SELECT Id, Name FROM ${objectApiName} ORDER BY Name LIMIT ${MOST_RECORDS}`;
    const url = `/services/data/${session.apiVersion}/query?q=${encodeURIComponent(soql)}`;
    const found = (await request(url)) as { records: readonly { Id: string; Name: string }[] };
    return found.records.map(({ Id, Name }) => ({ value: Id, label: Name }));
}
