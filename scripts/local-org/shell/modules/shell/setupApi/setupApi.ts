import { request, sendJson } from 'shell/http';
import type {
    ConnectedAppDetail,
    ConnectedAppPolicies,
    ConnectedAppSummary
} from '../session/types.ts';

const APPS = '/_shell/setup/connected-apps';

export type SelectionKind = 'profiles' | 'permission-sets';

/** Where Setup shows an app. */
export function appUrl(id: string, action: 'view' | 'edit' | SelectionKind): string {
    return `/lightning/setup/ConnectedApplication/${id}/${action}`;
}

export async function listApps(): Promise<readonly ConnectedAppSummary[]> {
    return (await request(APPS)) as readonly ConnectedAppSummary[];
}

export async function getApp(id: string): Promise<ConnectedAppDetail> {
    return (await request(`${APPS}/${encodeURIComponent(id)}`)) as ConnectedAppDetail;
}

export async function savePolicies(id: string, policies: ConnectedAppPolicies): Promise<void> {
    await sendJson('PUT', `${APPS}/${encodeURIComponent(id)}/policies`, policies);
}

export async function saveSelection(
    id: string,
    kind: SelectionKind,
    ids: readonly string[]
): Promise<void> {
    await sendJson('PUT', `${APPS}/${encodeURIComponent(id)}/${kind}`, { ids });
}
