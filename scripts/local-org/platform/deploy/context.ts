import type { Schema } from '../../data/schema/types.ts';
import type { SourceModel } from '../../metadata/model/model.ts';
import type { CredentialStore } from '../credentials/credentialStore.ts';
import type { OrgState } from '../state/orgState.ts';
import type { SetupStore } from '../store/types.ts';
import type { DeployReport } from './problems.ts';

/** What each step of a deployment works with. */
export interface DeployContext {
    readonly model: SourceModel;
    readonly rows: SetupStore;
    /** Of the org with the deployed objects in it. */
    readonly schema: Schema;
    readonly state: OrgState;
    readonly credentials: CredentialStore;
    readonly report: DeployReport;
}
