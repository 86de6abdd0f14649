import type { Account } from '../account.ts';
import type { User } from '../store/records.ts';

/** Known from the start, so that examples can be copied. They open nothing but this simulator. */
export const DEMO_CREDENTIALS = {
    /** Bearer token of the administrator Marcus Adeyemi with the scopes `read write impersonate`. */
    adminToken: 'demo-admin-token',
    /** Confidential client that acts as "Salesforce Integration". */
    clientId: 'salesforce_integration',
    clientSecret: 'demo-client-secret',
    /** Public client for the authorization code flow with PKCE. */
    publicClientId: 'salesforce_agent_link'
} as const;

const REDIRECT_URIS = [
    'http://localhost:8080/services/authcallback/Zendesk_Agent',
    'http://localhost:3000/services/authcallback/Zendesk_Agent',
    'https://login.salesforce.com/services/authcallback/Zendesk_Agent'
];

export function addCredentials(account: Account, agents: ReadonlyMap<string, User>): void {
    const admin = agents.get('admin');
    const integration = agents.get('integration');
    if (admin === undefined || integration === undefined) {
        throw new Error('The demo account needs the agents "admin" and "integration"');
    }
    const confidential = addClient(account, integration, 'confidential');
    addClient(account, admin, 'public');
    account.store.oauthTokens.put({
        id: account.nextId(),
        client_id: confidential.id,
        user_id: admin.id,
        token: DEMO_CREDENTIALS.adminToken,
        refresh_token: null,
        scopes: ['read', 'write', 'impersonate'],
        created_at: account.clock.stamp(),
        used_at: null,
        expires: null,
        refresh_expires: null
    });
}

function addClient(account: Account, user: User, kind: 'public' | 'confidential') {
    const now = account.clock.stamp();
    const isPublic = kind === 'public';
    return account.store.oauthClients.put({
        id: account.nextId(),
        identifier: isPublic ? DEMO_CREDENTIALS.publicClientId : DEMO_CREDENTIALS.clientId,
        name: isPublic ? 'Salesforce agent link' : 'Salesforce integration',
        kind,
        company: null,
        description: null,
        redirect_uri: REDIRECT_URIS,
        secret: isPublic ? '' : DEMO_CREDENTIALS.clientSecret,
        user_id: user.id,
        global: false,
        scopes: null,
        created_at: now,
        updated_at: now
    });
}
