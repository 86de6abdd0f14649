import { LightningElement } from 'lwc';
import { messageOf } from 'shell/http';
import { permittedUsersText } from 'shell/policyTexts';
import { appUrl, listApps } from 'shell/setupApi';
import { texts } from 'shell/texts';
import type { ConnectedAppSummary } from '../session/types.ts';

/** The list of Manage Connected Apps. */
export default class ConnectedApps extends LightningElement {
    texts = texts;
    apps: readonly ConnectedAppSummary[] = [];
    error = '';

    override async connectedCallback(): Promise<void> {
        try {
            this.apps = await listApps();
        } catch (error) {
            this.error = messageOf(error);
        }
    }

    get rows() {
        return this.apps.map((app) => ({
            ...app,
            url: appUrl(app.id, 'view'),
            editUrl: appUrl(app.id, 'edit'),
            permitted: permittedUsersText(app.permittedUsers)
        }));
    }
}
