import type { Position } from '../syntax/ast.ts';
import { findField } from '../types/members.ts';
import type { Type } from '../types/type.ts';
import { text } from './names.ts';
import { fail } from './problems.ts';
import type { Scope } from './scope.ts';
import { nonNull, value, type SchemaPart, type Value } from './value.ts';

/** `Account.SObjectType`. */
export function objectToken(object: string, scope: Scope): Value {
    const type = scope.unit.world.named('Schema.SObjectType');
    return nonNull(scope.unit.constant(`$.objectToken(${text(object)})`) + '()', type);
}

/** `Account.Name` where no value is meant: the token of the field. */
export function fieldToken(object: Type, name: string, scope: Scope): Value | undefined {
    const found = findField(object, name);
    if (!found || found.field.owner.origin === 'platform')
        return platformIdToken(object, name, scope);
    if (found.type.kind === 'list') return undefined;
    const token = tokenOf(object, tokenField(object, found.field.name, found.type), scope);
    const isRowCause = found.field.name === 'RowCause';
    return isRowCause ? { ...token, schemaPart: { object: object.name, part: 'rowCause' } } : token;
}

/** `Account.Id` is declared by SObject itself. */
function platformIdToken(object: Type, name: string, scope: Scope): Value | undefined {
    return name.toLowerCase() === 'id' ? tokenOf(object, 'Id', scope) : undefined;
}

/** The token of a parent relationship is that of its id field. */
function tokenField(object: Type, name: string, type: Type): string {
    if (type.kind !== 'sobject') return name;
    const candidates = [`${name}Id`, name.replace(/__r$/i, '__c')];
    return candidates.find((candidate) => findField(object, candidate)) ?? name;
}

function tokenOf(object: Type, field: string, scope: Scope): Value {
    const js = scope.unit.constant(`$.fieldToken(${text(object.name)}, ${text(field)})`);
    return nonNull(`${js}()`, scope.unit.world.named('Schema.SObjectField'));
}

/** `Schema.SObjectType.Account`: its describe. */
export function objectDescribe(object: string, scope: Scope): Value {
    const type = scope.unit.world.named('Schema.DescribeSObjectResult');
    const describe = nonNull(`${objectToken(object, scope).js}.getDescribe()`, type);
    return { ...describe, schemaPart: { object, part: 'describe' } };
}

/** Members that the schema names: `.fields.Name`, `.fieldSets.Summary`. */
export function describedMember(
    { object, part }: SchemaPart,
    name: string,
    at: Position,
    scope: Scope
): Value | undefined {
    switch (part) {
        case 'describe':
            return describePart(object, name, scope);
        case 'fields':
            return describedField(object, name, at, scope);
        case 'tokens':
            return fieldToken(objectType(object, scope), name, scope);
        case 'rowCause':
            // Sharing reasons are constants of the token: `AccountShare.RowCause.Manual`.
            return /^getDescribe$/i.test(name)
                ? undefined
                : nonNull(text(name), scope.unit.world.named('String'));
        case 'fieldSets': {
            const js = `$.fieldSet(${text(object)}, ${text(name)})`;
            return value(js, scope.unit.world.named('Schema.FieldSet'));
        }
    }
}

function describePart(object: string, name: string, scope: Scope): Value | undefined {
    const { world } = scope.unit;
    const describe = `${objectToken(object, scope).js}.getDescribe()`;
    if (/^fields$/i.test(name))
        return {
            ...nonNull(`${describe}.Fields`, world.named('Schema.SObjectTypeFields')),
            schemaPart: { object, part: 'fields' }
        };
    if (/^fieldSets$/i.test(name))
        return {
            ...nonNull(`${describe}.FieldSets`, world.named('Schema.SObjectTypeFieldSets')),
            schemaPart: { object, part: 'fieldSets' }
        };
    return undefined;
}

function describedField(object: string, name: string, at: Position, scope: Scope): Value {
    const type = objectType(object, scope);
    const token = fieldToken(type, name, scope) ?? fail(at, `Variable does not exist: ${name}`);
    return nonNull(
        `${token.js}.getDescribe()`,
        scope.unit.world.named('Schema.DescribeFieldResult')
    );
}

/** Not `named`: a class of the platform may have the name of an object. */
function objectType(object: string, scope: Scope): Type {
    const { world } = scope.unit;
    return world.object(object)?.type ?? world.named('SObject');
}
