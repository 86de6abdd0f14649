import { epochSeconds } from '../../store/clock.ts';
import type { Audit, AuditEvent, Ticket } from '../../store/records.ts';
import { via } from '../../store/rows.ts';
import type { Acting } from '../acting.ts';
import { htmlFromText } from '../html.ts';
import { storeComment } from './comments.ts';

/** Writes an audit that is no comment: a change of privacy, a redaction. */
export function createAudit(acting: Acting, ticket: Ticket, events: readonly AuditEvent[]): Audit {
    const { account } = acting;
    const now = account.clock.stamp();
    account.store.tickets.patch(account.store.tickets.find(ticket.id) ?? ticket, {
        updated_at: now,
        generated_timestamp: epochSeconds(now)
    });
    return account.store.audits.put({
        id: account.nextId(),
        ticket_id: ticket.id,
        created_at: now,
        author_id: acting.user.id,
        metadata: { system: {}, custom: {} },
        events,
        via: via('api')
    });
}

/** Adds a comment of the acting user without any rule being asked, as a merge does. */
export function createAuditComment(
    acting: Acting,
    ticket: Ticket,
    body: string,
    isPublic: boolean
): void {
    if (body === '') {
        return;
    }
    const audit = createAudit(acting, ticket, []);
    const comment = storeComment(
        acting,
        {
            author: acting.user,
            html: htmlFromText(body),
            plain: body,
            isPublic,
            attachments: [],
            uploads: []
        },
        { ticketId: ticket.id, auditId: audit.id, via: audit.via, metadata: audit.metadata }
    );
    acting.account.store.audits.patch(audit, { events: [{ id: comment.id, type: 'Comment' }] });
}
