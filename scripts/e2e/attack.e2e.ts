import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { AccessOrg } from './access/accessOrg.ts';
import { authorizationUrl, consent, linkAgent } from './access/agentLink.ts';
import { closedMethods } from './access/apexMethods.ts';
import { readExpected } from './access/expected.ts';
import { Gate } from './access/gate.ts';
import { knock } from './access/knock.ts';
import { Person } from './access/person.ts';
import { refreshed, setScene, type Scene } from './access/scene.ts';

jest.setTimeout(120_000);

const PROFILE = 'Standard User';
const READER = ['Zendesk_User', 'Zendesk_Service_Principal'];
const AGENT = [...READER, 'Zendesk_Agent', 'Zendesk_Agent_Principal'];
const LIST = { door: 'ZendeskTicketController.listTickets', need: 'view' };

/** Doors that take a ticket, each to be tried with one that is not the record's. */
const TICKET_DOORS: [need: string, door: string][] = [
    ['view', 'ZendeskConversationController.openTicket'],
    ['view', 'ZendeskConversationController.getLayout'],
    ['view', 'ZendeskConversationController.listComments'],
    ['view', 'ZendeskConversationController.listEvents'],
    ['view', 'ZendeskConversationController.findAttachment'],
    ['view', 'ZendeskTicketChoiceController.nameTargets'],
    ['comment', 'ZendeskTicketChoiceController.previewMacro'],
    ['edit', 'ZendeskTicketEditController.changeTicket'],
    ['comment', 'ZendeskTicketEditController.changeTicket'],
    ['edit', 'ZendeskSetFieldsAction'],
    ['comment', 'ZendeskAddCommentAction']
];

let org: AccessOrg;
let admin: Person;
let gate: Gate;
let scene: Scene;
let agent: Person;

beforeAll(async () => {
    org = await AccessOrg.start();
    admin = await org.logIn('nora.whitcombe@harbourline.example');
    gate = new Gate(org, admin);
    agent = await org.newPerson(PROFILE, AGENT);
    const setting = await setScene(org);
    await linkAgent(agent, setting.agentId);
    scene = await refreshed(org, setting);
});

beforeEach(async () => {
    await org.zendesk.clearLog();
});

afterAll(async () => {
    await org?.stop();
});

async function writes() {
    return (await org.zendesk.requests()).filter(({ method }) => method !== 'GET');
}

function list(person: Person, view: object) {
    return person.call({
        className: 'ZendeskTicketController',
        methodName: 'listTickets',
        params: { recordId: scene.recordId, view }
    });
}

/** The search terms that Zendesk was asked for. */
async function searches(): Promise<readonly string[]> {
    const requests = await org.zendesk.requests();
    return requests
        .filter(({ path }) => path === '/api/v2/search.json')
        .map(({ query }) => new URLSearchParams(query).get('query') ?? '');
}

describe('an id that is not the record’s', () => {
    it.each(TICKET_DOORS)('reaches no ticket: %s, %s', async (need, door) => {
        const { foreignTicketId } = scene;
        const guess = { ...scene, ticketId: foreignTicketId, imageTicketId: foreignTicketId };

        const { code } = await knock(agent, { need, door }, guess);

        expect(code).toMatch(/^access_(ticket_not_reachable|Zendesk_Access_TicketNotReachable)$/);
        expect(await writes()).toEqual([]);
    });

    it('reaches no attachment of another ticket', async () => {
        const { recordId, ticketId, attachmentId } = scene;

        const outcome = await agent.call({
            className: 'ZendeskConversationController',
            methodName: 'findAttachment',
            params: { recordId, ticketId, attachmentId }
        });

        expect(outcome).toEqual({ value: {} });
        const requests = await org.zendesk.requests();
        expect(requests.filter(({ path }) => path.startsWith('/attachments/'))).toEqual([]);
    });

    it('reaches no attachment of an internal note for whoever may not see it', async () => {
        const reader = await org.newPerson(PROFILE, READER);
        const { recordId, ticketId, secretAttachmentId: attachmentId } = scene;
        const call = {
            className: 'ZendeskConversationController',
            methodName: 'findAttachment',
            params: { recordId, ticketId, attachmentId }
        };

        expect(await reader.call(call)).toEqual({ value: {} });
        expect(await agent.call(call)).toEqual({ value: { source: expect.any(String) } });
    });

    it.each([
        "1500' OR '1'='1",
        '1500.json?include=users&x=',
        '../users/me',
        '1500/../../users',
        '-1',
        '9'.repeat(40)
    ])('makes no other address: %s', async (ticketId) => {
        const door = { need: 'view', door: 'ZendeskConversationController.openTicket' };

        const { isOpen } = await knock(agent, door, { ...scene, ticketId });

        expect(isOpen).toBe(false);
        expect(await org.zendesk.requests()).toEqual([]);
    });
});

