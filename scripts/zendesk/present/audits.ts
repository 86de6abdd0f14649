import { textFromHtml } from '../domain/html.ts';
import type { Context } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { Audit, AuditEvent } from '../store/records.ts';
import { htmlBody, presentAttachment } from './comments.ts';

/** Comment events carry the comment itself. */
export function presentAudit(context: Context, audit: Audit): JsonObject {
    const events = audit.events.map((event) =>
        event.type === 'Comment' ? commentEvent(context, event) : event
    );
    return { ...audit, events };
}

function commentEvent(context: Context, event: AuditEvent): AuditEvent {
    const { store } = context.account;
    const comment = store.comments.find(event.id);
    if (comment === null) {
        return event;
    }
    const attachments = comment.attachment_ids.flatMap((id) => store.attachments.find(id) ?? []);
    return {
        id: comment.id,
        type: 'Comment',
        author_id: comment.author_id,
        body: comment.plain,
        html_body: htmlBody(comment),
        plain_body: textFromHtml(comment.html),
        public: comment.public,
        attachments: attachments.map((row) => presentAttachment(context, row)),
        audit_id: comment.audit_id
    };
}
