import { deployApps } from './apps.ts';
import { deployCode } from './code.ts';
import type { DeployContext } from './context.ts';
import { deployCredentials } from './credentials.ts';
import { grantInstalled, type InstallFor } from './install.ts';
import {
    deployPermissionSetGroups,
    deployPermissionSets,
    deployProfiles
} from './permissionSets.ts';
import type { DeployProblem } from './problems.ts';
import { deployCustomMetadata } from './records.ts';

/**
 * Brings the org to what the source says: run it for the first time, after every change of the
 * source, and for an org that was kept. The schema must hold the source's objects already
 * (`schemaInput`). Users, assignments, app policies, secrets and records are the org's own and stay.
 * What can't be deployed is left out and told.
 */
export function deploy(
    context: Omit<DeployContext, 'report'>,
    installFor: InstallFor
): readonly DeployProblem[] {
    const problems: DeployProblem[] = [];
    const reporting = {
        ...context,
        report: (problem: DeployProblem) => void problems.push(problem)
    };
    deployCode(reporting);
    deployCredentials(reporting);
    deployPermissionSets(reporting);
    deployPermissionSetGroups(reporting);
    deployProfiles(reporting);
    deployApps(reporting);
    deployCustomMetadata(reporting);
    grantInstalled(installFor, reporting);
    return problems;
}
