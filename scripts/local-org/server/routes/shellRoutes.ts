import { json, notFound, restErrors } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route } from '../http/router.ts';
import type { ObjectAccess, OrgClient, UserContext } from '../orgClient.ts';
import type { Services } from '../services.ts';
import { nameFieldOf } from '../uiapi/fieldPaths.ts';
import { isApiName } from '../uiapi/identifiers.ts';
import { iconOf } from '../uiapi/objectInfo.ts';

const HITS_PER_OBJECT = 4;
const LONGEST_TERM = 80;

/** Small data of the shell itself: global search and page layouts for its forms. */
export function shellRoutes({ org }: Services): readonly Route[] {
    return [
        {
            access: 'api',
            method: 'GET',
            path: '/_shell/search',
            async handle({ query, user }) {
                const term = (query.get('q') ?? '').trim().slice(0, LONGEST_TERM);
                return term.length < 2 ? json([]) : search(term, user, org);
            }
        },
        {
            access: 'api',
            method: 'GET',
            path: '/_shell/layout/{object}',
            async handle({ params, user }) {
                const name = params['object'] ?? '';
                const object = isApiName(name) && (await org.describeObject(user.id, name));
                if (!object) return notFound();
                const model = await org.recordPage(user.id, object.schema.name, 'Large');
                return json({ layoutSections: model.layoutSections });
            }
        }
    ];
}

async function search(term: string, user: UserContext, org: OrgClient): Promise<HttpResponse> {
    const apps = await org.listApps(user.id);
    const items = apps.flatMap((app) => app.items);
    const names = items.flatMap((item) => (item.kind === 'object' ? [item.objectApiName] : []));
    const objects = await Promise.all(
        [...new Set(names)].map((name) => org.describeObject(user.id, name))
    );
    const known = objects.filter((object) => object !== undefined);
    const found = await Promise.all(known.map((object) => hitsIn(object, term, user, org)));
    const errors = found.flatMap((hits) => ('error' in hits ? [hits.error] : []));
    if (errors.length > 0) return restErrors(400, errors);
    return json(found.flatMap((hits) => ('hits' in hits ? hits.hits : [])));
}

async function hitsIn(object: ObjectAccess, term: string, user: UserContext, org: OrgClient) {
    const name = nameFieldOf(object);
    const { schema } = object;
    const soql =
        `SELECT Id, ${name} FROM ${schema.name} ` +
        `WHERE ${name} LIKE '%${escapeLike(term)}%' ORDER BY ${name} LIMIT ${HITS_PER_OBJECT}`;
    const outcome = await org.query(user.id, soql);
    if ('error' in outcome) return { error: outcome.error };
    const hits = outcome.records.map(({ values }) => ({
        id: values['Id'],
        name: values[name],
        objectApiName: schema.name,
        label: schema.label,
        icon: iconOf(schema.name)
    }));
    return { hits };
}

/** Quotes, backslashes and wildcards of the term stand for themselves. */
function escapeLike(term: string): string {
    return term.replace(/[\\'%_]/g, (character) => `\\${character}`);
}
