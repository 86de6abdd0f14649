import { issueToken } from '../../domain/tokens.ts';
import { ApiError, type Violation } from '../../http/errors.ts';
import {
    created,
    noContent,
    ok,
    type Context,
    type Reply,
    type Route
} from '../../http/exchange.ts';
import { envelope, idOf, isArray, text, texts, type JsonObject } from '../../http/json.ts';
import { inOrder, paginate } from '../../http/paging.ts';
import { demandAdmin, existing, idParam, signedIn } from '../../http/parameters.ts';
import { apiUrl } from '../../present/addresses.ts';
import type { OAuthClient, OAuthToken } from '../../store/records.ts';

const SHOWN_SECRET = 10;

/** The secret is shown in full only when it is made. */
function presentClient(context: Context, client: OAuthClient, isFull = false): JsonObject {
    const { scopes: _, ...shown } = client;
    return {
        url: apiUrl(context, `oauth/clients/${client.id}`),
        ...shown,
        secret: isFull ? client.secret : client.secret.slice(0, SHOWN_SECRET),
        logo_url: null
    };
}

function presentToken(context: Context, token: OAuthToken, isFull = false): JsonObject {
    const time = (milliseconds: number | null) =>
        milliseconds === null ? null : new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
    return {
        url: apiUrl(context, `oauth/tokens/${token.id}`),
        id: token.id,
        client_id: token.client_id,
        user_id: token.user_id,
        token: isFull ? token.token : token.token.slice(0, SHOWN_SECRET),
        refresh_token:
            token.refresh_token === null ? null : token.refresh_token.slice(0, SHOWN_SECRET),
        scopes: token.scopes,
        created_at: token.created_at,
        used_at: token.used_at,
        expires_at: time(token.expires),
        refresh_token_expires_at: time(token.refresh_expires)
    };
}

function listClients(context: Context): Reply {
    const order = { name: 'id', key: (row: OAuthClient) => row.id, isDescending: false };
    const rows = context.account.store.oauthClients.all();
    const page = paginate(context, inOrder(rows, order), order);
    return ok({ clients: page.rows.map((row) => presentClient(context, row)), ...page.envelope });
}

const client = (context: Context): OAuthClient =>
    existing(context.account.store.oauthClients.find(idParam(context)));

/** An address must be HTTPS, unless it is this machine. */
const isGoodUri = (uri: string): boolean =>
    /^https:\/\/[^\s/]+/.test(uri) || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(uri);

function written(row: OAuthClient, values: JsonObject): OAuthClient {
    const uri = values['redirect_uri'];
    return {
        ...row,
        name: text(values['name']) ?? row.name,
        identifier: text(values['identifier']) ?? row.identifier,
        kind: (text(values['kind']) ?? row.kind) as OAuthClient['kind'],
        company: 'company' in values ? text(values['company']) : row.company,
        description: 'description' in values ? text(values['description']) : row.description,
        redirect_uri:
            uri === undefined
                ? row.redirect_uri
                : isArray(uri)
                  ? texts(uri)
                  : texts(text(uri) ?? '')
    };
}

function demandValid(context: Context, row: OAuthClient): void {
    const violations: Violation[] = [];
    if (row.name === '') {
        violations.push({
            field: 'name',
            description: 'Name: cannot be blank',
            error: 'BlankValue'
        });
    }
    if (row.identifier === '') {
        const description = 'Identifier: cannot be blank';
        violations.push({ field: 'identifier', description, error: 'BlankValue' });
    }
    const owner = context.account.store.oauthClients.firstBy('identifier', row.identifier);
    if (owner !== null && owner.id !== row.id) {
        const description = `Identifier: ${row.identifier} has already been taken`;
        violations.push({ field: 'identifier', description, error: 'DuplicateValue' });
    }
    if (row.kind !== 'public' && row.kind !== 'confidential') {
        const description = 'Kind: is not included in the list';
        violations.push({ field: 'kind', description, error: 'InvalidValue' });
    }
    if (context.account.store.users.find(row.user_id)?.active !== true) {
        violations.push({ field: 'user', description: 'User: is invalid', error: 'InvalidValue' });
    }
    const bad = row.redirect_uri.find((uri) => !isGoodUri(uri));
    if (bad !== undefined) {
        const description = `Redirect uri: ${bad} is invalid`;
        violations.push({ field: 'redirect_uri', description, error: 'InvalidValue' });
    }
    if (violations.length > 0) {
        throw ApiError.invalidRecord(violations);
    }
}

const newSecret = (context: Context): string =>
    context.account.random.letters(64, '0123456789abcdef');

function createClient(context: Context): Reply {
    const { account } = context;
    const now = account.clock.stamp();
    const values = envelope(context.body(), 'client');
    const blank: OAuthClient = {
        id: account.nextId(),
        identifier: '',
        name: '',
        kind: 'confidential',
        company: null,
        description: null,
        redirect_uri: [],
        secret: newSecret(context),
        user_id: idOf(values['user_id']) ?? signedIn(context).id,
        global: false,
        scopes: null,
        created_at: now,
        updated_at: now
    };
    const row = written(blank, values);
    demandValid(context, row);
    account.store.oauthClients.put(row);
    return created(
        { client: presentClient(context, row, true) },
        apiUrl(context, `oauth/clients/${row.id}`)
    );
}

