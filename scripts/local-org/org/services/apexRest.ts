import { runTransaction } from '../../apex/execution.ts';
import type { EntryPoint } from '../../apex/kernel/entryPoints.ts';
import { openExchange, RestRequest as ApexRequest } from '../../apex/library/http/rest.ts';
import type { RestResponse as ApexResponse } from '../../apex/library/http/rest.ts';
import { readTyped } from '../../apex/library/json/deserialize.ts';
import { parseJson } from '../../apex/library/json/parse.ts';
import type { JsonNode } from '../../apex/library/json/tree.ts';
import { serialize } from '../../apex/library/json/serialize.ts';
import { ApexBlob } from '../../apex/values/blob.ts';
import type { RestRequest, RestResponse } from '../../server/orgClient.ts';
import type { LocalOrg } from '../localOrg.ts';
import { hasClassAccess } from './classAccess.ts';
import { asRefusal, notParsed, parsed, refused, RestRefusal } from './restRefusal.ts';
import { findResource, type RestResource } from './restResources.ts';

/**
 * A request to a class annotated `@RestResource`, in a transaction of its own. Only JSON is served.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_rest_methods.htm
 */
export function apexRest(org: LocalOrg, request: RestRequest): RestResponse {
    try {
        const resource = getResource(org, request);
        return run(org, request, { resource, method: getMethod(resource, request) });
    } catch (error) {
        return refused(asRefusal(org, error));
    }
}

function getResource(org: LocalOrg, { path, userId }: RestRequest): RestResource {
    const resource = findResource(org.program, path);
    if (!resource) {
        throw new RestRefusal(404, 'NOT_FOUND', 'Could not find a match for URL');
    }
    if (userId === null || !hasClassAccess(org, userId, resource.className)) {
        const message = `You do not have access to the Apex class named: ${resource.className}`;
        throw new RestRefusal(403, 'FORBIDDEN', message);
    }
    return resource;
}

function getMethod({ methods }: RestResource, { method }: RestRequest): EntryPoint {
    const found = methods.get(method);
    if (!found) {
        const allowed = [...methods.keys()].join(',');
        const message = `HTTP Method '${method}' not allowed. Allowed are ${allowed}`;
        throw new RestRefusal(405, 'METHOD_NOT_ALLOWED', message);
    }
    return found;
}

interface Target {
    readonly resource: RestResource;
    readonly method: EntryPoint;
}

function run(org: LocalOrg, request: RestRequest, { resource, method }: Target): RestResponse {
    const options = { userId: request.userId ?? '', quiddity: 'REST' as const };
    return runTransaction(org.apex, options, () => {
        const response = openExchange(toApex(request, { resource, method }));
        const value = method.call(parsed(() => argumentsOf(org, method, request)));
        if (method.returns.kind !== 'void') {
            response.responseBody = ApexBlob.ofText(serialize(value, false, false));
        }
        return fromApex(response);
    }).value;
}

/** The body goes to the method's parameters if it has any, to `requestBody` otherwise. */
function toApex(request: RestRequest, { resource, method }: Target): ApexRequest {
    const apex = new ApexRequest();
    apex.httpMethod = request.method;
    apex.requestURI = request.path;
    apex.resourcePath = `/services/apexrest${resource.mapping}`;
    apex.remoteAddress = '127.0.0.1';
    apex.requestBody = method.parameters.length === 0 ? new ApexBlob(request.body) : null;
    Object.entries(request.headers).forEach(([name, value]) => apex.addHeader(name, value));
    Object.entries(request.query).forEach(([name, value]) => apex.addParameter(name, value));
    return apex;
}

/** By name, from the members of the body; a member that no parameter takes is an error. */
function argumentsOf(
    org: LocalOrg,
    { parameters }: EntryPoint,
    { body }: RestRequest
): readonly unknown[] {
    if (parameters.length === 0) {
        return [];
    }
    const members = membersOf(body);
    requireKnown([...members.keys()], parameters);
    return parameters.map(({ name, type }) => {
        const node = members.get(name);
        const options = { strict: false, exposes: null };
        return node ? readTyped(node, org.program.linker.runtimeType(type), options) : null;
    });
}

function membersOf(body: Uint8Array): ReadonlyMap<string, JsonNode> {
    const node = parseJson(Buffer.from(body).toString('utf8'));
    if (node.kind !== 'object') {
        throw notParsed('The body is not a JSON object');
    }
    return new Map(node.entries);
}

function requireKnown(names: readonly string[], parameters: EntryPoint['parameters']): void {
    const unknownName = names.find((name) => !parameters.some((known) => known.name === name));
    if (unknownName !== undefined) {
        throw notParsed(`Unexpected parameter encountered during deserialization: ${unknownName}`);
    }
}

function fromApex({ statusCode, headers, responseBody }: ApexResponse): RestResponse {
    const own = [...headers.pairs()].map(([name, value]) => [
        String(name).toLowerCase(),
        String(value)
    ]);
    return {
        status: statusCode ?? 200,
        headers: { 'content-type': 'application/json;charset=UTF-8', ...Object.fromEntries(own) },
        body: responseBody?.bytes ?? new Uint8Array()
    };
}
