import { isSalesforceId } from './ids.ts';
import { systemException } from './exception.ts';
import { isAssignable, sameType, types } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';

/** The Apex type of a value that isn't null. */
export function typeOf(value: unknown): RuntimeType {
    switch (typeof value) {
        case 'boolean':
            return types.Boolean;
        case 'number':
            return types.Integer;
        case 'bigint':
            return types.Long;
        case 'string':
            return types.String;
        default:
            return hasType(value) ? value.$type : types.Object;
    }
}

export function hasType(value: unknown): value is { readonly $type: RuntimeType } {
    return typeof value === 'object' && value !== null && '$type' in value;
}

/** Apex's `instanceof`: false for null; true for any valid id when asked for Id. */
export function isInstance(value: unknown, type: RuntimeType): boolean {
    if (value === null || value === undefined) {
        return false;
    }
    if (typeof value === 'string' && sameType(type, types.Id)) {
        return isSalesforceId(value);
    }
    return isAssignable(typeOf(value), type);
}

/** A cast from Object or a wider class; TypeException when the value isn't of the type. */
export function castTo<T>(value: T, type: RuntimeType): T {
    if (value === null || isInstance(value, type)) {
        return value;
    }
    const from = describe(typeOf(value));
    throw systemException(
        'TypeException',
        `Invalid conversion from runtime type ${from} to ${describe(type)}`
    );
}

/** As the platform writes types in messages: without `System.` for its own classes. */
function describe(type: RuntimeType): string {
    return type.kind === 'object' ? 'ANY' : type.name;
}
