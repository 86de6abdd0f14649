import type { Position } from '../syntax/ast.ts';
import { findField } from '../types/members.ts';
import { isPrimitive, type Type } from '../types/type.ts';
import { isUserDecl } from '../types/userDecl.ts';
import { requireVisible } from './access.ts';
import { oneRecord } from './convert.ts';
import { backingName, fieldName, text } from './names.ts';
import { fail } from './problems.ts';
import { describedMember } from './schemaParts.ts';
import type { Scope } from './scope.ts';
import { value, type Value } from './value.ts';

/** Reads a member of a value: `record.Name`, `object.field`, `[SELECT …].Name`. */
export function fieldOf(receiver: Value, name: string, at: Position, scope: Scope): Value {
    if (receiver.schemaPart) {
        const described = describedMember(receiver.schemaPart, name, at, scope);
        if (described) return described;
    }
    const record = receiver.isQuery ? recordOf(receiver) : receiver;
    const found = findField(record.type, name);
    if (!found) return missing(record.type, name, at);
    if (record.type.kind === 'sobject') return recordField(record, found.field.name, found.type);
    return objectField(record, found, at, scope);
}

function recordOf(query: Value): Value {
    const [element] = query.type.args;
    return element ? oneRecord(query, element) : query;
}

function missing(type: Type, name: string, at: Position): Value {
    if (type.kind === 'unknown') return value('null', type);
    return fail(at, `Variable does not exist: ${name}`);
}

/** Parents that are null make all that is read through them null, without an exception. */
function recordField(record: Value, name: string, type: Type): Value {
    const js = record.isRelationship
        ? `$.readVia(${record.js}, ${text(name)})`
        : `${record.js}.read(${text(name)})`;
    const isRelationship = type.kind === 'sobject';
    return { js, type, isRelationship, ...(record.guards ? { guards: record.guards } : {}) };
}

function objectField(
    receiver: Value,
    found: NonNullable<ReturnType<typeof findField>>,
    at: Position,
    scope: Scope
): Value {
    const { field, type } = found;
    if (field.isStatic)
        fail(at, `Static field cannot be referenced from a non static context: ${field.name}`);
    requireVisible(field, at, scope, 'Variable');
    const guards = receiver.guards ? { guards: receiver.guards } : {};
    if (!isUserDecl(field.owner)) {
        scope.unit.use(field.owner.name, field.name, false, at.line);
        return { js: `${receiver.js}.${field.name}`, type, ...guards };
    }
    const isBacking =
        receiver.js === 'this' && scope.accessorOf?.toLowerCase() === field.name.toLowerCase();
    const name = isBacking ? backingName(field.name) : fieldName(field);
    return { js: `${receiver.js}.${name}`, type, ...guards };
}

/** True for values whose methods take the receiver as first argument. */
export function isPrimitiveReceiver(type: Type): boolean {
    return type.kind === 'primitive' && !isPrimitive(type, 'void');
}
