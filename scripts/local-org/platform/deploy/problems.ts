/** Why a part of a deployment was left out, in the words of a failed deployment where they are known. */
export interface DeployProblem {
    /** `PermissionSet Zendesk_User`. */
    readonly component: string;
    readonly message: string;
}

export type DeployReport = (problem: DeployProblem) => void;
