import getAgentOf from '@salesforce/apex/ZendeskAgentController.getAgent';
import getAuthorizationUrlOf from '@salesforce/apex/ZendeskAgentController.getAuthorizationUrl';
import unlinkOf from '@salesforce/apex/ZendeskAgentController.unlink';

export type AgentRole = 'agent' | 'light_agent' | 'admin' | 'end_user';

/** A user's own agent in Zendesk. */
export interface Agent {
    readonly id: string;
    readonly name: string;
    readonly role: AgentRole;
}

/** The user's agent as Zendesk knows it now; absent when none is linked. Rejects with what `toProblem` reads. */
export async function getAgent(): Promise<Agent | undefined> {
    return ((await getAgentOf()) as Agent | null | undefined) ?? undefined;
}

/**
 * Where the user signs in to Zendesk.
 * @param recordId the record to come back to, when the sign-in takes the place of this page
 */
export function getAuthorizationUrl(recordId: string | undefined): Promise<string> {
    return getAuthorizationUrlOf({ recordId }) as Promise<string>;
}

export async function unlinkAgent(): Promise<void> {
    await unlinkOf();
}
