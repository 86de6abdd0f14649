import { idOf, type Json } from '../../http/json.ts';
import type { CustomStatus, TicketStatus } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { withValues, withViolation, type Draft } from './draft.ts';
import { invalid, type Step } from './step.ts';

const STATUSES: readonly string[] = ['new', 'open', 'pending', 'hold', 'solved', 'closed'];

const isStatus = (value: Json | undefined): value is TicketStatus =>
    typeof value === 'string' && STATUSES.includes(value);

/** `custom_status_id` says more than `status` and wins; `new` cannot be had again. */
export const status: Step = (acting, draft, input) => {
    const { customStatuses } = acting.account.store;
    const customId = idOf(input['custom_status_id']);
    if (customId !== null) {
        const custom = customStatuses.find(customId);
        return custom?.active === true && isOnForm(acting, draft, custom)
            ? withStatus(draft, custom.status_category, custom.id)
            : withViolation(draft, invalid('custom_status_id', 'is invalid'));
    }
    if (!('status' in input) || input['status'] === null) {
        return draft;
    }
    const value = input['status'];
    if (!isStatus(value)) {
        return withViolation(draft, invalid('status', 'is not included in the list'));
    }
    if (value === draft.after.status) {
        return draft;
    }
    const category = value === 'closed' ? 'solved' : value;
    const standard = customStatuses
        .all()
        .find((row) => row.status_category === category && row.default);
    return withStatus(draft, value, standard?.id ?? draft.after.custom_status_id);
};

/** A default status is on every form, and so is one that was given to none. */
function isOnForm({ account }: Acting, draft: Draft, status: CustomStatus): boolean {
    const forms = account.store.ticketFormStatuses.by('status', status.id);
    return (
        status.default ||
        forms.length === 0 ||
        forms.some((row) => row.ticket_form_id === draft.after.ticket_form_id)
    );
}

function withStatus(draft: Draft, value: TicketStatus, customId: number): Draft {
    const isRegained = value === 'new' && draft.before !== null && draft.before.status !== 'new';
    return isRegained ? draft : withValues(draft, { status: value, custom_status_id: customId });
}

/** A ticket that gets its first assignee opens, unless the request says otherwise. */
export const opened: Step = (acting, draft, input) => {
    const { after } = draft;
    const isTold = 'status' in input || 'custom_status_id' in input;
    if (
        after.status !== 'new' ||
        after.assignee_id === null ||
        (isTold && input['status'] !== 'new')
    ) {
        return draft;
    }
    const open = acting.account.store.customStatuses
        .all()
        .find((row) => row.status_category === 'open' && row.default);
    return withValues(draft, {
        status: 'open',
        custom_status_id: open?.id ?? after.custom_status_id
    });
};
