import { deserializeFromAura, serializeForAura, type AuraValue } from '../library/json/aura.ts';
import type { EntryPoint } from './entryPoints.ts';
import type { ApexProgram } from './program.ts';

/** Plain JSON arguments by the names of the parameters; names ignore case, absent ones are null. */
export type JsonArguments = Readonly<Record<string, unknown>>;

/**
 * Calls an entry point (`@AuraEnabled` and the like) in the current transaction with JSON arguments
 * and gives its result as JSON.
 * @throws ApexException as the method threw it; a JSONException when an argument doesn't fit
 */
export function callWithJson(
    program: ApexProgram,
    point: EntryPoint,
    given: JsonArguments
): AuraValue {
    const byName = new Map(
        Object.entries(given).map(([name, value]) => [name.toLowerCase(), value])
    );
    const args = point.parameters.map(({ name, type }) =>
        deserializeFromAura(
            byName.get(name.toLowerCase()) ?? null,
            program.linker.runtimeType(type)
        )
    );
    return serializeForAura(point.call(args));
}
