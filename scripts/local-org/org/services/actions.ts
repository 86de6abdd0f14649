import { annotatedMethods, type EntryPoint } from '../../apex/kernel/entryPoints.ts';
import { runTransaction } from '../../apex/execution.ts';
import { deserializeFromAction, serializeForAction } from '../../apex/library/json/aura.ts';
import type { ActionCall, ActionOutcome } from '../../server/orgClient.ts';
import type { LocalOrg } from '../localOrg.ts';
import { hasClassAccess } from './classAccess.ts';
import { toCallError } from './code.ts';

/** An `@InvocableMethod` with all of its inputs, in a transaction of its own. */
export function invokeAction(org: LocalOrg, call: ActionCall): ActionOutcome {
    const method = annotatedMethods(org.program, 'invocablemethod').find(
        ({ className }) => className.toLowerCase() === call.className.toLowerCase()
    );
    if (!method || !hasClassAccess(org, call.userId, method.className)) {
        return { missing: true };
    }
    try {
        return { outputs: run(org, call, method) };
    } catch (error) {
        return { error: toCallError(org, error) };
    }
}

function run(
    org: LocalOrg,
    { userId, inputs }: ActionCall,
    method: EntryPoint
): readonly unknown[] {
    const { value } = runTransaction(org.apex, { userId, quiddity: 'REST' }, () =>
        serializeForAction(
            method.call(
                method.parameters.map(({ type }) =>
                    deserializeFromAction(inputs, org.program.linker.runtimeType(type))
                )
            )
        )
    );
    return Array.isArray(value) ? value : [];
}
