import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { AccessOrg } from './access/accessOrg.ts';
import { linkAgent } from './access/agentLink.ts';
import { readExpected, type Answer, type Case } from './access/expected.ts';
import { Gate } from './access/gate.ts';
import { knock, type Knocked } from './access/knock.ts';
import type { Person } from './access/person.ts';
import { lastAuthor, refreshed, SECRET, setScene, type Scene } from './access/scene.ts';
import { doorsOfSource } from './access/sourceDoors.ts';

jest.setTimeout(120_000);

const expected = readExpected();
const PROFILE = 'Standard User';
const MISSING_APP = 'No_Such_App';
/** The Zendesk user of the org's own credential. */
const INTEGRATION = 'Salesforce Integration';

/** By which reason each state of the gate keeps people out. */
const REASONS: Readonly<Record<string, string>> = {
    'profile not selected': 'access_gate_profile_not_selected',
    'policy open': 'access_gate_policy_open',
    'app missing': 'access_gate_app_missing'
};

/** Those that are tried through what they open; see docs/access.md. */
const doors = expected.doors.filter(({ need }) => need !== 'record page');

let org: AccessOrg;
let gate: Gate;
let setting: Scene;

beforeAll(async () => {
    org = await AccessOrg.start();
    gate = new Gate(org, await org.logIn('nora.whitcombe@harbourline.example'));
    setting = await setScene(org);
});

afterAll(async () => {
    await org?.stop();
});

/** The scene with the settings that a case asks for. */
function sceneOf({ agent }: Case): Scene {
    return { ...setting, allowsSignedNotes: agent.includes('signed notes allowed') };
}

/** Before each door, since some doors change what the others depend on. */
function changeSettings(item: Case): void {
    org.changeSettings({
        GateKind__c: null,
        GateName__c: item.gate === 'app missing' ? MISSING_APP : null,
        IsIntegrationUserWriting__c: sceneOf(item).allowsSignedNotes
    });
}

async function arrange(item: Case): Promise<Person> {
    await setGate('open');
    const person = await org.newPerson(PROFILE, item.permissionSets.flatMap(setsOf));
    if (item.agent === 'linked' && item.permissionSets.includes('Agent')) {
        await linkAgent(person, setting.agentId);
    }
    await setGate(item.gate);
    return person;
}

async function setGate(state: string): Promise<void> {
    org.changeSettings({ GateKind__c: null, GateName__c: null });
    await gate.selectProfiles(state === 'profile not selected' ? [] : [PROFILE]);
    await gate.permitUsers(state === 'policy open' ? 'AllUsers' : 'AdminApprovedPreAuthorized');
}

/** With the credential that belongs to it, as the guide says. */
function setsOf(name: string): readonly string[] {
    const principals: Readonly<Record<string, readonly string[]>> = {
        User: ['Zendesk_Service_Principal'],
        Agent: ['Zendesk_Agent_Principal']
    };
    return [`Zendesk_${name}`, ...(principals[name] ?? [])];
}

/** From the most that a door can answer to the least. */
const WIDEST: readonly Answer[] = ['yes', 'signed', 'invited', 'no'];

function wanted(item: Case, need: string): Answer {
    const answers = need.split(' or ').map((one) => wantedBy(item, one));
    return WIDEST.find((answer) => answers.includes(answer)) ?? 'no';
}

function wantedBy(item: Case, need: string): Answer {
    if (need === 'key') {
        return item.permissionSets.includes('User') ? 'yes' : 'no';
    }
    const answer = item.answers.get(need.replace(/^(offer |as agent: )/, ''));
    if (answer === undefined) {
        throw new Error(`"${need}" is no column of the table "Expected".`);
    }
    if (need.startsWith('offer ')) {
        return answer === 'no' ? 'no' : 'yes';
    }
    return need.startsWith('as agent: ') && answer === 'signed' ? 'invited' : answer;
}

async function answerOf(knocked: Knocked, need: string): Promise<string> {
    if (knocked.isOpen) {
        const isNote = need === 'comment';
        const author = isNote ? await lastAuthor(org, setting.ticketId) : '';
        return author === INTEGRATION ? 'signed' : 'yes';
    }
    const { code } = knocked;
    if (code === 'agent_not_linked') {
        return 'invited';
    }
    return code?.startsWith('access_') || code === 'System.NoAccessException'
        ? 'no'
        : `failed: ${code}`;
}

describe('docs/access.md', () => {
    it('names every door of the source, and no others', () => {
        const named = [...new Set(expected.doors.map(({ door }) => door))].sort();

        expect(named).toEqual(doorsOfSource());
    });
});

const CASES = expected.cases.map(
    (item) =>
        [
            `${item.gate} | ${item.permissionSets.join(', ') || 'none'} | ${item.agent}`,
            item
        ] as const
);

describe.each(CASES)('%s', (_title, item) => {
    let person: Person;

    beforeAll(async () => {
        person = await arrange(item);
    });

    beforeEach(() => changeSettings(item));

    it.each(doors)('$need: $door', async (door) => {
        const scene = await refreshed(org, sceneOf(item));
        const answer = wanted(item, door.need);
        await org.zendesk.clearLog();

        const knocked = await knock(person, door, scene);
        const requests = await org.zendesk.requests();

        expect(await answerOf(knocked, door.need)).toBe(answer);
        const kept = requests.filter(({ method }) => answer === 'no' || method !== 'GET');
        expect(answer === 'no' || answer === 'invited' ? kept : []).toEqual([]);
    });

    it('shows internal notes as documented', async () => {
        const shown = await person.call({
            className: 'ZendeskConversationController',
            methodName: 'listComments',
            params: { recordId: setting.recordId, ticketId: setting.ticketId }
        });

        expect(JSON.stringify(shown).includes(SECRET)).toBe(item.answers.get('notes') === 'yes');
    });

    it('gives the reason', async () => {
        const view = { door: 'ZendeskTicketController.listTickets', need: 'view' };
        const { code } = await knock(person, view, sceneOf(item));
        const hasKey = item.permissionSets.includes('User');

        expect(code).toBe(hasKey ? (REASONS[item.gate] ?? null) : 'System.NoAccessException');
    });
});
