import removeOwnOf from '@salesforce/apex/ZendeskListPreferenceController.removeOwn';
import saveOwnOf from '@salesforce/apex/ZendeskListPreferenceController.saveOwn';

import type { TicketFilter } from 'c/zendeskTicketService';

/** Keeps how the running user wants lists on records of this object to begin. */
export async function saveOwnDefault(
    recordId: string,
    filter: TicketFilter,
    sort: string
): Promise<void> {
    await saveOwnOf({ recordId, filter, sortBy: sort });
}

/** From now on they begin as the page or the org says. */
export async function removeOwnDefault(recordId: string): Promise<void> {
    await removeOwnOf({ recordId });
}
