import { createHmac } from 'node:crypto';
import type { JsonObject } from '../../http/json.ts';
import { isObject, text } from '../../http/json.ts';
import type { Account } from '../../account.ts';
import type { Invocation, Webhook } from '../../store/records.ts';
import type { Acting } from '../acting.ts';
import { ulid } from './ulid.ts';

/** Key of test calls of a webhook that was not saved yet; public by Zendesk's documentation. */
export const TEST_SECRET = 'dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
    json: 'application/json; charset=utf-8',
    xml: 'application/xml; charset=utf-8',
    form_encoded: 'application/x-www-form-urlencoded; charset=utf-8'
};

/**
 * base64(HMAC-SHA256(secret as it is written, timestamp + body)).
 * Source: https://developer.zendesk.com/documentation/webhooks/verifying/
 */
export const signature = (secret: string, timestamp: string, body: string): string =>
    createHmac('sha256', secret)
        .update(timestamp + body)
        .digest('base64');

/** What of a webhook a call needs. */
export type Target = Pick<
    Webhook,
    | 'id'
    | 'endpoint'
    | 'http_method'
    | 'request_format'
    | 'authentication'
    | 'custom_headers'
    | 'signing_secret'
>;

export interface Answer {
    /** null when there was no answer. */
    readonly status: number | null;
    readonly headers: readonly { readonly key: string; readonly value: string }[];
    readonly payload: string;
    readonly retryAfter: number | null;
}

/** One call, signed. Never rejects: no answer is an answer too. */
export async function call(
    account: Account,
    target: Target,
    invocationId: string,
    body: string
): Promise<Answer> {
    const hasBody = !['GET', 'DELETE'].includes(target.http_method);
    try {
        const response = await fetch(target.endpoint, {
            method: target.http_method,
            headers: headersOf(account, target, invocationId, hasBody ? body : ''),
            redirect: 'manual',
            signal: AbortSignal.timeout(account.settings.webhookTimeout),
            ...(hasBody && { body })
        });
        return {
            status: response.status,
            headers: [...response.headers].map(([key, value]) => ({ key, value })),
            payload: await response.text(),
            retryAfter: Number(response.headers.get('retry-after') ?? Number.NaN)
        };
    } catch (error) {
        const payload = error instanceof Error ? error.message : String(error);
        return { status: null, headers: [], payload, retryAfter: null };
    }
}

function headersOf(
    account: Account,
    target: Target,
    invocationId: string,
    body: string
): Record<string, string> {
    const timestamp = new Date(account.clock.now()).toISOString();
    return {
        'Content-Type': CONTENT_TYPES[target.request_format] ?? 'application/json; charset=utf-8',
        'User-Agent': 'Zendesk Webhook',
        'X-Zendesk-Account-Id': String(account.id),
        'X-Zendesk-Webhook-Id': target.id,
        'X-Zendesk-Webhook-Invocation-Id': invocationId,
        'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
        'X-Zendesk-Webhook-Signature': signature(target.signing_secret, timestamp, body),
        ...ownHeaders(target.custom_headers),
        ...authorization(target.authentication)
    };
}

const ownHeaders = (headers: JsonObject | null): Record<string, string> =>
    Object.fromEntries(
        Object.entries(headers ?? {}).flatMap(([name, value]) => {
            const string = text(value);
            return string === null ? [] : [[name, string]];
        })
    );

function authorization(authentication: JsonObject | null): Record<string, string> {
    const data = isObject(authentication?.['data']) ? authentication['data'] : {};
    const value = (name: string) => text(data[name]) ?? '';
    switch (authentication?.['type']) {
        case 'basic_auth': {
            const credentials = `${value('username')}:${value('password')}`;
            return { Authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
        }
        case 'bearer_token':
            return { Authorization: `Bearer ${value('token')}` };
        case 'api_key':
            return { [value('name')]: value('value') };
        default:
            return {};
    }
}

/** Calls a webhook now; what fails is tried again as Zendesk does. */
export function invokeWebhook(acting: Acting, webhookId: string, body: string): void {
    const { account } = acting;
    const webhook = account.store.webhooks.find(webhookId);
    if (webhook === null || webhook.status !== 'active') {
        return;
    }
    const invocation: Invocation = {
        id: ulid(account),
        webhook_id: webhook.id,
        status: account.circuits.isOpen(webhook.id) ? 'circuit broken' : 'pending',
        attempts: [],
        latest_completed_at: null,
        status_code: null,
        created_at: new Date(account.clock.now()).toISOString()
    };
    account.store.invocations.put(invocation);
    if (invocation.status === 'pending') {
        attempt(account, webhook, invocation.id, body);
    }
}

/** A delivery belongs to the account that was there when it began; after a reset it is forgotten. */
function attempt(account: Account, webhook: Webhook, id: string, body: string): void {
    const { store } = account;
    const delivery = call(account, webhook, id, body).then((answer) => {
        const invocation = store.invocations.find(id);
        if (account.store !== store || invocation === null) {
            return;
        }
        account.circuits.record(webhook.id, !isSuccess(answer));
        const pause = retryPause(account, answer, invocation.attempts.length + 1);
        store.invocations.put(completed(account, invocation, body, answer, pause !== null));
        if (pause !== null) {
            account.scheduler.after(pause, () => attempt(account, webhook, id, body));
        }
    });
    account.scheduler.track(delivery);
}

/**
 * Milliseconds until the next try, or null when there is none: 409 up to 3 tries, no answer up to 5,
 * 429 and 503 only when told to come back within a minute.
 * Source: https://support.zendesk.com/hc/en-us/articles/1260803996569
 */
function retryPause(account: Account, answer: Answer, tries: number): number | null {
    const { webhookRetryDelay } = account.settings;
    switch (answer.status) {
        case 409:
            return tries < 3 ? webhookRetryDelay : null;
        case null:
            return tries < 5 ? webhookRetryDelay : null;
        case 429:
        case 503: {
            const { retryAfter } = answer;
            return retryAfter !== null && retryAfter < 60 && tries < 3 ? retryAfter * 1000 : null;
        }
        default:
            return null;
    }
}

const isSuccess = ({ status }: Answer): boolean => status !== null && status < 400;

function completed(
    account: Account,
    invocation: Invocation,
    body: string,
    answer: Answer,
    isRetried: boolean
): Invocation {
    const now = new Date(account.clock.now()).toISOString();
    const made = {
        id: ulid(account),
        invocation_id: invocation.id,
        status: isSuccess(answer) ? 'success' : 'failed',
        status_code: answer.status,
        completed_at: now,
        request: { body },
        response: { body: answer.payload.slice(0, 2000) }
    };
    return {
        ...invocation,
        attempts: [...invocation.attempts, made],
        latest_completed_at: now,
        status_code: answer.status,
        status: isSuccess(answer) ? 'success' : isRetried ? 'pending' : 'failed'
    };
}
