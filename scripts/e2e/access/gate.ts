import type { AccessOrg } from './accessOrg.ts';
import type { Person } from './person.ts';

const APP = 'Salesforce Integration for Zendesk';
const ADMINISTRATOR = 'System Administrator';

/** Sets the gate as an administrator does, in Setup > Manage Connected Apps. */
export class Gate {
    readonly #org: AccessOrg;
    readonly #admin: Person;
    readonly #path: string;

    constructor(org: AccessOrg, admin: Person) {
        this.#org = org;
        this.#admin = admin;
        const appId = org.idOf('ConnectedApplication', 'Name', APP);
        this.#path = `/_shell/setup/connected-apps/${appId}`;
    }

    async selectProfiles(names: readonly string[]): Promise<void> {
        const ids = [ADMINISTRATOR, ...names].map((name) =>
            this.#org.idOf('Profile', 'Name', name)
        );
        await this.#admin.put(`${this.#path}/profiles`, { ids });
    }

    async permitUsers(permittedUsers: 'AllUsers' | 'AdminApprovedPreAuthorized'): Promise<void> {
        const answer = await this.#admin.send('GET', this.#path);
        const { policies } = (await answer.json()) as { readonly policies: object };
        await this.#admin.put(`${this.#path}/policies`, { ...policies, permittedUsers });
    }
}