function updateClient(context: Context): Reply {
    const values = envelope(context.body(), 'client');
    const row = { ...written(client(context), values), updated_at: context.account.clock.stamp() };
    demandValid(context, row);
    return ok({ client: presentClient(context, context.account.store.oauthClients.put(row)) });
}

function removeClient(context: Context): Reply {
    const { store } = context.account;
    const row = client(context);
    store.oauthTokens.by('client', row.id).forEach((token) => store.oauthTokens.remove(token.id));
    store.oauthClients.remove(row.id);
    return noContent();
}

function generateSecret(context: Context): Reply {
    const secret = newSecret(context);
    const row = context.account.store.oauthClients.patch(client(context), { secret });
    return ok({ client: presentClient(context, row, true) });
}

/** One's own tokens; an admin with `all=true` sees everybody's. */
function listTokens(context: Context): Reply {
    const { store } = context.account;
    const isAll = context.query.flag('all') === true;
    if (isAll) {
        demandAdmin(context);
    }
    const clientId = Number(context.query.text('client_id'));
    const rows = store.oauthTokens
        .all()
        .filter((row) => isAll || row.user_id === context.actor.user?.id)
        .filter((row) => clientId === 0 || row.client_id === clientId);
    const order = { name: 'id', key: (row: OAuthToken) => row.id, isDescending: false };
    const page = paginate(context, inOrder(rows, order), order);
    return ok({ tokens: page.rows.map((row) => presentToken(context, row)), ...page.envelope });
}

/** Made by an admin for himself, without a flow; it cannot be refreshed. */
function createToken(context: Context): Reply {
    const values = envelope(context.body(), 'token');
    const row = context.account.store.oauthClients.find(idOf(values['client_id']));
    if (row === null) {
        throw ApiError.invalidField('client_id', 'Client: is invalid', 'InvalidValue');
    }
    const token = issueToken(context.account, {
        client: row,
        user: signedIn(context),
        scopes: texts(values['scopes']),
        accessSeconds: null,
        refreshSeconds: null
    });
    return created(
        { token: presentToken(context, token, true) },
        apiUrl(context, `oauth/tokens/${token.id}`)
    );
}

/** `current`, or the id of one's own token (an admin: of anybody's). */
function token(context: Context): OAuthToken {
    if (context.path.replace(/\.json$/, '').endsWith('/current')) {
        return existing(context.actor.token);
    }
    const row = existing(context.account.store.oauthTokens.find(idParam(context)));
    if (row.user_id !== context.actor.user?.id) {
        demandAdmin(context);
    }
    return row;
}

function revoke(context: Context): Reply {
    context.account.store.oauthTokens.remove(token(context).id);
    return noContent();
}

const showToken = (context: Context): Reply => ok({ token: presentToken(context, token(context)) });

const CLIENTS = '/api/v2/oauth/clients';
const TOKENS = '/api/v2/oauth/tokens';
const admin = { access: 'admin' } as const;
/** A token may look at and revoke itself whatever its scopes. */
const own = { access: 'end-user', scope: 'any' } as const;

export const clientAndTokenRoutes: readonly Route[] = [
    { method: 'GET', path: CLIENTS, ...admin, handle: listClients },
    { method: 'POST', path: CLIENTS, ...admin, handle: createClient },
    {
        method: 'GET',
        path: `${CLIENTS}/:id`,
        ...admin,
        handle: (context) => ok({ client: presentClient(context, client(context)) })
    },
    { method: 'PUT', path: `${CLIENTS}/:id`, ...admin, handle: updateClient },
    { method: 'DELETE', path: `${CLIENTS}/:id`, ...admin, handle: removeClient },
    { method: 'PUT', path: `${CLIENTS}/:id/generate_secret`, ...admin, handle: generateSecret },
    { method: 'GET', path: '/api/v2/oauth/global_clients', ...admin, handle: globalClients },
    { method: 'GET', path: TOKENS, access: 'end-user', handle: listTokens },
    { method: 'POST', path: TOKENS, ...admin, handle: createToken },
    { method: 'GET', path: `${TOKENS}/current`, ...own, handle: showToken },
    { method: 'DELETE', path: `${TOKENS}/current`, ...own, handle: revoke },
    { method: 'GET', path: `${TOKENS}/:id`, access: 'end-user', handle: showToken },
    { method: 'DELETE', path: `${TOKENS}/:id`, access: 'end-user', handle: revoke }
];

function globalClients(context: Context): Reply {
    const rows = context.account.store.oauthClients.all().filter((row) => row.global);
    return ok({
        global_clients: rows.map((row) => presentClient(context, row)),
        count: rows.length
    });
}
