import { readFileSync } from 'node:fs';

import type { CallOutcome, Person } from './person.ts';
import type { Scene } from './scene.ts';

/** What became of somebody at a door: it opened, or the code of what kept it closed. */
export interface Knocked {
    readonly isOpen: boolean;
    readonly code: string | null;
}

type Parameters = (scene: Scene) => Readonly<Record<string, unknown>>;

const record: Parameters = ({ recordId }) => ({ recordId });
const ticket: Parameters = ({ recordId, ticketId }) => ({ recordId, ticketId });
const nothing: Parameters = () => ({});
const link: Parameters = ({ recordId, organizationId }) => ({
    recordId,
    type: 'organization',
    zendeskId: organizationId
});

/** Sorts after every user, so that nobody is assigned anything. */
const AFTER_ALL_USERS = '005zzzzzzzzzzzzAAA';

/** What components, and flows, send to each door; a door that is not here can't be tried. */
const PARAMETERS: Readonly<Record<string, Parameters>> = {
    'ZendeskTicketController.listTickets': ({ recordId }) => ({ recordId, view: {} }),
    'ZendeskTicketController.countByStatus': ({ recordId }) => ({ recordId, view: {} }),
    'ZendeskTicketController.nameTargets': ({ recordId }) => ({ recordId, view: {} }),
    'ZendeskConversationController.openTicket': ticket,
    'ZendeskConversationController.getLayout': ticket,
    'ZendeskConversationController.listComments': ticket,
    'ZendeskConversationController.listEvents': ticket,
    'ZendeskConversationController.findAttachment': ({
        recordId,
        imageTicketId,
        attachmentId
    }) => ({
        recordId,
        ticketId: imageTicketId,
        attachmentId
    }),
    'ZendeskTicketChoiceController.getForm': ({ recordId, formId }) => ({ recordId, formId }),
    'ZendeskTicketChoiceController.listChoices': ({ recordId }) => ({ recordId, kind: 'groups' }),
    'ZendeskTicketChoiceController.getFilterChoices': record,
    'ZendeskTicketChoiceController.listAssignees': ({ recordId, groupId }) => ({
        recordId,
        groupId
    }),
    'ZendeskTicketChoiceController.findAgents': ({ recordId }) => ({ recordId, text: 'Priya' }),
    'ZendeskTicketChoiceController.nameTargets': ticket,
    'ZendeskTicketChoiceController.findTargets': ({ recordId }) => ({
        recordId,
        target: 'zen:user',
        text: 'Ros'
    }),
    'ZendeskTicketChoiceController.listRequesters': record,
    'ZendeskTicketChoiceController.listOrganizations': ({ recordId, requesterId }) => ({
        recordId,
        requesterId
    }),
    'ZendeskTicketChoiceController.listMacros': record,
    'ZendeskTicketChoiceController.previewMacro': ({ recordId, ticketId, macroId }) => ({
        recordId,
        ticketId,
        macroId
    }),
    'ZendeskListPreferenceController.saveOwn': record,
    'ZendeskListPreferenceController.removeOwn': record,
    'ZendeskListSettingsController.getSettings': nothing,
    'ZendeskListSettingsController.findAgents': () => ({ text: 'Priya' }),
    'ZendeskListSettingsController.saveSettings': nothing,
    'ZendeskMatchController.explain': record,
    'ZendeskMatchController.search': ({ recordId }) => ({
        recordId,
        type: 'organization',
        text: 'Mer'
    }),
    'ZendeskMatchController.link': link,
    'ZendeskMatchController.unlink': link,
    'ZendeskAttachmentController.listSalesforceFiles': record,
    'ZendeskAttachmentController.uploadFile': ({ recordId }) => ({
        recordId,
        name: 'note.txt',
        contentType: 'text/plain',
        base64: Buffer.from('A note').toString('base64')
    }),
    'ZendeskAttachmentController.uploadSalesforceFile': ({ recordId, documentId }) => ({
        recordId,
        documentId
    }),
    'ZendeskTicketEditController.openNewTicket': record,
    'ZendeskTicketEditController.createTicket': ({ recordId }) => ({
        recordId,
        input: {
            key: crypto.randomUUID(),
            values: [{ key: 'subject', text: 'From the matrix' }],
            requesterName: 'Rosalind Achterberg',
            requesterEmail: 'rosalind.achterberg@meridianrail.example',
            comment: { html: '<p>Hello</p>', isPublic: true, uploads: [] }
        }
    }),
    'edit ZendeskTicketEditController.changeTicket': ({ recordId, ticketId, stamp }) => ({
        recordId,
        ticketId,
        input: { stamp, values: [{ key: 'priority', text: 'high' }] }
    }),
    'comment ZendeskTicketEditController.changeTicket': ({ recordId, ticketId, stamp }) => ({
        recordId,
        ticketId,
        input: {
            stamp,
            values: [],
            comment: { html: '<p>Noted</p>', isPublic: false, uploads: [] }
        }
    }),
    'ZendeskAgentController.getAgent': nothing,
    'ZendeskAgentController.getAuthorizationUrl': nothing,
    'ZendeskAgentController.unlink': nothing,
    'ZendeskAccessSetupController.getSetup': nothing,
    'ZendeskAccessSetupController.chooseGate': () => ({ kind: null, name: null }),
    'ZendeskAccessSetupController.saveSignedNotes': ({ allowsSignedNotes }) => ({
        isAllowed: allowsSignedNotes
    }),
    'ZendeskAssignmentController.assignUsers': () => ({ after: AFTER_ALL_USERS }),
    'ZendeskAssignmentController.saveNightly': () => ({ isRepeated: false }),
    'ZendeskAssignmentController.getState': nothing,
    'ZendeskMatchRuleController.listRules': nothing,
    'ZendeskMatchRuleController.saveRule': () => ({
        objectName: 'Asset',
        fieldPath: 'Account.Name',
        side: 'organization_name'
    }),
    'ZendeskMatchRuleController.resetRule': () => ({ objectName: 'Asset' }),
    ZendeskFindTicketsAction: record,
    ZendeskCreateTicketAction: ({ recordId }) => ({
        recordId,
        subject: 'From the matrix',
        description: 'Hello',
        isPublic: true,
        requesterName: 'Rosalind Achterberg',
        requesterEmail: 'rosalind.achterberg@meridianrail.example',
        repeatKey: crypto.randomUUID()
    }),
    ZendeskSetFieldsAction: ({ recordId, ticketId }) => ({ recordId, ticketId, priority: 'low' }),
    ZendeskAddCommentAction: ({ recordId, ticketId }) => ({
        recordId,
        ticketId,
        body: 'Noted',
        isPublic: false
    })
};

