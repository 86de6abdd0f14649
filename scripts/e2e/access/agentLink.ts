import type { Person } from './person.ts';

/** Signs in to Zendesk as an agent and consents; gives where Zendesk sends the browser back to. */
export async function consent(authorizationUrl: string, agentId: string): Promise<string> {
    const { origin, searchParams } = new URL(authorizationUrl);
    const answer = await fetch(`${origin}/oauth/authorizations`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams([...searchParams, ['user_id', agentId], ['decision', 'allow']])
    });
    const back = answer.headers.get('location');
    if (back === null) {
        throw new Error(`Zendesk sent nobody back: ${answer.status} ${await answer.text()}`);
    }
    return back;
}

/** Where somebody signs in to Zendesk. */
export async function authorizationUrl(person: Person): Promise<string> {
    const outcome = await person.call({
        className: 'ZendeskAgentController',
        methodName: 'getAuthorizationUrl',
        params: {}
    });
    if (!('value' in outcome)) {
        throw new Error(`There is no way to Zendesk: ${outcome.code}`);
    }
    return String(outcome.value);
}

/** Links an agent, from the button to the way back. */
export async function linkAgent(person: Person, agentId: string): Promise<void> {
    const back = new URL(await consent(await authorizationUrl(person), agentId));
    const answer = await person.send('GET', back.pathname + back.search);
    if (answer.status !== 302) {
        throw new Error(`${person.orgUrl} did not take the agent: ${await answer.text()}`);
    }
}
