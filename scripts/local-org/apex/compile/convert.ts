import type { Position } from '../syntax/ast.ts';
import { isAssignable } from '../types/conversions.ts';
import { isPrimitive, numericRank, type Type } from '../types/type.ts';
import { fail } from './problems.ts';
import { value, type Value } from './value.ts';

/** The value as it stands in a place of a type; refuses what Apex refuses to assign. */
export function assignTo(source: Value, to: Type, at: Position): Value {
    return convertOr(source, to, () =>
        fail(at, `Illegal assignment from ${source.type.name} to ${to.name}`)
    );
}

/** Like `assignTo`, worded as for `return` and conditions. */
export function convertTo(source: Value, to: Type, at: Position): Value {
    return convertOr(source, to, () =>
        fail(at, `Illegal conversion from ${source.type.name} to ${to.name}`)
    );
}

function convertOr(source: Value, to: Type, refuse: () => never): Value {
    if (source.isQuery && to.kind === 'sobject' && source.type.kind === 'list')
        return oneRecord(source, to);
    if (!isAssignable(source.type, to)) refuse();
    return coerce(source, to);
}

/** `Account a = [SELECT …]`. */
export function oneRecord(query: Value, to: Type): Value {
    return value(`$.one(${query.js})`, to);
}

/** Gives a value that fits a type the representation of that type. */
export function coerce(source: Value, to: Type): Value {
    const js = representation(source, to);
    const isNonNull = source.isNonNull ?? false;
    return { js, type: source.type.kind === 'null' ? to : to, isNonNull };
}

function representation({ js, type, isQuery }: Value, to: Type): string {
    if (isQuery && to.kind === 'sobject' && type.kind === 'list') return `$.one(${js})`;
    if (type.key === to.key || type.kind === 'null' || to.kind !== 'primitive') return js;
    if (numericRank(type) > 0) return numberAs(js, type, to);
    if (isPrimitive(type, 'String') && isPrimitive(to, 'Id')) return `$.id(${js})`;
    if (isPrimitive(type, 'Date') && isPrimitive(to, 'Datetime')) return `$.datetime(${js})`;
    return js;
}

function numberAs(js: string, type: Type, to: Type): string {
    switch (to.name) {
        case 'Long':
            return /^-?\d+$/.test(js) ? `${js}n` : `$.long(${js})`;
        case 'Double':
            return `$.double(${js})`;
        case 'Decimal':
            return type.name === 'Decimal' ? js : `$.decimal(${js})`;
        default:
            return js;
    }
}
