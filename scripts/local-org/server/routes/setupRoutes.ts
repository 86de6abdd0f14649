import { bodyJson } from '../http/request.ts';
import { json, noContent, notFound, restError, restErrors } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { ConnectedAppPolicies, OrgClient, SetupOutcome } from '../orgClient.ts';
import type { Services } from '../services.ts';

const APPS = '/_shell/setup/connected-apps';

const PERMITTED_USERS = ['AllUsers', 'AdminApprovedPreAuthorized'] as const;
const IP_RELAXATIONS = [
    'Enforce',
    'EnforceRelaxRefresh',
    'RelaxWithSecondFactor',
    'Relax'
] as const;
const REFRESH_POLICIES = ['Immediate', 'NotUsed', 'Lifetime', 'Infinite'] as const;
const PERIOD_UNITS = ['Hours', 'Days', 'Months'] as const;

/** Data of Setup > Manage Connected Apps, for the shell alone. */
export function setupRoutes({ org }: Services): readonly Route[] {
    const route = (
        method: string,
        path: string,
        handle: (request: UserRequest, id: string) => Promise<HttpResponse>
    ): Route => ({
        access: 'api',
        method,
        path: APPS + path,
        handle: async (request) =>
            request.user.isAdministrator ? handle(request, request.params['id'] ?? '') : forbidden()
    });
    return [
        route('GET', '', async ({ user }) => json(await org.listConnectedApps(user.id))),
        route('GET', '/{id}', async ({ user }, id) => {
            const app = await org.connectedApp(user.id, id);
            return app ? json(app) : notFound();
        }),
        route('PUT', '/{id}/policies', async (request, id) => savePolicies(org, request, id)),
        route('PUT', '/{id}/profiles', async (request, id) =>
            select(request, (ids) => org.selectConnectedAppProfiles(request.user.id, id, ids))
        ),
        route('PUT', '/{id}/permission-sets', async (request, id) =>
            select(request, (ids) => org.selectConnectedAppPermissionSets(request.user.id, id, ids))
        )
    ];
}

async function savePolicies(
    org: OrgClient,
    request: UserRequest,
    id: string
): Promise<HttpResponse> {
    const policies = readPolicies(bodyJson(request) ?? {});
    if (!policies) return restError(400, 'INVALID_FIELD', 'Unknown or incomplete policies');
    return outcome(await org.saveConnectedAppPolicies(request.user.id, id, policies));
}

function readPolicies(body: Readonly<Record<string, unknown>>): ConnectedAppPolicies | undefined {
    const permittedUsers = oneOf(PERMITTED_USERS, body['permittedUsers']);
    const ipRelaxation = oneOf(IP_RELAXATIONS, body['ipRelaxation']);
    const refreshPolicy = oneOf(REFRESH_POLICIES, body['refreshPolicy']);
    if (!permittedUsers || !ipRelaxation || !refreshPolicy) return undefined;
    const timed = refreshPolicy === 'NotUsed' || refreshPolicy === 'Lifetime';
    const refreshPeriod = timed ? Number(body['refreshPeriod']) : null;
    const refreshPeriodUnit = timed ? oneOf(PERIOD_UNITS, body['refreshPeriodUnit']) : null;
    if (refreshPeriodUnit === undefined) return undefined;
    if (timed && !(Number.isInteger(refreshPeriod) && Number(refreshPeriod) > 0)) return undefined;
    return { permittedUsers, ipRelaxation, refreshPolicy, refreshPeriod, refreshPeriodUnit };
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
    return values.find((candidate) => candidate === value);
}

async function select(
    request: UserRequest,
    save: (ids: readonly string[]) => Promise<SetupOutcome>
): Promise<HttpResponse> {
    const ids = bodyJson(request)?.['ids'];
    if (!Array.isArray(ids) || !ids.every((id) => typeof id === 'string')) {
        return restError(400, 'INVALID_FIELD', 'The request body needs "ids", a list');
    }
    return outcome(await save(ids));
}

function outcome(result: SetupOutcome): HttpResponse {
    return 'error' in result ? restErrors(400, [result.error]) : noContent();
}

function forbidden(): HttpResponse {
    return restError(
        403,
        'INSUFFICIENT_ACCESS',
        'Setup needs the permission Customize Application'
    );
}
