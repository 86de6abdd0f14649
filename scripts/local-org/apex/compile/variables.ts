import type { Position } from '../syntax/ast.ts';
import type { FieldInfo } from '../types/declaration.ts';
import { findField } from '../types/members.ts';
import type { Type } from '../types/type.ts';
import { isUserDecl, type UserDecl } from '../types/userDecl.ts';
import { requireVisible } from './access.ts';
import { backingName, classTag, fieldName, text } from './names.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { nonNull, value, type Value } from './value.ts';

/** The value of a bare name: a local, a field of the class, or a static of a class around it. */
export function variable(name: string, at: Position, scope: Scope): Value | undefined {
    const local = scope.find(name);
    if (local) return local.isNonNull ? nonNull(local.js, local.type) : value(local.js, local.type);
    const found = fieldInScope(name, scope);
    if (!found) return undefined;
    requireReachable(found.field, at, scope);
    return value(ownFieldPath(found.field, scope), found.type);
}

/** A field seen without qualifier. */
export function fieldInScope(
    name: string,
    scope: Scope
): { readonly field: FieldInfo; readonly type: Type } | undefined {
    const own = findField(scope.decl.type, name);
    if (own && own.field.owner.origin === 'user') return own;
    for (let outer = scope.decl.outer; outer; outer = outer.outer) {
        const found = findField(outer.type, name);
        if (found?.field.isStatic) return found;
    }
    return undefined;
}

function requireReachable(field: FieldInfo, at: Position, scope: Scope): void {
    if (!field.isStatic && scope.isStatic) fail(at, `Variable does not exist: ${field.name}`);
    requireVisible(field, at, scope, 'Variable');
}

/** Where a field of the own class or of one around it lives. */
export function ownFieldPath(field: FieldInfo, scope: Scope): string {
    const isBacking =
        scope.accessorOf !== null && scope.accessorOf.toLowerCase() === field.name.toLowerCase();
    if (field.isStatic) return staticPath(field, scope, isBacking);
    return `this.${isBacking ? backingName(field.name) : fieldName(field)}`;
}

/** A static field, or a static property, which has a pair of functions. */
export function staticPath(field: FieldInfo, scope: Scope, isBacking = false): string {
    const owner = field.owner as UserDecl;
    if (field.isConstant) return enumConstant(owner, field.name, scope);
    const statics = scope.unit.staticsRef(owner);
    if (!field.isAccessor) return `${statics}.${fieldName(field)}`;
    return isBacking
        ? `${statics}.${backingName(field.name)}`
        : `${scope.unit.classRef(owner)}.${fieldName(field)}`;
}

function enumConstant(owner: UserDecl, name: string, scope: Scope): string {
    return `${scope.unit.classRef(owner)}.${name}`;
}

/** A static field reached by its class. */
export function staticField(field: FieldInfo, type: Type, at: Position, scope: Scope): Value {
    requireVisible(field, at, scope, 'Variable');
    const { owner } = field;
    if (isUserDecl(owner)) {
        const js = staticPath(field, scope, isOwnBacking(field, scope));
        return field.isConstant ? nonNull(js, type) : value(js, type);
    }
    scope.unit.use(owner.name, field.name, true, at.line);
    if (field.isConstant)
        return nonNull(
            `${scope.unit.constant(`$.platformEnum(${text(owner.name)})`)}.${field.name}`,
            type
        );
    return value(`${scope.unit.constant(`$.platform(${text(owner.name)})`)}.${field.name}`, type);
}

function isOwnBacking(field: FieldInfo, scope: Scope): boolean {
    return (
        scope.accessorOf !== null &&
        scope.accessorOf.toLowerCase() === field.name.toLowerCase() &&
        classTag(field.owner) === classTag(scope.decl)
    );
}
