import { crc32 } from 'node:zlib';

import { makeId } from '../../data/store/ids.ts';
import { permissionSetsOf } from '../setup/permissionSets.ts';
import type { SetupStore } from '../store/types.ts';

/** The id by which access to a Lightning app is given. It follows from the app's API name. */
export function tabSetId(appName: string): string {
    return makeId('02u', crc32(appName.toLowerCase()));
}

/** Which Lightning apps of the source a user sees in the launcher: those given to a set they hold. */
export function visibleApps(userId: string, rows: SetupStore): (appName: string) => boolean {
    const access = rows.find('SetupEntityAccess', { ParentId: permissionSetsOf(rows, userId) });
    const visible = new Set(access.map(({ values }) => values['SetupEntityId']));
    return (appName) => visible.has(tabSetId(appName));
}
