import { api, LightningElement } from 'lwc';
import { messageOf } from 'shell/http';
import { ipRelaxationText, permittedUsersText, refreshText } from 'shell/policyTexts';
import { goTo } from 'shell/router';
import { appUrl, getApp } from 'shell/setupApi';
import type { SelectionKind } from 'shell/setupApi';
import { texts } from 'shell/texts';
import type { ConnectedAppDetail } from '../session/types.ts';

/** One connected app: its policies, profiles and permission sets. */
export default class ConnectedApp extends LightningElement {
    @api appId = '';
    texts = texts;
    app: ConnectedAppDetail | null = null;
    error = '';

    override async connectedCallback(): Promise<void> {
        try {
            this.app = await getApp(this.appId);
        } catch (error) {
            this.error = messageOf(error);
        }
    }

    get blocks() {
        const { app } = this;
        if (!app) return [];
        return [
            block(texts.appDetail, [
                [texts.appVersion, app.version],
                [texts.callbackUrl, app.callbackUrls.join(' ')],
                [texts.scopes, app.scopes.join(', ')]
            ]),
            block(texts.oauthPolicies, [
                [texts.permittedUsers, permittedUsersText(app.policies.permittedUsers)],
                [texts.ipRelaxation, ipRelaxationText(app.policies.ipRelaxation)],
                [texts.refreshPolicy, refreshText(app.policies)]
            ])
        ];
    }

    get lists() {
        const { app } = this;
        if (!app) return [];
        const list = (kind: SelectionKind, title: string, manage: string) => {
            const choices = kind === 'profiles' ? app.profiles : app.permissionSets;
            const items = choices.filter(({ selected }) => selected);
            return { kind, title, manage, items, isEmpty: items.length === 0 };
        };
        return [
            list('profiles', texts.profiles, texts.manageProfiles),
            list('permission-sets', texts.permissionSets, texts.managePermissionSets)
        ];
    }

    handleEdit(): void {
        goTo(appUrl(this.appId, 'edit'));
    }

    handleManage(event: Event): void {
        const { kind } = (event.currentTarget as HTMLElement).dataset;
        goTo(appUrl(this.appId, kind as SelectionKind));
    }
}

function block(title: string, rows: readonly (readonly [string, string])[]) {
    return {
        title,
        rows: rows.map(([label, value]) => ({ key: label, valueKey: `${label}=`, label, value }))
    };
}
