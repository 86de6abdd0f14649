import { ApiError } from '../http/errors.ts';
import type { Context } from '../http/exchange.ts';

/**
 * The granular scope resource by first path segment; what is not here takes `read` and `write`.
 * Source: https://developer.zendesk.com/api-reference/ticketing/oauth/oauth_tokens/#scopes
 */
const RESOURCES: Readonly<Record<string, string>> = {
    tickets: 'tickets',
    deleted_tickets: 'tickets',
    uploads: 'tickets',
    attachments: 'tickets',
    comment_redactions: 'tickets',
    problems: 'tickets',
    users: 'users',
    user_fields: 'users',
    deleted_users: 'users',
    organizations: 'organizations',
    organization_fields: 'organizations',
    organization_memberships: 'organizations',
    organization_merges: 'organizations',
    triggers: 'triggers',
    trigger_categories: 'triggers',
    automations: 'automations',
    webhooks: 'webhooks',
    macros: 'macros',
    requests: 'requests',
    satisfaction_ratings: 'satisfaction_ratings',
    dynamic_content: 'dynamic_content',
    targets: 'targets'
};

/** @throws ApiError 403 when the token's scopes do not cover the request */
export function demandScope(context: Context): void {
    const { scopes } = context.actor;
    if (context.route === null || context.route.access === 'anyone' || scopes === null) {
        return;
    }
    const right = context.method === 'GET' ? 'read' : 'write';
    const resource = resourceOf(context);
    const isCovered =
        resource === 'any' ||
        scopes.includes(right) ||
        (resource !== null && scopes.includes(`${resource}:${right}`));
    if (!isCovered) {
        throw ApiError.missingScope([right]);
    }
}

function resourceOf(context: Context): string | null {
    if (context.route?.scope !== undefined) {
        return context.route.scope;
    }
    const segment = context.route?.path.split('/')[3] ?? '';
    return RESOURCES[segment] ?? null;
}
