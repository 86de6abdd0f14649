import type { Context } from './exchange.ts';
import type { JsonObject } from './json.ts';

/**
 * The attributes that may be written. The others are dropped without an error, and a header says
 * so, as Zendesk does.
 */
export function permitted(
    context: Context,
    key: string,
    values: JsonObject,
    allowed: ReadonlySet<string>
): JsonObject {
    const refused = Object.keys(values).filter((name) => !allowed.has(name));
    if (refused.length > 0) {
        const controller = context.route?.path.split('/')[3] ?? '';
        const action = context.method === 'POST' ? 'create' : 'update';
        const list = refused.map((name) => `"${key}.${name}"`).join(', ');
        context.responseHeaders['x-zendesk-api-warn'] = printable(
            `{:allowed_parameters=>{:controller=>"${controller}", :action=>"${action}", ` +
                `:unpermitted_keys=>[${list}], :invalid_values=>[]}}`
        );
    }
    return Object.fromEntries(Object.entries(values).filter(([name]) => allowed.has(name)));
}

/** A header carries printable ASCII only. */
const printable = (value: string): string => value.replace(/[^\x20-\x7e]/g, '?').slice(0, 2000);
