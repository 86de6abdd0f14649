import type { ObjectAccess, OrgClient } from '../orgClient.ts';
import type { UserRequest } from '../http/router.ts';
import { isApiName, isRecordId, toLongId } from './identifiers.ts';

export interface Target {
    /** 18 characters. */
    readonly id: string;
    readonly object: ObjectAccess;
}

/** The object of the record that `{id}` names, as the user sees it; whether it exists is not said. */
export async function findTarget(
    { params, user }: UserRequest,
    org: OrgClient
): Promise<Target | undefined> {
    const id = params['id'] ?? '';
    if (!isRecordId(id)) return undefined;
    const name = await org.objectOfKeyPrefix(id.slice(0, 3));
    const object = name === undefined ? undefined : await org.describeObject(user.id, name);
    return object && { id: toLongId(id), object };
}

/** The object that `{object}` names. */
export async function findObject(
    { params, user }: UserRequest,
    org: OrgClient
): Promise<ObjectAccess | undefined> {
    const name = params['object'] ?? '';
    return isApiName(name) ? org.describeObject(user.id, name) : undefined;
}

/** `a, b` of a query parameter. */
export function listOf(text: string | null): readonly string[] {
    return (text ?? '')
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean);
}
