import type { Access } from '../access/access.ts';
import type { RecordAccess } from '../access/sharing.ts';
import { QueryError } from '../errors.ts';
import { normalizeId } from '../store/ids.ts';
import type { StoredValues } from '../store/recordStore.ts';
import type { ComputedObject } from './computed.ts';

/** Records that UserRecordAccess answers for at once (documented limit). */
const MAX_RECORDS = 200;

/** UserRecordAccess: what a user may do with records that the query names. */
export const userRecordAccess: ComputedObject = ({ schema, access, wanted }) => {
    const [userId] = wanted('UserId') ?? [];
    const recordIds = wanted('RecordId') ?? [];
    if (userId === undefined || recordIds.length === 0) {
        throw new QueryError(
            'MALFORMED_QUERY',
            'UserRecordAccess: filter by UserId and RecordId, each with = or IN'
        );
    }
    if (recordIds.length > MAX_RECORDS) {
        throw new QueryError(
            'MALFORMED_QUERY',
            `UserRecordAccess: at most ${MAX_RECORDS} RecordIds`
        );
    }
    const user = normalizeId(userId);
    return [...new Set(recordIds.map(normalizeId))].map((recordId) => {
        const object = schema.objectOfId(recordId);
        const values =
            object === undefined ? NO_ACCESS : levels(access, user, object.name, recordId);
        return { id: recordId, values: { ...values, UserId: user, RecordId: recordId } };
    });
};

const NO_ACCESS: StoredValues = {
    HasReadAccess: false,
    HasEditAccess: false,
    HasDeleteAccess: false,
    HasTransferAccess: false,
    HasAllAccess: false,
    MaxAccessLevel: 'None'
};

function levels(
    access: Access,
    userId: string,
    objectName: string,
    recordId: string
): StoredValues {
    const reaches = (level: RecordAccess) =>
        access.reachable(userId, objectName, [recordId], level).has(recordId);
    const read = access.can(userId, objectName, 'read') && reaches('read');
    const edit = read && access.can(userId, objectName, 'edit') && reaches('edit');
    const full = edit && reaches('full');
    const remove = full && access.can(userId, objectName, 'delete');
    return {
        HasReadAccess: read,
        HasEditAccess: edit,
        HasDeleteAccess: remove,
        HasTransferAccess: full,
        HasAllAccess: remove && full,
        MaxAccessLevel: remove ? 'All' : full ? 'Transfer' : edit ? 'Edit' : read ? 'Read' : 'None'
    };
}
