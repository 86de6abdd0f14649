import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PermittedUsers } from '../apps/apps.ts';
import type { FormFactor } from '../pages/activation.ts';
import type { OrganizationInput } from '../setup/standardOrg.ts';
import type { UserInput } from '../setup/users.ts';
import type { FieldValues } from '../store/types.ts';

/** The demo org as its files describe it. */
export interface DemoConfig {
    readonly organization: Omit<OrganizationInput, 'id' | 'instanceName' | 'isSandbox'>;
    readonly roles: readonly { readonly name: string; readonly parent: string | null }[];
    readonly users: readonly Omit<UserInput, 'isActive'>[];
    readonly afterInstall: AfterInstall;
    /** The plan of the demo records, for `importTree`. */
    readonly planFile: string;
}

/** What the administrator of the demo org does once the package is there. */
export interface AfterInstall {
    readonly connectedApps: readonly {
        /** API name. */
        readonly app: string;
        readonly permittedUsers: PermittedUsers;
        /** Names of profiles in the org. */
        readonly profiles: readonly string[];
    }[];
    /** User names by permission set. */
    readonly permissionSets: Readonly<Record<string, readonly string[]>>;
    readonly pages: readonly {
        readonly objectName: string;
        readonly page: string;
        readonly formFactors: readonly FormFactor[];
    }[];
    readonly zendesk: {
        readonly subdomain: string;
        /** Named principals that get the account's client id and secret. */
        readonly principals: readonly {
            readonly externalCredential: string;
            readonly principal: string;
        }[];
        /** Identity providers that get the client id for linking agents. */
        readonly identityProviders: readonly string[];
    };
    /** Org-wide values of custom settings; `{subdomain}` stands for the one in use. */
    readonly settings: readonly { readonly object: string; readonly values: FieldValues }[];
}

/** Reads `config/demo/salesforce`. */
export function readDemoConfig(folder: string): DemoConfig {
    const read = (name: string): unknown =>
        JSON.parse(readFileSync(join(folder, 'setup', `${name}.json`), 'utf8'));
    return {
        organization: read('organization') as DemoConfig['organization'],
        roles: read('roles') as DemoConfig['roles'],
        users: read('users') as DemoConfig['users'],
        afterInstall: read('after-install') as AfterInstall,
        planFile: join(folder, 'plan.json')
    };
}
