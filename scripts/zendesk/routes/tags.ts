import { actingIn } from '../domain/acting.ts';
import { demandCurrent, updateTicket } from '../domain/tickets/writing.ts';
import { ApiError } from '../http/errors.ts';
import { created, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { isObject, tagList, type JsonObject } from '../http/json.ts';
import { inOrder, paginate, type Order } from '../http/paging.ts';
import { idParam } from '../http/parameters.ts';
import { demandKinds } from '../http/permitted.ts';
import { livingOrganization } from './organizationReading.ts';
import { visibleTicket } from './ticketReading.ts';
import { knownUser } from './userReading.ts';

/** Something that has tags. */
interface Tagged {
    readonly tags: readonly string[];
    readonly write: (tags: readonly string[]) => readonly string[];
}

type Finder = (context: Context) => Tagged;

const ofTicket: Finder = (context) => {
    const ticket = visibleTicket(context, idParam(context));
    const body = sent(context);
    demandCurrent(ticket, body);
    return {
        tags: ticket.tags,
        write: (tags) => updateTicket(actingIn(context), ticket, { tags: [...tags] }).ticket.tags
    };
};

const ofUser: Finder = (context) => {
    const user = knownUser(context);
    const { store, clock } = context.account;
    return {
        tags: user.tags,
        write: (tags) => store.users.patch(user, { tags, updated_at: clock.stamp() }).tags
    };
};

const ofOrganization: Finder = (context) => {
    const organization = livingOrganization(context);
    const { store, clock } = context.account;
    return {
        tags: organization.tags,
        write: (tags) =>
            store.organizations.patch(organization, { tags, updated_at: clock.stamp() }).tags
    };
};

const sent = (context: Context): JsonObject => {
    const body = context.method === 'GET' ? undefined : context.body();
    const values = isObject(body) ? body : {};
    demandKinds(context, 'tags', values, { tags: 'list', safe_update: 'boolean' });
    return values;
};

const clean = (tags: readonly string[]): string[] => [...new Set(tags)].sort();

/** Tags in the body, or in the address for clients that send no body with DELETE. */
const given = (context: Context): string[] => {
    const inBody = tagList(sent(context)['tags']);
    return inBody.length > 0 ? inBody : context.query.list('tags');
};

/** A recording of DELETE shows 200 with the tags that remain, where the documentation says 204. */
function tagRoutes(path: string, scope: string, find: Finder): Route[] {
    const write = (context: Context, change: (tags: readonly string[]) => string[]) => {
        const tagged = find(context);
        return { tags: [...tagged.write(clean(change(tagged.tags)))] };
    };
    return [
        { method: 'GET', path, scope, handle: (context) => ok({ tags: [...find(context).tags] }) },
        {
            method: 'POST',
            path,
            scope,
            handle: (context) => created(write(context, () => given(context)))
        },
        {
            method: 'PUT',
            path,
            scope,
            handle: (context) => ok(write(context, (tags) => [...tags, ...given(context)]))
        },
        {
            method: 'DELETE',
            path,
            scope,
            handle: (context) => {
                const gone = new Set(given(context));
                return ok(write(context, (tags) => tags.filter((tag) => !gone.has(tag))));
            }
        }
    ];
}

interface Counted {
    readonly id: string;
    readonly count: number;
}

const MOST_POPULAR = 20_000;

function counted(context: Context): Counted[] {
    const { tickets } = context.account.search;
    return tickets
        .keys('tag')
        .map((tag) => ({ id: String(tag), count: tickets.ids('tag', tag).size }))
        .filter(({ count }) => count > 0);
}

const POPULAR: Order<Counted> = { name: 'count', key: (row) => row.count, isDescending: true };

function list(context: Context): Reply {
    const rows = inOrder(counted(context), POPULAR).slice(0, MOST_POPULAR);
    const page = paginate(context, rows, POPULAR);
    return ok({ tags: page.rows.map(({ id, count }) => ({ name: id, count })), ...page.envelope });
}

function autocomplete(context: Context): Reply {
    const name = (context.query.text('name') ?? '').toLowerCase();
    if (name.length < 2) {
        throw ApiError.titled(400, 'Invalid attribute', 'name must have at least 2 characters');
    }
    const tags = counted(context)
        .map(({ id }) => id)
        .filter((tag) => tag.startsWith(name))
        .sort();
    return ok({ tags, count: tags.length });
}

export const tagRoutesOfAll: readonly Route[] = [
    ...tagRoutes('/api/v2/tickets/:id/tags', 'tickets', ofTicket),
    ...tagRoutes('/api/v2/users/:id/tags', 'users', ofUser),
    ...tagRoutes('/api/v2/organizations/:id/tags', 'organizations', ofOrganization),
    { method: 'GET', path: '/api/v2/tags', handle: list },
    {
        method: 'GET',
        path: '/api/v2/tags/count',
        handle: (context) =>
            ok({
                count: {
                    value: counted(context).length,
                    refreshed_at: context.account.clock.stamp()
                }
            })
    },
    { method: 'GET', path: '/api/v2/autocomplete/tags', handle: autocomplete }
];
