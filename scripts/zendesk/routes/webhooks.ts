import { call, TEST_SECRET, type Target } from '../domain/webhooks/delivery.ts';
import { ulid } from '../domain/webhooks/ulid.ts';
import { ApiError } from '../http/errors.ts';
import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, isObject, text, texts, type Json, type JsonObject } from '../http/json.ts';
import { CURSOR_ONLY, inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, signedIn } from '../http/parameters.ts';
import type { Invocation, Webhook } from '../store/records.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const FORMATS = ['json', 'xml', 'form_encoded'];
const STATUSES = ['active', 'inactive'];
const CONDITIONAL = 'conditional_ticket_events';
const SUBSCRIPTION = /^(conditional_ticket_events|zen:event-type:[a-z_]+\.[a-z_]+)$/;

/** Secrets are never returned. */
function present(webhook: Webhook): JsonObject {
    const { signing_secret: _, authentication, custom_headers: headers, ...shown } = webhook;
    return {
        ...shown,
        ...(authentication !== null && { authentication: withoutSecrets(authentication) }),
        ...(headers !== null && { custom_headers: headers })
    };
}

function withoutSecrets(authentication: JsonObject): JsonObject {
    const data = isObject(authentication['data']) ? authentication['data'] : {};
    const { password: _, token: __, value: ___, ...shown } = data;
    return { ...authentication, data: shown };
}

const problem = (code: string, title: string): ApiError => ApiError.listed(400, code, title);

function demandValid(webhook: Webhook): void {
    if (webhook.name.trim() === '') {
        throw problem('InvalidWebhook', 'name cannot be blank');
    }
    if (!/^https?:\/\/[^\s/]+/.test(webhook.endpoint)) {
        throw problem('InvalidWebhook', 'endpoint is not a valid URL');
    }
    if (!METHODS.includes(webhook.http_method)) {
        throw problem('InvalidWebhook', `http_method must be one of ${METHODS.join(', ')}`);
    }
    if (!FORMATS.includes(webhook.request_format)) {
        throw problem('InvalidWebhook', `request_format must be one of ${FORMATS.join(', ')}`);
    }
    if (!STATUSES.includes(webhook.status)) {
        throw problem('InvalidWebhook', 'status must be active or inactive');
    }
    const unknown = webhook.subscriptions.find((name) => !SUBSCRIPTION.test(name));
    if (unknown !== undefined) {
        throw problem('InvalidWebhook', `subscription ${unknown} is not valid`);
    }
    if (webhook.subscriptions.includes(CONDITIONAL) && webhook.subscriptions.length > 1) {
        throw problem(
            'InvalidWebhook',
            `${CONDITIONAL} cannot be combined with other subscriptions`
        );
    }
}

function written(webhook: Webhook, values: JsonObject): Webhook {
    const string = (name: string, kept: string) => text(values[name]) ?? kept;
    const object = (name: string, kept: JsonObject | null): JsonObject | null => {
        const value = values[name];
        return name in values ? (isObject(value) ? value : null) : kept;
    };
    return {
        ...webhook,
        name: string('name', webhook.name),
        description: 'description' in values ? text(values['description']) : webhook.description,
        status: string('status', webhook.status) as Webhook['status'],
        endpoint: string('endpoint', webhook.endpoint),
        http_method: string('http_method', webhook.http_method).toUpperCase(),
        request_format: string('request_format', webhook.request_format),
        authentication: object('authentication', webhook.authentication),
        custom_headers: object('custom_headers', webhook.custom_headers)
    };
}

const now = (context: Context): string => new Date(context.account.clock.now()).toISOString();

const newSecret = (context: Context): string =>
    Buffer.from(context.account.random.letters(32)).toString('base64');

function blank(context: Context): Webhook {
    return {
        id: ulid(context.account),
        name: '',
        description: null,
        status: 'active',
        endpoint: '',
        http_method: 'POST',
        request_format: 'json',
        subscriptions: [],
        authentication: null,
        custom_headers: null,
        signing_secret: newSecret(context),
        created_at: now(context),
        created_by: String(signedIn(context).id),
        updated_at: null,
        updated_by: null
    };
}

const one = (context: Context, id = context.params['id'] ?? ''): Webhook => {
    const webhook = context.account.store.webhooks.find(id);
    if (webhook === null) {
        throw ApiError.listed(404, 'WebhookNotFound', `Webhook ${id} not found`);
    }
    return webhook;
};

function create(context: Context): Reply {
    const clone = context.query.text('clone_webhook_id');
    const body = context.body();
    const values = clone !== null && !isObject(body) ? {} : envelope(body, 'webhook');
    const base = clone === null ? blank(context) : { ...one(context, clone), ...fresh(context) };
    const subscriptions =
        'subscriptions' in values ? texts(values['subscriptions']) : base.subscriptions;
    const webhook = { ...written(base, values), subscriptions };
    demandValid(webhook);
    context.account.store.webhooks.put(webhook);
    return created({ webhook: present(webhook) });
}

