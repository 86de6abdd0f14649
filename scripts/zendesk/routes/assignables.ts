import { isAssignable } from '../domain/visibility.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { User } from '../store/records.ts';

/** Names of which a word begins so. */
const begins = (name: string, text: string): boolean =>
    ` ${name.toLowerCase()}`.includes(` ${text.toLowerCase()}`);

const groupsOf = (context: Context) =>
    context.account.store.plain.groups.all().filter((group) => group['deleted'] !== true);

function membersOf(context: Context, groupId: number): readonly User[] {
    const { groupMemberships, users } = context.account.store;
    return groupMemberships
        .by('group', groupId)
        .flatMap((row) => users.find(row.user_id) ?? [])
        .filter(isAssignable);
}

/** An agent once for each of their groups: a ticket goes to both. */
function agentsLike(context: Context, text: string): readonly JsonObject[] {
    return groupsOf(context).flatMap((group) =>
        membersOf(context, group.id)
            .filter((user) => begins(user.name, text))
            .map((user) => ({
                id: user.id,
                name: user.name,
                group: group['name'] ?? null,
                group_id: group.id,
                photo_url: null
            }))
    );
}

function autocomplete(context: Context): Reply {
    const text = context.query.text('name') ?? '';
    const agents = agentsLike(context, text);
    const groups = groupsOf(context)
        .filter((group) => begins(String(group['name']), text))
        .map((group) => ({ id: group.id, name: group['name'] ?? null }));
    return ok({ agents: [...agents], groups, count: agents.length + groups.length });
}

/** What the assignee field asks for while somebody types. */
export const assignableRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/lotus/assignables/autocomplete', handle: autocomplete }
];
