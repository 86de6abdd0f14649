import type { HostMapping } from '../callout/hostMapping.ts';
import type { ZendeskClients } from './demo.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const SUBDOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** The subdomain of an account's URL, `https://acme.zendesk.com`; any other URL is an error that says so. */
export function subdomainOf(zendeskUrl: string): string {
    const url = URL.canParse(zendeskUrl) ? new URL(zendeskUrl) : null;
    const name = url?.hostname.replace(/\.zendesk\.com$/, '') ?? '';
    if (url?.protocol !== 'https:' || url.hostname === name || !SUBDOMAIN.test(name)) {
        throw new Error(
            `${zendeskUrl} is no Zendesk account: expected https://SUBDOMAIN.zendesk.com`
        );
    }
    return name;
}

/**
 * The OAuth clients of a real account, from ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET, and for
 * linking agents from ZENDESK_AGENT_CLIENT_ID (with ZENDESK_AGENT_CLIENT_SECRET when it has one).
 * Null when the first two are not set: then they have to be asked for.
 */
export function clientsFromEnvironment(
    zendeskUrl: string,
    environment: Environment
): ZendeskClients | null {
    const clientId = environment['ZENDESK_CLIENT_ID'];
    const clientSecret = environment['ZENDESK_CLIENT_SECRET'];
    const agentId = environment['ZENDESK_AGENT_CLIENT_ID'];
    if (!clientId || !clientSecret) {
        return null;
    }
    return {
        subdomain: subdomainOf(zendeskUrl),
        service: { clientId, clientSecret },
        agent: agentId
            ? {
                  clientId: agentId,
                  clientSecret: environment['ZENDESK_AGENT_CLIENT_SECRET'] ?? ''
              }
            : null
    };
}

/** The clients of the simulator's demo account. */
export function simulatorClients(
    subdomain: string,
    demo: {
        readonly clientId: string;
        readonly clientSecret: string;
        readonly publicClientId: string;
    }
): ZendeskClients {
    return {
        subdomain,
        service: { clientId: demo.clientId, clientSecret: demo.clientSecret },
        agent: { clientId: demo.publicClientId, clientSecret: '' }
    };
}

/** Sends what is meant for an account to the simulator on this machine. */
export function simulatorHosts(subdomain: string, port: number): HostMapping {
    return { [`https://${subdomain}.zendesk.com`]: `http://localhost:${port}` };
}
