import type { Context } from './exchange.ts';

const ON_ONE: Readonly<Record<string, string>> = {
    PUT: 'update',
    PATCH: 'update',
    DELETE: 'destroy'
};

/** Business rules live in a module of their own at Zendesk. */
const RULES: readonly string[] = ['triggers', 'automations', 'macros', 'views'];

/**
 * Controller and action, as messages of Zendesk name the place of a mistake: `users/show`,
 * `tickets/update_many`, `rules/triggers/create`.
 */
export function placeOf({ route, method }: Context): string {
    const segments = (route?.path ?? '').split('/').slice(3);
    const last = segments.at(-1) ?? '';
    const names = segments.filter((segment) => !segment.startsWith(':'));
    if (last.startsWith(':')) {
        return place(names.at(-1), ON_ONE[method] ?? 'show');
    }
    return names.length === 1 || last.endsWith('s')
        ? place(last, method === 'POST' ? 'create' : (ON_ONE[method] ?? 'index'))
        : place(names.at(-2), last);
}

const place = (controller = '', action: string): string =>
    `${RULES.includes(controller) ? 'rules/' : ''}${controller}/${action}`;
