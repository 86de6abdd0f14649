import { describe, expect, test } from '@jest/globals';
import type { Route } from '../http/exchange.ts';
import { isObject } from '../http/json.ts';
import { routes } from '../routes/index.ts';
import { Random } from '../store/ids.ts';
import { createClient, type Answer, type Client } from './support.ts';

const VALUES: readonly string[] = [
    'null',
    'true',
    '-1',
    '1.5',
    '1e400',
    '""',
    '"x"',
    '"\\u0000\\ud800"',
    '"2026-13-45"',
    '[]',
    '[null]',
    '[[]]',
    '["a"]',
    '[{}]',
    '[{"id":null,"value":{}}]',
    '{}',
    '{"id":{}}',
    '{"__proto__":{"x":1},"constructor":{"prototype":1}}'
];

const NAMES: readonly string[] =
    'id ids name type value email role title status subject comment body tags fields key position conditions actions all any user_id organization_id ticket_id group_id external_id custom_fields user_fields requester collaborators followers email_ccs endpoint subscriptions authentication scopes client_id redirect_uri query token identities domain_names policy_metrics filter ticket_field_ids variants content locale_id safe_update updated_stamp __proto__ constructor toString'.split(
        ' '
    );

const QUERIES: readonly string[] =
    'ids= ids=1,x page=x page=-1 per_page=0 page[size]=x page[size]=101 page[after]=x page[before]=W10= sort=x sort_by=x include=x,users query=" query=created>x query=-( start_time=x start_time=1 cursor=x filter[type]=x role=x external_ids=a name= since=x locale=x'.split(
        ' '
    );

const IDS: readonly string[] = [
    '1',
    '2',
    '0',
    '-1',
    'x',
    '99999999999999999999',
    '%00',
    '__proto__'
];

/** Requests that no client should send, the same ones every time. */
class Nonsense {
    private readonly random = new Random(7);

    pathOf(route: Route): string {
        const path = route.path.replaceAll(/:\w+/g, () => this.random.pick(IDS));
        return `${path}?${encodeURI(this.random.pick(QUERIES))}`;
    }

    bodyOf(route: Route): string {
        const names = route.path.split('/').filter((part) => part !== '' && !part.startsWith(':'));
        const plural = names.at(-1) ?? '';
        const keys = [plural, plural.replace(/ies$/, 'y').replace(/s$/, ''), names[2] ?? ''];
        return `{${keys.map((key) => `"${key}":${this.value(2)}`).join(',')}}`;
    }

    private value(depth: number): string {
        if (depth === 0) {
            return this.random.pick(VALUES);
        }
        const members = [1, 2, 3, 4].map(
            () => `"${this.random.pick(NAMES)}":${this.value(depth - 1)}`
        );
        const object = `{${members.join(',')}}`;
        return this.random.pick([object, object, `[${object}]`, this.random.pick(VALUES)]);
    }
}

const hasEnvelope = ({ body }: Answer): boolean =>
    isObject(body) && (body['error'] !== undefined || body['errors'] !== undefined);

async function ask(client: Client, route: Route, nonsense: Nonsense): Promise<string[]> {
    const path = nonsense.pathOf(route);
    const body = route.method === 'GET' ? undefined : nonsense.bodyOf(route);
    const answer = await client.send(route.method, path, body);
    const isPage = /^\/(agent|oauth\/authorizations)\b/.test(route.path);
    const isWrong =
        answer.status >= 500 || (answer.status >= 400 && !isPage && !hasEnvelope(answer));
    return isWrong ? [`${route.method} ${path} ${body}: ${answer.status} ${answer.text}`] : [];
}

describe('nonsense', () => {
    test('every route answers it with an envelope, and none breaks', async () => {
        const nonsense = new Nonsense();
        const wrong: string[] = [];
        let client = createClient({ plan: 'unlimited' });
        for (const [at, route] of [...routes, ...routes, ...routes].entries()) {
            // What an earlier request did may matter, unless it withdrew the token.
            client = at % 20 === 0 ? createClient({ plan: 'unlimited' }) : client;
            wrong.push(...(await ask(client, route, nonsense)));
        }
        expect(wrong).toEqual([]);
        expect(({} as { x?: number }).x).toBeUndefined();
    });
});
