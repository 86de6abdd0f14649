import findAgentsOf from '@salesforce/apex/ZendeskListSettingsController.findAgents';
import getSettingsOf from '@salesforce/apex/ZendeskListSettingsController.getSettings';
import saveSettingsOf from '@salesforce/apex/ZendeskListSettingsController.saveSettings';

import type { FilterChoices } from 'c/zendeskChoiceService';
import type { Choice } from 'c/zendeskConversationService';
import type { TicketColumn, TicketFilter } from 'c/zendeskTicketService';

/** What all ticket lists begin with, unless a page or a user says otherwise. */
export interface ListPreference {
    readonly filter?: TicketFilter;
    readonly sortBy?: string;
    /** Absent for the usual columns. */
    readonly columns?: readonly string[];
}

export interface ListSettings {
    readonly preference: ListPreference;
    readonly choices: FilterChoices;
    /** Custom fields that can be columns. */
    readonly customColumns: readonly TicketColumn[];
}

/** Rejects for everybody but Zendesk administrators, with what `toProblem` reads. */
export function getSettings(): Promise<ListSettings> {
    return getSettingsOf() as Promise<ListSettings>;
}

/** Agents of the account with these words in name or email. */
export function findAgents(text: string): Promise<readonly Choice[]> {
    return findAgentsOf({ text }) as Promise<readonly Choice[]>;
}

export async function saveSettings(preference: ListPreference): Promise<void> {
    const { columns, filter, sortBy } = preference;
    await saveSettingsOf({ columns, filter, sortBy });
}
