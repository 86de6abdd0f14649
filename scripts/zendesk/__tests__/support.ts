import { DEMO_CREDENTIALS } from '../demo/credentials.ts';
import type { Seed } from '../demo/seed.ts';
import type { Json, JsonObject } from '../http/json.ts';
import { createZendesk, type Zendesk, type ZendeskOptions } from '../zendesk.ts';

/** A small account: two customers, three tickets, agents and configuration of the demo account. */
export const SMALL: Seed = {
    base: 'agents',
    organizations: [
        { name: 'Acorn Works', domain_names: ['acorn.example'], external_id: 'acorn' },
        { name: 'Birch House' }
    ],
    users: [
        {
            name: 'Ann Acorn',
            email: 'ann@acorn.example',
            organization: 'Acorn Works',
            external_id: 'A-1'
        },
        { name: 'Bob Birch', email: 'bob@birch.example', organization: 'Birch House' }
    ],
    tickets: [
        {
            subject: 'Printer is on fire',
            requester: 'ann@acorn.example',
            assignee: 'priya.raman@support.example',
            status: 'open',
            priority: 'high',
            tags: ['hardware'],
            age_hours: 48,
            comments: [
                { body: 'Smoke comes out of the printer.' },
                { author: 'priya.raman@support.example', body: 'She calls again.', public: false }
            ]
        },
        {
            subject: 'Old question',
            requester: 'ann@acorn.example',
            assignee: 'priya.raman@support.example',
            status: 'closed',
            age_hours: 900
        },
        { subject: 'New question', requester: 'bob@birch.example', age_hours: 3 }
    ]
};

export interface Answer {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** The parsed body; asserted piece by piece. */
    readonly body: Json | undefined;
    readonly text: string;
}

export interface Client {
    readonly zendesk: Zendesk;
    readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
    readonly send: (
        method: string,
        path: string,
        body?: JsonObject | string,
        headers?: Record<string, string>
    ) => Promise<Answer>;
}

/** Speaks to an account in-process as an administrator, unless headers say otherwise. */
export function createClient(options: ZendeskOptions = {}): Client {
    const zendesk = createZendesk({ seed: SMALL, ...options });
    const send: Client['send'] = async (method, url, body, headers = {}) => {
        const response = await zendesk.handle({
            method,
            url,
            headers: { authorization: `Bearer ${DEMO_CREDENTIALS.adminToken}`, ...headers },
            ...(body !== undefined && { body })
        });
        const text = response.body.toString();
        return { status: response.status, headers: response.headers, body: parsed(text), text };
    };
    return { zendesk, send, get: (path, headers) => send('GET', path, undefined, headers) };
}

function parsed(text: string): Json | undefined {
    try {
        return JSON.parse(text) as Json;
    } catch {
        return undefined;
    }
}

/** A bearer token of a user, with these scopes. */
export function tokenFor(
    zendesk: Zendesk,
    email: string,
    scopes: readonly string[] = ['read', 'write']
) {
    const { account } = zendesk;
    const user = account.store.users.all().find((row) => row.email === email);
    const [client] = account.store.oauthClients.all();
    if (user === undefined || client === undefined) {
        throw new Error(`Nobody has the email ${email}`);
    }
    const token = `token-of-${email}-${scopes.join('-')}`;
    account.store.oauthTokens.put({
        id: account.nextId(),
        client_id: client.id,
        user_id: user.id,
        token,
        refresh_token: null,
        scopes,
        created_at: account.clock.stamp(),
        used_at: null,
        expires: null,
        refresh_expires: null
    });
    return { authorization: `Bearer ${token}` };
}
