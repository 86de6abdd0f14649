import type {
    FieldValue,
    TicketComment,
    TicketDetail,
    TicketField,
    TicketLayout,
    TicketOpening,
    TicketRights
} from 'c/zendeskConversationService';

/** Everything is allowed. */
export const ALL_RIGHTS: TicketRights = {
    mayCreate: true,
    mayEdit: true,
    mayComment: true,
    mayCommentPublicly: true,
    seesInternalNotes: true,
    isAgentLinked: true,
    agentId: '21',
    writesSignedNotes: false
};

/** A field of a ticket form; its id is its key unless told otherwise. */
export function field(id: string, type: string, part: Partial<TicketField> = {}): TicketField {
    return {
        id,
        key: id,
        type,
        title: `Field ${id}`,
        isRequiredToSolve: false,
        isEditable: true,
        options: [],
        ...part
    };
}

/** A form of these fields, without conditions. */
export function layoutOf(
    fields: readonly TicketField[],
    part: Partial<TicketLayout> = {}
): TicketLayout {
    return {
        form: { id: '360', name: 'Default', isDefault: true, conditions: [] },
        fields,
        statuses: [],
        ...part
    };
}

/** A ticket with these values besides a subject and a status. */
export function ticketOf(
    values: readonly FieldValue[] = [],
    part: Partial<TicketDetail> = {}
): TicketDetail {
    const own = new Set(values.map(({ key }) => key));
    const usual = [
        { key: 'subject', text: 'Printer on fire' },
        { key: 'status', text: 'open' },
        { key: 'requester_id', text: '21' },
        { key: 'tags', values: [] }
    ].filter(({ key }) => !own.has(key));
    return {
        id: '35436',
        updatedAt: '2026-05-06T08:46:13Z',
        createdAt: '2026-05-05T08:46:13.000Z',
        values: [...usual, ...values],
        people: [{ id: '21', name: 'Rosa Diaz', email: 'rosa@example.com', isAgent: false }],
        groups: [],
        organizations: [],
        brands: [],
        ...part
    };
}

/** A comment; public unless told otherwise. */
export function commentOf(id: string, part: Partial<TicketComment> = {}): TicketComment {
    return {
        id,
        authorId: '21',
        createdAt: '2026-05-06T08:46:13.000Z',
        isPublic: true,
        html: `<p>Comment ${id}</p>`,
        attachments: [],
        ...part
    };
}

/** What comes when a ticket is opened. */
export function openingOf(part: Partial<TicketOpening> = {}): TicketOpening {
    return {
        ticket: ticketOf(),
        layout: layoutOf([field('1', 'subject', { key: 'subject', title: 'Subject' })]),
        conversation: { comments: [commentOf('1')], people: [] },
        rights: ALL_RIGHTS,
        ...part
    };
}

/** What a controller of the package rejects with. */
export function reported(code: string, message: string, part: object = {}): unknown {
    return { body: { message: JSON.stringify({ code, message, ...part }) } };
}