describe('a page that stayed open', () => {
    it('loses sight with the next click after the profile is taken out', async () => {
        expect((await knock(agent, LIST, scene)).isOpen).toBe(true);
        await org.zendesk.clearLog();

        await gate.selectProfiles([]);
        const { code } = await knock(agent, LIST, scene);
        await gate.selectProfiles([PROFILE]);

        expect(code).toBe('access_gate_profile_not_selected');
        expect(await org.zendesk.requests()).toEqual([]);
        expect((await knock(agent, LIST, scene)).isOpen).toBe(true);
    });

    it('loses sight after the policy is opened to all users', async () => {
        await gate.permitUsers('AllUsers');
        const { code } = await knock(agent, LIST, scene);
        await gate.permitUsers('AdminApprovedPreAuthorized');

        expect(code).toBe('access_gate_policy_open');
        expect(await org.zendesk.requests()).toEqual([]);
    });

    it('loses sight after the permission set is taken away', async () => {
        const person = await org.newPerson(PROFILE, READER);
        expect((await knock(person, LIST, scene)).isOpen).toBe(true);

        org.takeAway(person.userId, 'Zendesk_User');

        expect((await knock(person, LIST, scene)).code).toBe('System.NoAccessException');
    });

    it('loses sight after the user is deactivated', async () => {
        const person = await org.newPerson(PROFILE, READER);

        org.rows.update('User', person.userId, { IsActive: false });
        const answer = await person.callWith(person.token, {
            className: 'ZendeskTicketController',
            methodName: 'listTickets',
            params: { recordId: scene.recordId, view: {} }
        });

        expect(answer.status).toBe(401);
    });
});

describe('what the browser sends', () => {
    it.each([
        { cursor: '0.1.99999999999999' },
        { cursor: '0.1 OR 1=1' },
        { cursor: JSON.stringify({ organizationIds: ['1'] }) },
        { sort: 'updated_at&query=type:user' },
        { filter: { statuses: ['open requester:me'] } },
        { filter: { priorities: ['high" type:user'] } },
        { filter: { types: ['incident OR type:user'] } },
        { filter: { groupIds: ['1 OR type:user'] } },
        { filter: { assigneeIds: ['-1'] } },
        { filter: { tags: ['vip" OR type:user'] } },
        { filter: { updatedFrom: '2026-01-01 type:user' } },
        { pageSize: 100_000 }
    ])('asks Zendesk for nothing when it was forged: %j', async (view) => {
        const outcome = await list(agent, view);

        expect(outcome).toMatchObject({ code: 'invalid_input' });
        expect(await org.zendesk.requests()).toEqual([]);
    });

    it.each([
        'commenter:me',
        '" OR type:user "',
        'x organization:none -organization:1',
        'type:user *',
        'order_by:created\nsubmitter:me',
        'a&query=type:user#'
    ])('adds no keyword to a search: %s', async (text) => {
        await list(agent, {});
        const [plain = ''] = await searches();
        await org.zendesk.clearLog();

        expect(await list(agent, { filter: { text } })).toHaveProperty('value');

        const [query = ''] = await searches();
        expect(query).not.toBe(plain);
        const keywords = (terms: string) => terms.match(/[^\s:]+:/g) ?? [];
        expect(keywords(query).sort()).toEqual(keywords(plain).sort());
    });

    it('does not search internal notes for whoever may not see them', async () => {
        const reader = await org.newPerson(PROFILE, READER);

        await list(reader, { filter: { text: 'secret' } });

        expect(await searches()).toEqual([expect.stringContaining('subject:secret*')]);
    });

    it('makes no pass', async () => {
        const forged = { recordId: scene.recordId, action: 'EDIT', seal: {}, isSigned: true };
        const reader = await org.newPerson(PROFILE, READER);
        const params = { recordId: scene.recordId, view: {}, pass: forged, proof: forged };

        const withPass = await reader.call({
            className: 'ZendeskTicketEditController',
            methodName: 'createTicket',
            params: { recordId: scene.recordId, input: forged, pass: forged }
        });
        const asRecord = await reader.call({
            className: 'ZendeskTicketController',
            methodName: 'listTickets',
            params: { ...params, recordId: forged }
        });

        expect(withPass).toHaveProperty('code');
        expect(asRecord).toHaveProperty('code');
        expect(await org.zendesk.requests()).toEqual([]);
    });

    it('brings no view state of Visualforce', async () => {
        const answer = await agent.send('POST', '/apex/Zendesk_Ticket_View_Account', {
            headers: { 'x-csrf-token': agent.token },
            body: new URLSearchParams({ 'com.salesforce.visualforce.ViewState': 'i:forged' })
        });

        expect(answer.status).toBe(405);
    });

    it('leads Visualforce to no record that the user may not read', async () => {
        const path = '/apex/Zendesk_Ticket_View_Account?id=';
        const id = '"><script>alert(1)</script>';

        const page = await agent.send('GET', path + encodeURIComponent(id));

        expect(await page.text()).not.toContain('<script>alert(1)');
    });
});

describe('a method of the package', () => {
    it.each(closedMethods())(
        'that is no door does not open to an administrator: %s',
        async (name) => {
            const [className = '', methodName = ''] = name.split('.');

            const outcome = await admin.call({ className, methodName, params: {} });

            expect(outcome).toMatchObject({ code: 'System.NoAccessException' });
        }
    );
});

