import { bodyText, isObject, parseObject } from '../http/request.ts';
import { json, restError } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { ApexCall } from '../orgClient.ts';
import type { Services } from '../services.ts';

const EXECUTE = 'aura://ApexActionController/ACTION$execute';

interface AuraAction {
    readonly id: string;
    readonly call: ApexCall;
}

/**
 * Apex calls of components. Lightning Experience sends them to `/aura` as actions of the
 * ApexActionController, form-encoded (`message`, `aura.context`, `aura.token`); so does this shell.
 */
export function auraRoutes({ org }: Services): readonly Route[] {
    return [
        {
            access: 'api',
            method: 'POST',
            path: '/aura',
            async handle(request) {
                const actions = readActions(request);
                if (!actions) return restError(400, 'INVALID_REQUEST', 'Malformed Aura message');
                return respond(await Promise.all(actions.map((action) => execute(action, org))));
            }
        }
    ];
}

function readActions(request: UserRequest): readonly AuraAction[] | undefined {
    const form = new URLSearchParams(bodyText(request));
    const actions = parseObject(form.get('message') ?? '')?.['actions'];
    if (!Array.isArray(actions)) return undefined;
    const read = actions.map((action: unknown) => readAction(action, request.user.id));
    return read.every((action) => action !== undefined) ? read : undefined;
}

function readAction(action: unknown, userId: string): AuraAction | undefined {
    if (!isObject(action) || action['descriptor'] !== EXECUTE) return undefined;
    const { id, params: call } = action;
    if (!isObject(call)) return undefined;
    const { namespace, classname, method, params, cacheable } = call;
    if (typeof classname !== 'string' || typeof method !== 'string') return undefined;
    return {
        id: String(id),
        call: {
            userId,
            namespace: typeof namespace === 'string' ? namespace : '',
            className: classname,
            methodName: method,
            params: isObject(params) ? params : {},
            cacheable: cacheable === true
        }
    };
}

async function execute({ id, call }: AuraAction, org: Services['org']) {
    const outcome = await org.invokeApex(call);
    if ('error' in outcome)
        return { id, state: 'ERROR', returnValue: null, error: [outcome.error] };
    const { returnValue, cacheable } = outcome;
    return { id, state: 'SUCCESS', returnValue: { returnValue, cacheable }, error: [] };
}

function respond(actions: readonly unknown[]): HttpResponse {
    return json({ actions, context: { mode: 'PROD', app: 'one:one' } });
}
