import { lineage } from '../types/members.ts';
import type { FieldInfo } from '../types/declaration.ts';
import { text } from './names.ts';
import type { Scope } from './scope.ts';
import { ownFieldPath } from './variables.ts';

const BINDING_METHODS = new Set(['query', 'countquery', 'getquerylocator', 'getcursor']);

/** `Database.query` and its kin read `:name` from the variables around the call. */
export function isBindingCall(owner: string, method: string): boolean {
    return owner === 'System.Database' && BINDING_METHODS.has(method.toLowerCase());
}

/** A function from a name (lower case) to the variable's value; undefined for other names. */
export function bindScope(scope: Scope): string {
    const cases = new Map<string, string>();
    for (const field of fieldsInSight(scope))
        cases.set(field.name.toLowerCase(), ownFieldPath(field, scope));
    for (const variable of scope.visible()) cases.set(variable.name.toLowerCase(), variable.js);
    const branches = [...cases].map(([name, js]) => `case ${text(name)}: return ${js};`);
    return `($name) => { switch ($name) { ${branches.join(' ')} } }`;
}

function fieldsInSight(scope: Scope): FieldInfo[] {
    const own = [...lineage(scope.decl.type)].flatMap((type) => type.decl?.fields() ?? []);
    const around = scope.decl.outer?.fields().filter((field) => field.isStatic) ?? [];
    return [...around, ...own].filter(
        (field) => field.owner.origin === 'user' && (field.isStatic || !scope.isStatic)
    );
}
