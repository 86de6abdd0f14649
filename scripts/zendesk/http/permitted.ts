import { misfit, type Attributes } from './attributes.ts';
import type { Context } from './exchange.ts';
import type { JsonObject } from './json.ts';
import { invalidAttribute } from './parameters.ts';

/**
 * The attributes that may be written. The others are dropped without an error, and a header says
 * so, as Zendesk does.
 * @throws ApiError 400 for a value of the wrong type
 */
export function permitted(
    context: Context,
    key: string,
    values: JsonObject,
    attributes: Attributes
): JsonObject {
    demandKinds(context, key, values, attributes);
    const refused = Object.keys(values).filter((name) => !Object.hasOwn(attributes, name));
    if (refused.length > 0) {
        warn(
            context,
            refused.map((name) => `"${key}.${name}"`)
        );
    }
    return Object.fromEntries(
        Object.entries(values).filter(([name]) => Object.hasOwn(attributes, name))
    );
}

/** @throws ApiError 400 for a value of the wrong type */
export function demandKinds(
    context: Context,
    key: string,
    values: JsonObject,
    attributes: Attributes
): void {
    const found = misfit(key, values, attributes);
    if (found !== null) {
        throw invalidAttribute(context, found.name, found.rule);
    }
}

function warn(context: Context, refused: readonly string[]): void {
    const controller = context.route?.path.split('/')[3] ?? '';
    const action = context.method === 'POST' ? 'create' : 'update';
    context.responseHeaders['x-zendesk-api-warn'] = printable(
        `{:allowed_parameters=>{:controller=>"${controller}", :action=>"${action}", ` +
            `:unpermitted_keys=>[${refused.join(', ')}], :invalid_values=>[]}}`
    );
}

/** A header carries printable ASCII only. */
const printable = (value: string): string => value.replace(/[^\x20-\x7e]/g, '?').slice(0, 2000);
