import { bodyJson } from '../http/request.ts';
import { json, restError } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { ActionOutcome, OrgClient } from '../orgClient.ts';
import type { Services } from '../services.ts';
import { dataRoute } from './dataRoute.ts';

/**
 * Invocable Apex actions, as flows and other systems call them: by the name of the class.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_action.meta/api_action/actions_obj_apex.htm
 */
export function actionRoutes({ org }: Services): readonly Route[] {
    return [dataRoute(org, 'POST', '/actions/custom/apex/{action}', invoke)];
}

async function invoke(request: UserRequest, org: OrgClient): Promise<HttpResponse> {
    const inputs = bodyJson(request)?.['inputs'];
    if (!Array.isArray(inputs)) {
        return restError(400, 'JSON_PARSER_ERROR', 'The request body needs "inputs", a list');
    }
    const className = request.params['action'] ?? '';
    return respond(
        className,
        await org.invokeAction({ userId: request.user.id, className, inputs })
    );
}

/** One result for each input. An exception is that of all. */
function respond(actionName: string, outcome: ActionOutcome): HttpResponse {
    if ('missing' in outcome) {
        return restError(404, 'NOT_FOUND', `There is no accessible action ${actionName}`);
    }
    if ('error' in outcome) {
        const { message } = outcome.error;
        const errors = [{ statusCode: 'UNKNOWN_EXCEPTION', message, fields: [] }];
        return json([{ actionName, errors, isSuccess: false, outputValues: null }], 400);
    }
    return json(
        outcome.outputs.map((outputValues) => ({
            actionName,
            errors: null,
            isSuccess: true,
            outputValues
        }))
    );
}
