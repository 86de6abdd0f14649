import { DEMO_CREDENTIALS } from '../zendesk/demo/credentials.ts';
import { heapOf, SELLER } from './actions.ts';
import { BenchOrg, type ActionCall } from './benchOrg.ts';
import type { Figure } from './figure.ts';
import { fillLargeAccount, LARGE_ACCOUNT } from './largeAccount.ts';

/** Callouts and heap of the actions that bring most, where there is as much as can be. */
export async function measureLargeActions(
    root: string,
    zendeskPort: number
): Promise<readonly Figure[]> {
    const ticketId = await fillLargeAccount(`http://localhost:${zendeskPort}`);
    const org = new BenchOrg(root, zendeskPort);
    try {
        org.linkAgent(SELLER, DEMO_CREDENTIALS.adminToken);
        const recordId = org.idOf('Account', 'Name', LARGE_ACCOUNT);
        const calls = Object.entries(largeCalls(recordId, ticketId));
        return calls.flatMap(([name, call]) => measureOne(org, name, call));
    } finally {
        org.close();
    }
}

function largeCalls(recordId: string, ticketId: string): Readonly<Record<string, ActionCall>> {
    return {
        '100 tickets of 200 fields': {
            className: 'ZendeskTicketController',
            methodName: 'listTickets',
            params: { recordId, view: { pageSize: 100 } }
        },
        '10 comments of 65,000 characters': {
            className: 'ZendeskConversationController',
            methodName: 'openTicket',
            params: { recordId, ticketId }
        },
        'history of 10 such comments': {
            className: 'ZendeskConversationController',
            methodName: 'listEvents',
            params: { recordId, ticketId, cursor: null }
        },
        'create form of 200 fields': {
            className: 'ZendeskTicketEditController',
            methodName: 'openNewTicket',
            params: { recordId }
        },
        '1,000 macros': {
            className: 'ZendeskTicketChoiceController',
            methodName: 'listMacros',
            params: { recordId }
        }
    };
}

function measureOne(org: BenchOrg, name: string, call: ActionCall): readonly Figure[] {
    const cost = org.measure(SELLER, call);
    if (cost.errorCode !== null) {
        throw new Error(`${name} failed: ${cost.errorCode}`);
    }
    return [
        { name: `${name}: callouts`, value: cost.callouts, unit: 'callouts', limit: null },
        heapOf(name, cost)
    ];
}
