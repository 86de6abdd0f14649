import chooseGateOf from '@salesforce/apex/ZendeskAccessSetupController.chooseGate';
import getSetupOf from '@salesforce/apex/ZendeskAccessSetupController.getSetup';
import saveSignedNotesOf from '@salesforce/apex/ZendeskAccessSetupController.saveSignedNotes';
import assignUsersOf from '@salesforce/apex/ZendeskAssignmentController.assignUsers';
import getStateOf from '@salesforce/apex/ZendeskAssignmentController.getState';
import saveNightlyOf from '@salesforce/apex/ZendeskAssignmentController.saveNightly';

export type GateKind = 'connected_app' | 'external_client_app' | 'custom_permission';

/** Something that has to hold before anybody sees tickets. */
export interface Requirement {
    readonly code: string;
    readonly title: string;
    readonly state: 'met' | 'unmet' | 'unknown';
    /** What to do; absent when it is met. */
    readonly fix?: string;
}

/** How the gate stands for the org as a whole. */
export interface GateReport {
    /** Absent when the org has no gate. */
    readonly kind?: GateKind;
    /** Absent when an admin left it to whichever app the org has. */
    readonly chosenKind?: GateKind;
    readonly name: string;
    readonly profileCount: number;
    readonly permissionSetCount: number;
    readonly requirements: readonly Requirement[];
}

/** Who of those whom the gate lets in holds the technical key. */
export interface AssignmentState {
    readonly selectedCount: number;
    readonly missingCount: number;
    /** Absent when it is not repeated every night. */
    readonly nextRunAt?: string;
    readonly runsAs?: string;
}

export interface AssignmentFailure {
    readonly userName: string;
    readonly reason: string;
}

/** What became of one page of users. */
export interface AssignmentPage {
    readonly assignedCount: number;
    readonly failures: readonly AssignmentFailure[];
    /** The user after whom the next page begins; absent when this was the last. */
    readonly last?: string;
}

export interface AccessSetup {
    readonly gate: GateReport;
    readonly assignment: AssignmentState;
    readonly allowsSignedNotes: boolean;
}

/** Each rejects with what `toProblem` reads. */
export function getSetup(): Promise<AccessSetup> {
    return getSetupOf() as Promise<AccessSetup>;
}

/** @param kind absent for whichever app the org has */
export function chooseGate(kind: GateKind | undefined, name: string): Promise<AccessSetup> {
    return chooseGateOf({ kind: kind ?? null, name }) as Promise<AccessSetup>;
}

export function saveSignedNotes(isAllowed: boolean): Promise<AccessSetup> {
    return saveSignedNotesOf({ isAllowed }) as Promise<AccessSetup>;
}

/** @param after `last` of the page before; absent for the first */
export function assignUsers(after?: string): Promise<AssignmentPage> {
    return assignUsersOf({ after: after ?? null }) as Promise<AssignmentPage>;
}

export function getAssignment(): Promise<AssignmentState> {
    return getStateOf() as Promise<AssignmentState>;
}

export function saveNightly(isRepeated: boolean): Promise<AssignmentState> {
    return saveNightlyOf({ isRepeated }) as Promise<AssignmentState>;
}
