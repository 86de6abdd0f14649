import { createInterface } from 'node:readline/promises';

import { DEMO_CREDENTIALS } from '../zendesk/demo/credentials.ts';
import type { HostMapping } from './platform/callout/hostMapping.ts';
import type { ZendeskClients } from './platform/demo/demo.ts';

/** The Zendesk account that the org is connected to. */
export interface ZendeskAccount {
    readonly clients: ZendeskClients;
    readonly hosts: HostMapping;
}

const DEMO_SUBDOMAIN = 'demo';

/** The simulator: its host stands in for that of the demo account. */
export function simulatedAccount(port: number): ZendeskAccount {
    const { clientId, clientSecret, publicClientId } = DEMO_CREDENTIALS;
    return {
        clients: {
            subdomain: DEMO_SUBDOMAIN,
            service: { clientId, clientSecret },
            agent: { clientId: publicClientId, clientSecret: '' }
        },
        hosts: { [`https://${DEMO_SUBDOMAIN}.zendesk.com`]: `http://localhost:${port}` }
    };
}

/** A real account: its OAuth clients come from the environment or are asked for. */
export async function realAccount(
    url: string,
    environment: NodeJS.ProcessEnv
): Promise<ZendeskAccount> {
    const subdomain = new URL(url).hostname.replace(/\.zendesk\.com$/, '');
    const ask = await asker(environment);
    const clientId = await ask('ZENDESK_CLIENT_ID', 'Identifier of the OAuth client');
    const clientSecret = await ask('ZENDESK_CLIENT_SECRET', 'Its secret');
    ask.close();
    const agentId = environment['ZENDESK_AGENT_CLIENT_ID'];
    return {
        clients: {
            subdomain,
            service: { clientId, clientSecret },
            agent:
                agentId === undefined
                    ? null
                    : {
                          clientId: agentId,
                          clientSecret: environment['ZENDESK_AGENT_CLIENT_SECRET'] ?? ''
                      }
        },
        hosts: {}
    };
}

interface Asker {
    (variable: string, question: string): Promise<string>;
    close(): void;
}

async function asker(environment: NodeJS.ProcessEnv): Promise<Asker> {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const ask = async (variable: string, question: string): Promise<string> => {
        const answer = environment[variable] ?? (await terminal.question(`${question}: `));
        if (answer === '') {
            throw new Error(`${question} is needed; give it or set ${variable}.`);
        }
        return answer;
    };
    return Object.assign(ask, { close: () => terminal.close() });
}
