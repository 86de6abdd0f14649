import { idOf, text, type JsonObject } from '../../http/json.ts';
import type { User } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { userByEmail } from '../identities.ts';
import { isLightAgent, isStaff } from '../visibility.ts';
import { withValues, withViolation, type Draft } from './draft.ts';
import { knownUser } from './people.ts';
import { invalid, type Step } from './step.ts';

export const requester: Step = (acting, draft, input) => {
    if (draft.before === null || input['requester_id'] === undefined) {
        return draft;
    }
    const user = knownUser(acting, input['requester_id'], 'requester');
    return withValues(draft, { requester_id: user.id, organization_id: user.organization_id });
};

/** The organization must be one of the requester's. */
export const organization: Step = (acting, draft, input) => {
    const id = idOf(input['organization_id']);
    if (!('organization_id' in input) || input['organization_id'] === null) {
        return draft;
    }
    const isMember = acting.account.store.organizationMemberships
        .by('user', draft.after.requester_id)
        .some((row) => row.organization_id === id);
    return isMember
        ? withValues(draft, { organization_id: id })
        : withViolation(draft, invalid('organization', 'is not an organization of the requester'));
};

export const group: Step = (acting, draft, input) => {
    if (!('group_id' in input)) {
        return draft;
    }
    const id = idOf(input['group_id']);
    const row = acting.account.store.plain.groups.find(id);
    return id === null || (row !== null && row['deleted'] !== true)
        ? withValues(draft, { group_id: id })
        : withViolation(draft, invalid('group', 'is invalid'));
};

function assigneeFrom(acting: Acting, input: JsonObject): User | null | undefined {
    if ('assignee_id' in input) {
        const id = idOf(input['assignee_id']);
        return id === null ? null : (acting.account.store.users.find(id) ?? undefined);
    }
    return userByEmail(acting.account.store, text(input['assignee_email']) ?? '') ?? undefined;
}

/** Only an agent who may own tickets, and who is in the ticket's group; without a group, in his own. */
export const assignee: Step = (acting, draft, input) => {
    if (!('assignee_id' in input) && !('assignee_email' in input)) {
        return draft;
    }
    const user = assigneeFrom(acting, input);
    if (user === null) {
        return withValues(draft, { assignee_id: null });
    }
    if (user === undefined || !user.active || !isStaff(user) || isLightAgent(user)) {
        return withViolation(draft, invalid('assignee', 'is invalid'));
    }
    return inGroup(acting, withValues(draft, { assignee_id: user.id }), user, 'group_id' in input);
};

function inGroup(acting: Acting, draft: Draft, user: User, isGroupGiven: boolean): Draft {
    const groups = acting.account.store.groupMemberships
        .by('user', user.id)
        .map((row) => row.group_id);
    const { group_id: current } = draft.after;
    if (current !== null && groups.includes(current)) {
        return draft;
    }
    if (current !== null && isGroupGiven) {
        return withViolation(draft, invalid('assignee', 'is not a member of the group'));
    }
    return withValues(draft, { group_id: user.default_group_id ?? groups[0] ?? null });
}
