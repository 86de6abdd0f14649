import { DEMO_CREDENTIALS } from '../zendesk/demo/credentials.ts';
import { BenchOrg, type ActionCall, type ActionCost } from './benchOrg.ts';
import type { Figure } from './figure.ts';

/** An action of a person, with its callout budget (architecture, section 8). */
interface Action {
    readonly name: string;
    readonly call: (org: BenchOrg, recordId: string) => ActionCall;
    readonly cold: number;
    readonly warm: number;
}

export const SELLER = 'theo.lindqvist@harbourline.example';
const NOT_SELECTED = 'priyanka.desai@harbourline.example';
const ACCOUNT = 'Meridian Rail Systems';
/** A ticket of that account's organization in the demo data. */
const TICKET = '1500';

const ACTIONS: readonly Action[] = [
    { name: 'list', call: (_org, recordId) => listCall(recordId), cold: 3, warm: 1 },
    {
        name: 'detail with comments',
        call: (_org, recordId) => detailCall(recordId),
        cold: 3,
        warm: 2
    },
    { name: 'comment', call: commentCall, cold: 3, warm: 2 },
    {
        name: 'open the create form',
        call: (_org, recordId) => ({
            className: 'ZendeskTicketEditController',
            methodName: 'openNewTicket',
            params: { recordId }
        }),
        cold: 3,
        warm: 0
    }
];

function listCall(recordId: string): ActionCall {
    return {
        className: 'ZendeskTicketController',
        methodName: 'listTickets',
        params: { recordId, view: {} }
    };
}

function detailCall(recordId: string): ActionCall {
    return {
        className: 'ZendeskConversationController',
        methodName: 'openTicket',
        params: { recordId, ticketId: TICKET }
    };
}

/** On top of the version that the person has just seen. */
function commentCall(org: BenchOrg, recordId: string): ActionCall {
    const seen = org.invoke(SELLER, detailCall(recordId)) as { ticket: { updatedAt: string } };
    return {
        className: 'ZendeskTicketEditController',
        methodName: 'changeTicket',
        params: {
            recordId,
            ticketId: TICKET,
            input: {
                stamp: seen.ticket.updatedAt,
                comment: { html: '<p>Thank you.</p>', isPublic: true }
            }
        }
    };
}

/** Callouts, queries and DML of each action, cold in a new org and warm after it. */
export function measureActions(root: string, zendeskPort: number): readonly Figure[] {
    return [
        ...ACTIONS.flatMap((action) => measureAction(action, root, zendeskPort)),
        closedGate(root, zendeskPort)
    ];
}

function measureAction(action: Action, root: string, zendeskPort: number): readonly Figure[] {
    const org = new BenchOrg(root, zendeskPort);
    try {
        org.linkAgent(SELLER, DEMO_CREDENTIALS.adminToken);
        const recordId = org.idOf('Account', 'Name', ACCOUNT);
        const cold = org.measure(SELLER, action.call(org, recordId));
        // Whoever acts on a ticket came from the list; what the first call left, the second fetches.
        org.invoke(SELLER, listCall(recordId));
        org.invoke(SELLER, action.call(org, recordId));
        const warm = org.measure(SELLER, action.call(org, recordId));
        return [
            ...costs(`${action.name}, cold`, cold, action.cold),
            ...costs(`${action.name}, warm`, warm, action.warm)
        ];
    } finally {
        org.close();
    }
}

function costs(name: string, cost: ActionCost, limit: number): readonly Figure[] {
    if (cost.errorCode !== null) {
        throw new Error(`${name} failed: ${cost.errorCode}`);
    }
    return [
        { name: `${name}: callouts`, value: cost.callouts, unit: 'callouts', limit },
        { name: `${name}: SOQL`, value: cost.queries, unit: 'queries', limit: null },
        { name: `${name}: DML`, value: cost.dmlStatements, unit: 'statements', limit: null },
        heapOf(name, cost)
    ];
}

/** Beside what a synchronous transaction has. */
export function heapOf(name: string, { heap }: ActionCost): Figure {
    return { name: `${name}: heap`, value: Math.round(heap / 1000), unit: 'kB', limit: 6000 };
}

function closedGate(root: string, zendeskPort: number): Figure {
    const org = new BenchOrg(root, zendeskPort);
    try {
        const cost = org.measure(NOT_SELECTED, listCall(org.idOf('Account', 'Name', ACCOUNT)));
        if (cost.errorCode === null) {
            throw new Error('The gate let somebody through whose profile is not selected.');
        }
        return { name: 'gate closed: callouts', value: cost.callouts, unit: 'callouts', limit: 0 };
    } finally {
        org.close();
    }
}