const fresh = (context: Context) => {
    const { id, signing_secret, created_at, created_by } = blank(context);
    return { id, signing_secret, created_at, created_by, updated_at: null, updated_by: null };
};

/** Subscriptions never change. @throws ApiError 400 when they would */
function demandSame(kept: readonly string[], values: JsonObject): void {
    const sent = 'subscriptions' in values ? texts(values['subscriptions']) : kept;
    if ([...sent].sort().join() !== [...kept].sort().join()) {
        throw problem('InvalidWebhook', 'subscriptions cannot be changed');
    }
}

function update(context: Context): Reply {
    const known = one(context);
    const values = envelope(context.body(), 'webhook');
    demandSame(known.subscriptions, values);
    const webhook = {
        ...written(known, values),
        updated_at: now(context),
        updated_by: String(signedIn(context).id)
    };
    demandValid(webhook);
    context.account.store.webhooks.put(webhook);
    return noContent();
}

function remove(context: Context): Reply {
    context.account.store.webhooks.remove(one(context).id);
    return noContent();
}

const BY_ID: Order<Webhook> = { name: 'id', key: (row) => row.id, isDescending: false };

function list(context: Context): Reply {
    const wanted = context.query.text('filter[name_contains]')?.toLowerCase() ?? '';
    const status = context.query.text('filter[status]');
    const rows = context.account.store.webhooks
        .all()
        .filter(
            (row) =>
                row.name.toLowerCase().includes(wanted) && (status ?? row.status) === row.status
        );
    const page = paginate(context, inOrder(rows, BY_ID), BY_ID, CURSOR_ONLY);
    return ok({ webhooks: page.rows.map(present), ...page.envelope });
}

const secret = (webhook: Webhook): Json => ({
    signing_secret: { secret: webhook.signing_secret, algorithm: 'SHA256' }
});

function resetSecret(context: Context): Reply {
    const signing_secret = newSecret(context);
    return created(secret(context.account.store.webhooks.patch(one(context), { signing_secret })));
}

/** A call that is not kept: of a saved webhook, of a new one, or of a saved one with changes. */
async function test(context: Context): Promise<Reply> {
    const id = context.query.text('webhook_id');
    const body = context.body();
    const request = isObject(body) && isObject(body['request']) ? body['request'] : {};
    const base =
        id === null ? { ...blank(context), signing_secret: TEST_SECRET } : one(context, id);
    const target: Target = written(base, request);
    if (target.endpoint === '') {
        throw problem('InvalidRequest', 'endpoint cannot be blank');
    }
    const answer = await call(
        context.account,
        target,
        ulid(context.account),
        text(request['payload']) ?? ''
    );
    return ok({
        response: {
            headers: answer.headers,
            status_code: answer.status ?? 0,
            payload: answer.payload
        }
    });
}

const NEWEST: Order<Invocation> = {
    name: 'created_at',
    key: (row) => row.created_at,
    isDescending: true
};

function invocations(context: Context): Reply {
    const webhook = one(context);
    const status = context.query.text('filter[status]');
    const rows = context.account.store.invocations
        .by('webhook', webhook.id)
        .filter((row) => status === null || row.status === status);
    const page = paginate(context, inOrder(rows, NEWEST), NEWEST, CURSOR_ONLY);
    return ok({
        invocations: page.rows.map((row) => ({
            id: row.id,
            status: row.status,
            status_code: row.status_code,
            latest_completed_at: row.latest_completed_at
        })),
        ...page.envelope
    });
}

function attempts(context: Context): Reply {
    const webhook = one(context);
    const row = context.account.store.invocations.find(context.params['invocationId'] ?? '');
    return ok({ attempts: existing(row?.webhook_id === webhook.id ? row : null).attempts });
}

const ALL = '/api/v2/webhooks';
const ONE = `${ALL}/:id`;

const routes: readonly Route[] = [
    { method: 'GET', path: ALL, handle: list },
    { method: 'POST', path: ALL, handle: create },
    { method: 'GET', path: ONE, handle: (context) => ok({ webhook: present(one(context)) }) },
    { method: 'PUT', path: ONE, handle: update },
    { method: 'PATCH', path: ONE, handle: update },
    { method: 'DELETE', path: ONE, handle: remove },
    { method: 'GET', path: `${ONE}/signing_secret`, handle: (context) => ok(secret(one(context))) },
    { method: 'POST', path: `${ONE}/signing_secret`, handle: resetSecret },
    { method: 'POST', path: `${ALL}/test`, handle: test },
    { method: 'GET', path: `${ONE}/invocations`, handle: invocations },
    { method: 'GET', path: `${ONE}/invocations/:invocationId/attempts`, handle: attempts }
];

export const webhookRoutes: readonly Route[] = routes.map((route) => ({
    ...route,
    access: 'admin'
}));
