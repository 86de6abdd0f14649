import type { Position } from '../syntax/ast.ts';
import { findField } from '../types/members.ts';
import type { Type } from '../types/type.ts';
import { text } from './names.ts';
import { fail } from './problems.ts';
import { fieldToken, objectDescribe, objectToken } from './schemaParts.ts';
import type { Scope } from './scope.ts';
import type { Target } from './targets.ts';
import { nonNull, value, type Value } from './value.ts';
import { staticField } from './variables.ts';

type Qualifier = Extract<Target, { kind: 'qualifier' }>;

/** What `Qualifier.name` means: a static member, a token, an inner type, or a longer qualifier. */
export function qualifiedMember(
    before: Qualifier,
    name: string,
    at: Position,
    scope: Scope
): Target {
    const found =
        globalVariable(before, name, at, scope) ??
        staticMember(before, name, at, scope) ??
        schemaMember(before, name, scope);
    if (found) return { kind: 'value', value: found };
    const path = `${before.path}.${name}`;
    const decl = before.decl?.inner(name) ?? scope.unit.world.find(path, scope.decl);
    if (!decl && before.decl && !isNamespace(before.path) && before.decl.kind !== 'sobject')
        fail(at, `Variable does not exist: ${name}`);
    return { kind: 'qualifier', path, decl };
}

/** Names that are a class and a namespace at once. */
function isNamespace(path: string): boolean {
    return /^(system|schema|database|search|messaging|approval|quickaction|auth|cache)$/i.test(
        path
    );
}

/** `Trigger.new`, `Label.Greeting`, `Page.Home`; a class of the org of that name comes first. */
function globalVariable(
    { path, decl }: Qualifier,
    name: string,
    at: Position,
    scope: Scope
): Value | undefined {
    if (decl?.origin === 'user') return undefined;
    switch (path.toLowerCase().replace(/^system\./, '')) {
        case 'trigger':
            return triggerVariable(name, at, scope);
        case 'label':
            return label(name, at, scope);
        case 'page':
            return nonNull(`$.page(${text(name)})`, scope.unit.world.named('PageReference'));
        case 'sobjecttype':
        case 'schema.sobjecttype':
            return describeOf(name, scope);
        default:
            return undefined;
    }
}

function label(name: string, at: Position, scope: Scope): Value {
    if (!scope.unit.world.hasLabel(name)) fail(at, `External string does not exist: ${name}`);
    return nonNull(`$.label(null, ${text(name)})`, scope.unit.world.named('String'));
}

function describeOf(name: string, scope: Scope): Value | undefined {
    const object = scope.unit.world.object(name);
    return object && objectDescribe(object.name, scope);
}

function triggerVariable(name: string, at: Position, scope: Scope): Value | undefined {
    const { world, triggerObject } = scope.unit;
    const field = world.platformDecl('System.Trigger')?.field(name);
    if (!field) return undefined;
    scope.unit.use('System.Trigger', field.name, true, at.line);
    const js = `${scope.unit.constant('$.platform("System.Trigger")')}.${field.name}`;
    return value(js, triggerObject ? ofObject(field.type, triggerObject, scope) : field.type);
}

/** In a trigger the records are of its object. */
function ofObject(type: Type, object: Type, scope: Scope): Type {
    const { world } = scope.unit;
    if (type.kind === 'list') return world.listOf(object);
    return type.kind === 'map' ? world.generic('Map', [world.named('Id'), object]) : type;
}

function staticMember(
    { decl }: Qualifier,
    name: string,
    at: Position,
    scope: Scope
): Value | undefined {
    if (!decl || decl.kind === 'sobject') return undefined;
    const found = findField(decl.type, name);
    if (!found) return undefined;
    if (!found.field.isStatic) return undefined;
    return staticField(found.field, found.type, at, scope);
}

/** Tokens: `Account.SObjectType`, `Account.Name`, `Account.fields`. */
function schemaMember({ path, decl }: Qualifier, name: string, scope: Scope): Value | undefined {
    const object = decl?.kind === 'sobject' ? decl : tokenObject(path, decl?.origin, scope);
    if (!object) return undefined;
    if (/^sobjecttype$/i.test(name)) return objectToken(object.name, scope);
    if (/^fields$/i.test(name) && !findField(object.type, name))
        return {
            ...objectToken(object.name, scope),
            schemaPart: { object: object.name, part: 'tokens' }
        };
    return fieldToken(object.type, name, scope);
}

/** An object whose name a platform class has too, e.g. `Network`. */
function tokenObject(
    path: string,
    origin: string | undefined,
    scope: Scope
): ReturnType<Scope['unit']['world']['object']> {
    return origin === 'platform'
        ? scope.unit.world.object(path.replace(/^schema\./i, ''))
        : undefined;
}