/** Tries a door as it is used for what is needed. */
export async function knock(
    person: Person,
    { door, need }: { readonly door: string; readonly need: string },
    scene: Scene
): Promise<Knocked> {
    if (door.startsWith('Zendesk_')) {
        const page = await person.send('GET', `/apex/${door}`);
        return { isOpen: page.ok, code: page.ok ? null : 'access_page' };
    }
    const parameters = PARAMETERS[`${need} ${door}`] ?? PARAMETERS[door];
    if (!parameters) {
        throw new Error(`How ${door} is called is not known; add it to PARAMETERS.`);
    }
    const [className = '', methodName] = door.split('.');
    return methodName
        ? knockedAt(await person.call({ className, methodName, params: parameters(scene) }))
        : invoked(await person.invoke(className, parameters(scene)));
}

function knockedAt(outcome: CallOutcome): Knocked {
    return 'value' in outcome
        ? { isOpen: true, code: null }
        : { isOpen: false, code: outcome.code };
}

/** An action whose inputs all failed is an error as a whole. */
async function invoked(answer: Response): Promise<Knocked> {
    if (answer.status === 404) {
        return { isOpen: false, code: 'System.NoAccessException' };
    }
    const [result] = (await answer.json()) as readonly [
        { readonly errors: readonly { readonly message: string }[] | null }
    ];
    const message = result.errors?.[0]?.message;
    return message === undefined
        ? { isOpen: true, code: null }
        : { isOpen: false, code: codeOfSentence(message) };
}

const LABELS = readFileSync(
    new URL('../../../force-app/main/access/labels/CustomLabels.labels-meta.xml', import.meta.url),
    'utf8'
);

/** Flows read a sentence and no code: the label that it is tells which refusal it was. */
function codeOfSentence(sentence: string): string {
    const labels = LABELS.matchAll(/<fullName>(\w+)<[\s\S]*?<value>([^<]*)</g);
    const [, name = ''] =
        [...labels].find(([, , value = '']) => value.replaceAll('&gt;', '>') === sentence) ?? [];
    if (name === 'Zendesk_Agent_NotLinked') {
        return 'agent_not_linked';
    }
    return /^Zendesk_Access(Admin)?_/.test(name) ? `access_${name}` : sentence;
}
