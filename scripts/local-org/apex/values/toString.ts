import { hasType } from './typeOf.ts';
import type { RuntimeType } from './runtimeType.ts';

/** Collections are shown up to this many elements, then an ellipsis. */
const SHOWN = 10;
const inProgress = new Set<object>();

/** A value as concatenation and the debug log show it. */
export function describeValue(value: unknown): string {
    if (value === null || value === undefined) {
        return 'null';
    }
    if (typeof value !== 'object') {
        return String(value);
    }
    if (inProgress.has(value)) {
        return '(already output)';
    }
    inProgress.add(value);
    try {
        return describeObject(value);
    } finally {
        inProgress.delete(value);
    }
}

/** Elements of a collection, cut off as the platform does. */
export function describeAll(values: readonly unknown[]): string[] {
    const shown = values.slice(0, SHOWN).map((value) => describeValue(value));
    return values.length > SHOWN ? [...shown, '...'] : shown;
}

function describeObject(value: object): string {
    const hasOwnText = value.toString !== Object.prototype.toString;
    if (hasOwnText || !hasType(value)) {
        return String(value.toString());
    }
    return describeMembers(value, value.$type);
}

/** An instance of a user class without `toString`: `Point:[x=1, y=2]`, inner classes by their own name. */
function describeMembers(value: object, type: RuntimeType): string {
    const members = (type.hooks?.members ?? []).map(
        (member) => `${member.name}=${describeValue(member.read(value))}`
    );
    return `${type.name.slice(type.name.lastIndexOf('.') + 1)}:[${members.join(', ')}]`;
}
