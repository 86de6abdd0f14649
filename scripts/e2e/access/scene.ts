import { DEMO_CREDENTIALS } from '../../zendesk/demo/credentials.ts';
import type { AccessOrg } from './accessOrg.ts';

/** Things that exist, so that a door which opens has something to show or to change. */
export interface Scene {
    /** An account, and an open ticket of its organization. */
    readonly recordId: string;
    readonly ticketId: string;
    /** An image of an internal note on that ticket. */
    readonly secretAttachmentId: string;
    /** Another ticket of it, with an image in a comment. */
    readonly imageTicketId: string;
    readonly attachmentId: string;
    /** A ticket of another organization. */
    readonly foreignTicketId: string;
    /** A Salesforce File of the account. */
    readonly documentId: string;
    readonly organizationId: string;
    /** Somebody of that organization. */
    readonly requesterId: string;
    readonly formId: string;
    readonly groupId: string;
    readonly macroId: string;
    /** An agent of Zendesk, to be linked. */
    readonly agentId: string;
    /** `updated_at` of the ticket. */
    readonly stamp: string;
    /** The setting of the moment, so that the door which saves it changes nothing. */
    readonly allowsSignedNotes: boolean;
}

const ACCOUNT = 'Meridian Rail Systems';

interface Ticket {
    readonly id: number;
    readonly status: string;
}

interface Comment {
    readonly attachments: readonly { readonly id: number; readonly content_type: string }[];
}

/** Finds or makes what a scene needs, asking Zendesk as its administrator. */
export async function setScene(org: AccessOrg): Promise<Scene> {
    const recordId = org.idOf('Account', 'Name', ACCOUNT);
    const organizationId = await first(org, `organizations/search.json?name=${ACCOUNT}`);
    const foreign = (await ask(org, 'search.json?query=type:ticket organization:"Bluewater"')) as {
        readonly results: readonly Ticket[];
    };
    const { tickets } = (await ask(org, `organizations/${organizationId}/tickets.json`)) as {
        readonly tickets: readonly Ticket[];
    };
    const ticketId = String(tickets.find(({ status }) => status === 'open')?.id);
    return {
        recordId,
        organizationId,
        requesterId: await first(org, `organizations/${organizationId}/users.json`),
        ticketId,
        secretAttachmentId: await addNote(org, ticketId),
        ...(await findImage(org, tickets)),
        foreignTicketId: String(foreign.results[0]?.id),
        documentId: await addFile(org, recordId),
        formId: await first(org, 'ticket_forms.json'),
        groupId: await first(org, 'groups.json'),
        macroId: await first(org, 'macros.json'),
        agentId: await first(org, 'users.json?role=agent'),
        stamp: '',
        allowsSignedNotes: false
    };
}

/** The scene as it is now, after what others have changed. */
export async function refreshed(org: AccessOrg, scene: Scene): Promise<Scene> {
    const { ticket } = (await ask(org, `tickets/${scene.ticketId}.json`)) as {
        readonly ticket: { readonly updated_at: string };
    };
    return { ...scene, stamp: ticket.updated_at };
}

/** Who wrote the last comment of a ticket, by their name in Zendesk. */
export async function lastAuthor(org: AccessOrg, ticketId: string): Promise<string> {
    const path = `tickets/${ticketId}/comments.json?sort=-created_at&page[size]=1&include=users`;
    const { comments, users } = (await ask(org, path)) as {
        readonly comments: readonly { readonly author_id: number }[];
        readonly users: readonly { readonly id: number; readonly name: string }[];
    };
    return users.find(({ id }) => id === comments[0]?.author_id)?.name ?? '';
}

/** An internal note that only some may see. */
export const SECRET = 'Secret among agents';

/** @returns the id of the image in it */
async function addNote(org: AccessOrg, ticketId: string): Promise<string> {
    const { upload } = (await ask(org, 'uploads.json?filename=secret.png', {
        method: 'POST',
        headers: { 'content-type': 'image/png' },
        body: PIXEL
    })) as { readonly upload: { readonly token: string; readonly attachment: { id: number } } };
    const comment = { body: SECRET, public: false, uploads: [upload.token] };
    await ask(org, `tickets/${ticketId}.json`, {
        method: 'PUT',
        body: JSON.stringify({ ticket: { comment } })
    });
    return String(upload.attachment.id);
}

/** One transparent pixel. */
const PIXEL = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64'
);

async function findImage(
    org: AccessOrg,
    tickets: readonly Ticket[]
): Promise<Pick<Scene, 'imageTicketId' | 'attachmentId'>> {
    for (const { id } of tickets) {
        const { comments } = (await ask(org, `tickets/${id}/comments.json`)) as {
            readonly comments: readonly Comment[];
        };
        const image = comments
            .flatMap(({ attachments }) => attachments)
            .find(({ content_type: type }) => type.startsWith('image/'));
        if (image) {
            return { imageTicketId: String(id), attachmentId: String(image.id) };
        }
    }
    throw new Error(`No ticket of ${ACCOUNT} has an image.`);
}

async function addFile(org: AccessOrg, recordId: string): Promise<string> {
    const nora = await org.logIn('nora.whitcombe@harbourline.example');
    const answer = await nora.send('POST', '/services/data/v67.0/ui-api/records', {
        headers: { 'content-type': 'application/json', 'x-csrf-token': nora.token },
        body: JSON.stringify({
            apiName: 'ContentVersion',
            fields: {
                Title: 'Plan',
                PathOnClient: 'plan.txt',
                VersionData: Buffer.from('A plan').toString('base64'),
                FirstPublishLocationId: recordId
            }
        })
    });
    if (!answer.ok) {
        throw new Error(`The file was not saved: ${await answer.text()}`);
    }
    return org.idOf('ContentDocument', 'Title', 'Plan');
}

/** The id of the first of the only list in an answer. */
async function first(org: AccessOrg, path: string): Promise<string> {
    const answer = Object.values((await ask(org, path)) as object).find(Array.isArray) as
        { readonly id: number }[] | undefined;
    if (!answer?.[0]) {
        throw new Error(`Zendesk has nothing at ${path}.`);
    }
    return String(answer[0].id);
}

async function ask({ zendesk }: AccessOrg, path: string, init: RequestInit = {}): Promise<unknown> {
    const answer = await fetch(`${zendesk.url}/api/v2/${path}`, {
        ...init,
        headers: {
            authorization: `Bearer ${DEMO_CREDENTIALS.adminToken}`,
            'content-type': 'application/json',
            ...init.headers
        }
    });
    if (!answer.ok) {
        throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
}
