import { idOf, ids, type JsonObject } from '../../http/json.ts';
import type { AuditEvent } from '../../store/records.ts';
import type { Acting } from '../acting.ts';

/**
 * `macro_ids` (or `macro_id`) of a write: the macros that an agent used are noted in the audit.
 * They are not applied: what they do was sent with the write.
 * Source: https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_audits/
 */
export function macroReferences({ account }: Acting, input: JsonObject): AuditEvent[] {
    const single = idOf(input['macro_id']);
    const named = new Set([...ids(input['macro_ids']), ...(single === null ? [] : [single])]);
    return [...named].flatMap((id) => {
        const macro = account.store.plain.macros.find(id);
        return macro === null
            ? []
            : [
                  {
                      id: account.nextId(),
                      type: 'AgentMacroReference',
                      macro_id: String(id),
                      macro_title: macro['title'] ?? null,
                      macro_deleted: false
                  }
              ];
    });
}
