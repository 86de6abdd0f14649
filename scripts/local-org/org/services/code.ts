import { annotatedMethod, type EntryPoint } from '../../apex/kernel/entryPoints.ts';
import { toApexError } from '../../apex/kernel/errors.ts';
import { runTransaction } from '../../apex/execution.ts';
import { deserializeFromAura, serializeForAura } from '../../apex/library/json/aura.ts';
import { ApexException } from '../../apex/values/index.ts';
import type { ApexCall, ApexCallError, ApexOutcome } from '../../server/orgClient.ts';
import { hasClassAccess } from './classAccess.ts';
import type { LocalOrg } from '../localOrg.ts';

/**
 * A component's call of an `@AuraEnabled` method, in a transaction of its own. Whoever asks needs
 * access to the class.
 */
export function invokeApex(org: LocalOrg, call: ApexCall): ApexOutcome {
    const method = annotatedMethod(org.program, call.className, call.methodName, 'auraenabled');
    if (!method || !hasClassAccess(org, call.userId, method.className)) {
        return { error: noAccess(call) };
    }
    const cacheable = method.annotation['cacheable'] === true;
    if (call.cacheable && !cacheable) {
        return { error: notCacheable(call) };
    }
    return run(org, call, method, cacheable);
}

function run(org: LocalOrg, call: ApexCall, method: EntryPoint, cacheable: boolean): ApexOutcome {
    const options = { userId: call.userId, quiddity: 'AURA' as const };
    try {
        const { value, execution } = runTransaction(org.apex, options, () =>
            serializeForAura(method.call(argumentsOf(org, method, call.params)))
        );
        org.onTransaction?.(call, execution.limits);
        return { returnValue: value, cacheable };
    } catch (error) {
        return { error: toCallError(org, error) };
    }
}

/** By name; what the browser leaves out is null. */
function argumentsOf(
    org: LocalOrg,
    method: EntryPoint,
    params: ApexCall['params']
): readonly unknown[] {
    return method.parameters.map(({ name, type }) =>
        deserializeFromAura(params[name] ?? null, org.program.linker.runtimeType(type))
    );
}

/** What is no Apex exception is a fault of the local org: told in the terminal as well. */
export function toCallError(org: LocalOrg, error: unknown): ApexCallError {
    const translated = toApexError(error);
    if (translated instanceof ApexException) {
        return {
            exceptionType: translated.getTypeName(),
            isUserDefinedException: translated.$type.hooks !== undefined,
            message: translated.getMessage() ?? '',
            stackTrace: translated.getStackTraceString()
        };
    }
    org.log(translated instanceof Error ? (translated.stack ?? '') : String(translated));
    return {
        exceptionType: 'System.UnexpectedException',
        isUserDefinedException: false,
        message: translated instanceof Error ? translated.message : String(translated),
        stackTrace: ''
    };
}

function noAccess({ className }: ApexCall): ApexCallError {
    return {
        exceptionType: 'System.NoAccessException',
        isUserDefinedException: false,
        message: `You do not have access to the Apex class named '${className}'.`,
        stackTrace: ''
    };
}

function notCacheable({ className, methodName }: ApexCall): ApexCallError {
    return {
        exceptionType: 'System.AuraException',
        isUserDefinedException: false,
        message: `The method ${className}.${methodName} is not annotated @AuraEnabled(cacheable=true).`,
        stackTrace: ''
    };
}
