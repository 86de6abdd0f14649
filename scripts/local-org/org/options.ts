import type { LocalOrg } from './localOrg.ts';
import type { HostMapping } from '../platform/callout/hostMapping.ts';
import type { InstallFor } from '../platform/deploy/install.ts';
import type { OrganizationInput } from '../platform/setup/standardOrg.ts';

/** What makes one local org different from another. */
export interface LocalOrgOptions {
    /** Folder of `sfdx-project.json`. */
    readonly root: string;
    /** Folders of source; the package directories of the project when empty. */
    readonly sourceDirs: readonly string[];
    /** Where records and state are kept; null for an org that lives as long as the process. */
    readonly dataDir: string | null;
    /** Where parsed and compiled code is kept. */
    readonly cacheDir: string;
    readonly organization: OrganizationInput;
    readonly installFor: InstallFor;
    /** Values for the replacements of `sfdx-project.json`. */
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly hosts: HostMapping;
    /** Origin of the org in the browser. */
    readonly orgUrl: string;
    /** Compiles with counters per statement. */
    readonly coverage: boolean;
    readonly onTransaction?: LocalOrg['onTransaction'];
    /** Lines for the developer's terminal. */
    readonly log: (message: string) => void;
}
