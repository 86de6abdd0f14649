import type { CodeRunner } from './client/code.ts';
import type { ConnectedAppSetup } from './client/connectedApps.ts';
import type { PageMetadataSource } from './client/pages.ts';
import type { RecordStore } from './client/records.ts';
import type { ResourceSource } from './client/resources.ts';
import type { SessionSource } from './client/sessions.ts';
import type { VisualforceSource } from './client/visualforce.ts';

export type * from './client/code.ts';
export type * from './client/connectedApps.ts';
export type * from './client/pages.ts';
export type * from './client/records.ts';
export type * from './client/resources.ts';
export type * from './client/sessions.ts';
export type * from './client/visualforce.ts';

/**
 * The org as the web server sees it. Every call names the user that asks and runs under that user's
 * permissions and sharing. Calls reject only for a fault of the org itself; what Salesforce would
 * answer to the browser as an error comes back as a value.
 */
export interface OrgClient
    extends
        SessionSource,
        CodeRunner,
        RecordStore,
        PageMetadataSource,
        ConnectedAppSetup,
        ResourceSource,
        VisualforceSource {}
