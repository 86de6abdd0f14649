import { hasType } from '../../values/typeOf.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';

/** Whether a value's class has a platform interface, by its full name or without `System.`. */
export function hasInterface(value: unknown, name: string): boolean {
    return hasType(value) && hasParent(value.$type, name.toLowerCase());
}

function hasParent(type: RuntimeType, name: string): boolean {
    const own = type.name.toLowerCase().replace(/<.*>$/, '');
    return (
        own === name ||
        own === `system.${name}` ||
        type.parents.some((parent) => hasParent(parent, name))
    );
}
