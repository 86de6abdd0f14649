import { parseSoql } from '../../../data/soql/parse.ts';
import type { FieldValue } from '../../../data/types.ts';
import { execution } from '../../execution.ts';
import { describeClass } from './describeClass.ts';
import type { Described } from './describeClass.ts';

/** A record type as describe tells of it. */
export interface RecordTypeFacts {
    readonly id: string;
    readonly name: string;
    readonly developerName: string;
    readonly isActive: boolean;
    readonly isMaster: boolean;
}

/** The record type of objects without record types, the same in every org. */
const MASTER: RecordTypeFacts = {
    id: '012000000000000AAA',
    name: 'Master',
    developerName: 'Master',
    isActive: true,
    isMaster: true
};

const RECORD_TYPES = parseSoql(
    'SELECT Id, Name, DeveloperName, IsActive FROM RecordType WHERE SobjectType = :objectName'
);

/** All record types of an object, Master last. */
export function recordTypesOf(objectName: string): readonly Described<RecordTypeFacts>[] {
    const { database } = execution().org;
    if (!database.schema.object('RecordType')) {
        return [RECORD_TYPE.describe(MASTER)];
    }
    const context = { userId: execution().user.id, mode: 'system', sharing: false } as const;
    const { rows } = database.query(RECORD_TYPES, { objectName }, context);
    const found = rows.map(({ values }) => {
        const text = (name: string): string => String(values[name] as FieldValue);
        return RECORD_TYPE.describe({
            id: text('Id'),
            name: text('Name'),
            developerName: text('DeveloperName'),
            isActive: values['IsActive'] === true,
            isMaster: false
        });
    });
    return [...found, RECORD_TYPE.describe(MASTER)];
}

function isAvailable({ id, isMaster }: RecordTypeFacts): boolean {
    const { org, user } = execution();
    return isMaster || org.access.recordTypeAvailable(user.id, id);
}

const RECORD_TYPE = describeClass<RecordTypeFacts>(
    'Schema.RecordTypeInfo',
    {
        DeveloperName: (type) => type.developerName,
        Name: (type) => type.name,
        RecordTypeId: (type) => type.id
    },
    {
        Active: (type) => type.isActive,
        Available: isAvailable,
        DefaultRecordTypeMapping: (type) => type.isMaster,
        Master: (type) => type.isMaster
    }
);

export const RECORD_TYPE_INFO = RECORD_TYPE.type;
