import type { Sessions } from './http/sessions.ts';
import type { BaseBundle } from './modules/baseBundle.ts';
import type { ModuleStore } from './modules/moduleStore.ts';
import type { OrgClient } from './orgClient.ts';

/** What the routes share. */
export interface Services {
    readonly org: OrgClient;
    readonly sessions: Sessions;
    readonly modules: ModuleStore;
    readonly base: BaseBundle;
    readonly randomToken: () => string;
    /** Lines for the developer's terminal. */
    readonly log: (message: string) => void;
}
