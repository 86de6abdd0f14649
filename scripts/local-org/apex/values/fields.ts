import type { FieldSchema, Schema } from '../../data/schema/types.ts';
import { currentExecution } from '../execution.ts';
import { elementOf } from './elements.ts';
import { ApexException, systemException } from './exception.ts';
import { types } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';
import { ApexDate, ApexDatetime } from './temporal.ts';
import { typeOf } from './typeOf.ts';

/** What a name stands for on an object: a field, a parent record or a list of child records. */
export type FieldTarget =
    | { readonly kind: 'field'; readonly name: string; readonly schema: FieldSchema }
    | { readonly kind: 'parent'; readonly name: string; readonly schema: FieldSchema }
    | { readonly kind: 'children'; readonly name: string; readonly childObject: string }
    /** Aggregate results and rows outside an org have no schema: any name will do. */
    | { readonly kind: 'free'; readonly name: string };

export function currentSchema(): Schema | undefined {
    return currentExecution()?.org.database.schema;
}

/** Null when the object has nothing of that name. */
export function fieldTarget(objectName: string, name: string): FieldTarget | null {
    const schema = currentSchema();
    if (!schema || !schema.object(objectName)) {
        return { kind: 'free', name };
    }
    const field = schema.field(objectName, name);
    if (field) {
        return { kind: 'field', name: field.name, schema: field };
    }
    const parent = schema.parentField(objectName, name);
    if (parent) {
        return { kind: 'parent', name: parent.relationshipName ?? name, schema: parent };
    }
    const child = schema.childRelationship(objectName, name);
    return child
        ? { kind: 'children', name: child.name ?? name, childObject: child.childObject }
        : null;
}

/** The Apex type of a field's values. */
export function fieldRuntimeType(field: FieldSchema): RuntimeType {
    switch (field.type) {
        case 'boolean':
            return types.Boolean;
        case 'integer':
            return types.Integer;
        case 'long':
            return types.Long;
        case 'currency':
        case 'double':
        case 'percent':
            return types.Decimal;
        case 'date':
            return types.Date;
        case 'datetime':
            return types.Datetime;
        case 'time':
            return types.Time;
        case 'id':
        case 'reference':
            return types.Id;
        case 'base64':
            return types.Blob;
        case 'address':
        case 'location':
        case 'anytype':
            return types.Object;
        default:
            return types.String;
    }
}

/** A value made fit for a field; SObjectException `Illegal assignment from … to …`. */
export function fieldValueOf(value: unknown, field: FieldSchema): unknown {
    const type = fieldRuntimeType(field);
    if (type === types.Datetime && value instanceof ApexDate) {
        return new ApexDatetime(value.days * 86_400_000);
    }
    try {
        return elementOf(value, type);
    } catch (error) {
        if (error instanceof ApexException && error.getTypeName() === 'System.TypeException') {
            throw systemException(
                'SObjectException',
                `Illegal assignment from ${typeOf(value).name} to ${type.name}`
            );
        }
        throw error;
    }
}
