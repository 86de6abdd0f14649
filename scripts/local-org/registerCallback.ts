import { DEMO_CREDENTIALS } from '../zendesk/demo/credentials.ts';
import { callbackUrl } from './platform/oauth/authorizationCode.ts';

/** The identity provider of `force-app/credentials`. */
const PROVIDER = 'Zendesk';

interface OAuthClient {
    readonly id: number;
    readonly identifier: string;
    readonly redirect_uri: readonly string[];
}

/**
 * Adds the org's callback to the OAuth client with which agents link themselves, as a Zendesk
 * administrator does: Zendesk sends nobody back to an address that is not registered.
 */
export async function registerCallback(zendeskUrl: string, orgUrl: string): Promise<void> {
    const { clients } = (await call(zendeskUrl, 'GET', '/api/v2/oauth/clients')) as {
        readonly clients: readonly OAuthClient[];
    };
    const client = clients.find(({ identifier }) => identifier === DEMO_CREDENTIALS.publicClientId);
    if (!client) {
        throw new Error(`The simulator has no client ${DEMO_CREDENTIALS.publicClientId}.`);
    }
    const redirectUris = new Set([...client.redirect_uri, callbackUrl(orgUrl, PROVIDER)]);
    await call(zendeskUrl, 'PUT', `/api/v2/oauth/clients/${client.id}`, {
        client: { redirect_uri: [...redirectUris] }
    });
}

async function call(
    zendeskUrl: string,
    method: string,
    path: string,
    body?: object
): Promise<unknown> {
    const response = await fetch(`${zendeskUrl}${path}`, {
        method,
        headers: {
            authorization: `Bearer ${DEMO_CREDENTIALS.adminToken}`,
            'content-type': 'application/json'
        },
        body: body === undefined ? null : JSON.stringify(body)
    });
    if (!response.ok) {
        throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    return response.json();
}
