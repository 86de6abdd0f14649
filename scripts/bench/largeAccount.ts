import { DEMO_CREDENTIALS } from '../zendesk/demo/credentials.ts';

/** An organization that has no tickets in the demo data. */
export const LARGE_ACCOUNT = 'Halcyon Senior Living';

const FIELDS = 200;
const TICKETS = 100;
const COMMENTS = 10;
/** Zendesk takes 65,536 characters. */
const COMMENT_LENGTH = 65_000;
const VALUE_LENGTH = 40;
const MACROS = 1_000;

type Json = Readonly<Record<string, unknown>>;

/**
 * Gives an organization the most that one page of each kind can hold: a hundred tickets with two
 * hundred custom fields each, and a ticket with ten of the longest comments; and the account a
 * thousand macros.
 * @returns the id of the ticket with the comments
 */
export async function fillLargeAccount(zendeskUrl: string): Promise<string> {
    const zendesk = new Filler(zendeskUrl);
    await zendesk.send('PUT', '/control/plan', { plan: 'unlimited' });
    await zendesk.createMacros();
    const fieldIds = await zendesk.createFields();
    const common = {
        requester_id: await zendesk.requesterOf(LARGE_ACCOUNT),
        custom_fields: fieldIds.map((id) => ({ id, value: valueOf(id) }))
    };
    await zendesk.createTickets(common);
    return zendesk.createConversation(common);
}

/** Sends to the simulator what its administrator may send. */
class Filler {
    readonly #url: string;

    constructor(url: string) {
        this.#url = url;
    }

    async createFields(): Promise<readonly number[]> {
        const answers = await many(FIELDS, (n) =>
            this.send('POST', '/api/v2/ticket_fields', {
                ticket_field: { type: 'text', title: `Field ${n}` }
            })
        );
        return answers.map((answer) => idOf(answer, 'ticket_field'));
    }

    async requesterOf(organization: string): Promise<number> {
        const name = encodeURIComponent(organization);
        const found = await this.send('GET', `/api/v2/organizations/search?name=${name}`);
        const people = await this.send(
            'GET',
            `/api/v2/organizations/${firstIdOf(found, 'organizations')}/users`
        );
        return firstIdOf(people, 'users');
    }

    async createMacros(): Promise<void> {
        await many(MACROS, (n) => {
            const value = `Answer ${n}. `.repeat(100);
            const actions = [{ field: 'comment_value', value }];
            return this.send('POST', '/api/v2/macros', { macro: { title: `Macro ${n}`, actions } });
        });
    }

    async createTickets(common: Json): Promise<void> {
        await many(TICKETS, (n) => this.createTicket(`Ticket ${n}`, 'Hello.', common));
    }

    async createConversation(common: Json): Promise<string> {
        const id = await this.createTicket('A long conversation', textOf(1), common);
        for (let n = 2; n <= COMMENTS; n += 1) {
            const ticket = { comment: { body: textOf(n) } };
            await this.send('PUT', `/api/v2/tickets/${id}`, { ticket });
        }
        return String(id);
    }

    async createTicket(subject: string, body: string, common: Json): Promise<number> {
        const ticket = { ...common, subject, comment: { body } };
        return idOf(await this.send('POST', '/api/v2/tickets', { ticket }), 'ticket');
    }

    async send(method: string, path: string, body?: Json): Promise<Json> {
        const response = await fetch(`${this.#url}${path}`, {
            method,
            headers: {
                Authorization: `Bearer ${DEMO_CREDENTIALS.adminToken}`,
                'Content-Type': 'application/json'
            },
            ...(body && { body: JSON.stringify(body) })
        });
        if (!response.ok) {
            throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
        }
        return (await response.json()) as Json;
    }
}

function textOf(n: number): string {
    return `Comment ${n}. `.repeat(COMMENT_LENGTH).slice(0, COMMENT_LENGTH);
}

function valueOf(fieldId: number): string {
    return `${fieldId} `.repeat(VALUE_LENGTH).slice(0, VALUE_LENGTH);
}

interface Identified {
    readonly id: number;
}

function idOf(answer: Json, name: string): number {
    return (answer[name] as Identified).id;
}

function firstIdOf(answer: Json, name: string): number {
    const [first] = answer[name] as readonly Identified[];
    if (!first) {
        throw new Error(`The simulator has none of the ${name} that this needs.`);
    }
    return first.id;
}

async function many<T>(count: number, make: (n: number) => Promise<T>): Promise<readonly T[]> {
    const made: T[] = [];
    for (let n = 1; n <= count; n += 1) {
        made.push(await make(n));
    }
    return made;
}