const DOORS = [...new Set(readExpected().doors.map(({ door }) => door))];

describe.each(DOORS.filter((door) => /^Zendesk\w+\.\w+$/.test(door)))('the door %s', (door) => {
    const [className = '', methodName = ''] = door.split('.');
    const call = { className, methodName, params: {} };

    it('does not open without a session', async () => {
        expect((await Person.stranger(org.url).callWith('', call)).status).toBe(401);
        expect((await Person.stranger(org.url).callWith(admin.token, call)).status).toBe(401);
    });

    it('does not open with the token of somebody else, or none', async () => {
        expect((await agent.callWith(admin.token, call)).status).toBe(403);
        expect((await agent.callWith('', call)).status).toBe(403);
    });
});

describe.each(DOORS.filter((door) => /^Zendesk\w+Action$/.test(door)))('the action %s', (door) => {
    it('does not open without a session, or by a cookie alone', async () => {
        const path = `/services/data/v67.0/actions/custom/apex/${door}`;

        expect((await Person.stranger(org.url).invoke(door, {})).status).toBe(401);
        expect((await agent.send('POST', path, { body: '{"inputs":[]}' })).status).toBe(403);
    });
});

describe.each(DOORS.filter((door) => door.startsWith('Zendesk_')))('the page %s', (door) => {
    it('does not open without a session', async () => {
        const answer = await Person.stranger(org.url).send('GET', `/apex/${door}`);

        expect(answer.headers.get('location')).toBe(`/login?startURL=%2Fapex%2F${door}`);
    });
});

describe('the way back from Zendesk', () => {
    it('links the agent of whoever began, and nobody else’s', async () => {
        const victim = await org.newPerson(PROFILE, AGENT);
        const attacker = await org.newPerson(PROFILE, AGENT);
        const back = new URL(await consent(await authorizationUrl(attacker), scene.agentId));

        const answer = await victim.send('GET', back.pathname + back.search);

        expect(answer.status).toBe(400);
        expect(await agentOf(victim)).toEqual({ value: null });
        expect(await agentOf(attacker)).toEqual({ value: null });
    });

    it('takes no code of another authorization', async () => {
        const first = await org.newPerson(PROFILE, AGENT);
        const second = await org.newPerson(PROFILE, AGENT);
        const stolen = new URL(await consent(await authorizationUrl(first), scene.agentId));
        const own = new URL(await authorizationUrl(second));
        stolen.searchParams.set('state', own.searchParams.get('state') ?? '');

        await second.send('GET', stolen.pathname + stolen.search);

        expect(await agentOf(second)).toEqual({ value: null });
    });

    it('is good once', async () => {
        const person = await org.newPerson(PROFILE, AGENT);
        const back = new URL(await consent(await authorizationUrl(person), scene.agentId));
        const path = back.pathname + back.search;

        expect((await person.send('GET', path)).status).toBe(302);
        expect((await person.send('GET', path)).status).toBe(400);
    });

    it('leads nobody in who is not logged in', async () => {
        const path = '/services/authcallback/Zendesk?state=x&code=y';

        const answer = await fetch(`${org.url}${path}`, { redirect: 'manual' });

        expect([answer.status, answer.headers.get('location')]).toEqual([302, '/login']);
    });

    it.each(['https://evil.example', '//evil.example', 'javascript:alert(1)', '/\\evil.example'])(
        'leads nowhere but to a record of this org: %s',
        async (recordId) => {
            const outcome = await agent.call({
                className: 'ZendeskAgentController',
                methodName: 'getAuthorizationUrl',
                params: { recordId }
            });

            expect(outcome).toHaveProperty('code');
        }
    );

    it('leads to the record that was asked for', async () => {
        const person = await org.newPerson(PROFILE, AGENT);
        const outcome = (await person.call({
            className: 'ZendeskAgentController',
            methodName: 'getAuthorizationUrl',
            params: { recordId: scene.recordId }
        })) as { readonly value: string };
        const back = new URL(await consent(outcome.value, scene.agentId));

        const answer = await person.send('GET', `${back.pathname}${back.search}&returnUrl=//evil`);

        expect(answer.headers.get('location')).toBe(`/lightning/r/Account/${scene.recordId}/view`);
    });
});

describe('a subdomain', () => {
    it.each([
        'evil.example/',
        'demo.evil',
        'demo@evil.example',
        'demo#',
        'demo/../evil',
        'de mo',
        'DEMO',
        ''
    ])('that is none connects to nothing: "%s"', async (subdomain) => {
        org.changeSettings({ Subdomain__c: subdomain });
        const { code } = await knock(agent, LIST, scene);
        org.changeSettings({ Subdomain__c: 'demo' });

        expect(code).toBe('access_not_connected');
        expect(await org.zendesk.requests()).toEqual([]);
    });
});

function agentOf(person: Person) {
    return person.call({
        className: 'ZendeskAgentController',
        methodName: 'getAgent',
        params: {}
    });
}
