import type { FieldType, FieldSchema, ObjectSchema, Schema } from '../../data/schema/types.ts';
import { sobjectSignature, type SObjectSignature } from '../signatures/sobjects.ts';
import { lazy, type FieldInfo, type TypeDecl } from './declaration.ts';
import { makeType, type Type } from './type.ts';

/** Apex types by field type; https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SObject_types.htm */
const APEX_TYPES: Readonly<Record<FieldType, string>> = {
    address: 'Address',
    anytype: 'Object',
    base64: 'Blob',
    boolean: 'Boolean',
    combobox: 'String',
    currency: 'Decimal',
    date: 'Date',
    datetime: 'Datetime',
    double: 'Decimal',
    email: 'String',
    encryptedstring: 'String',
    id: 'Id',
    integer: 'Integer',
    location: 'Location',
    long: 'Long',
    multipicklist: 'String',
    percent: 'Decimal',
    phone: 'String',
    picklist: 'String',
    reference: 'Id',
    string: 'String',
    textarea: 'String',
    time: 'Time',
    url: 'String'
};

export interface SObjectTypes {
    /** A platform type by its name. */
    named(name: string): Type;
    /** The type of an object; plain SObject when there is no such object. */
    object(name: string): Type;
    listOf(element: Type): Type;
}

interface Fields {
    field(name: string): FieldShape | undefined;
    all(): readonly FieldShape[];
}

interface FieldShape {
    readonly name: string;
    readonly type: Type;
}

/**
 * The declaration of an SObject: the org's schema first, the platform's standard signature for what
 * the schema does not hold. Undefined when neither knows the object.
 */
export function sobjectDecl(
    name: string,
    schema: Schema,
    types: SObjectTypes
): TypeDecl | undefined {
    const object = schema.object(name);
    const standard = sobjectSignature(name);
    const canonical = object?.name ?? standard?.name;
    if (canonical === undefined) return undefined;
    const sources = [
        ...(object ? [schemaFields(object, schema, types)] : []),
        ...(standard ? [signatureFields(standard, types)] : [])
    ];
    return declaration(canonical, sources, types);
}

function declaration(name: string, sources: readonly Fields[], types: SObjectTypes): TypeDecl {
    const found = new Map<string, FieldInfo | undefined>();
    const field = (fieldName: string): FieldInfo | undefined => {
        const key = fieldName.toLowerCase();
        if (!found.has(key)) found.set(key, lookUp(fieldName));
        return found.get(key);
    };
    const lookUp = (fieldName: string): FieldInfo | undefined => {
        for (const source of sources) {
            const shape = source.field(fieldName);
            if (shape) return fieldInfo(shape, decl);
        }
        return undefined;
    };
    const decl: TypeDecl = {
        origin: 'sobject',
        kind: 'sobject',
        name,
        typeParameters: [],
        isAbstract: false,
        isVirtual: false,
        outer: null,
        type: undefined as unknown as Type,
        superclass: lazy(() => types.named('SObject')),
        interfaces: () => [],
        field,
        fields: () =>
            sources.flatMap((source) => source.all().map((shape) => fieldInfo(shape, decl))),
        methods: () => [],
        allMethods: () => [],
        constructors: () => [],
        inner: () => undefined
    };
    return Object.assign(decl, { type: makeType('sobject', name, decl) });
}

function fieldInfo(shape: FieldShape, owner: TypeDecl): FieldInfo {
    return {
        kind: 'field',
        name: shape.name,
        owner,
        type: shape.type,
        isStatic: false,
        access: 'global',
        isTestVisible: false,
        isFinal: false,
        isAccessor: false,
        hasGetter: true,
        hasSetter: true,
        setterAccess: 'global',
        isConstant: false
    };
}

function schemaFields(object: ObjectSchema, schema: Schema, types: SObjectTypes): Fields {
    return {
        field: (name) =>
            scalarField(schema.field(object.name, name), types) ??
            parentField(schema.parentField(object.name, name), types) ??
            childField(object, name, schema, types),
        all: () => object.fields.map((field) => shapeOf(field, types))
    };
}

function shapeOf(field: FieldSchema, types: SObjectTypes): FieldShape {
    return { name: field.name, type: types.named(APEX_TYPES[field.type]) };
}

function scalarField(field: FieldSchema | undefined, types: SObjectTypes): FieldShape | undefined {
    return field && shapeOf(field, types);
}

/** A lookup to several objects is read as the abstract `Name`, or as SObject. */
function parentField(field: FieldSchema | undefined, types: SObjectTypes): FieldShape | undefined {
    if (!field?.relationshipName) return undefined;
    const [target, ...others] = field.referenceTo;
    const object = target === undefined || others.length > 0 ? 'Name' : target;
    return { name: field.relationshipName, type: types.object(object) };
}

function childField(
    object: ObjectSchema,
    name: string,
    schema: Schema,
    types: SObjectTypes
): FieldShape | undefined {
    const child = schema.childRelationship(object.name, name);
    if (!child?.name) return undefined;
    return { name: child.name, type: types.listOf(types.object(child.childObject)) };
}

function signatureFields(signature: SObjectSignature, types: SObjectTypes): Fields {
    const members = lazy(() => signatureMembers(signature, types));
    return {
        field: (name) => members().get(name.toLowerCase())?.(),
        all: () =>
            signature.fields.flatMap((field) => members().get(field.name.toLowerCase())?.() ?? [])
    };
}

function signatureMembers(
    signature: SObjectSignature,
    types: SObjectTypes
): ReadonlyMap<string, () => FieldShape> {
    const members = new Map<string, () => FieldShape>();
    const add = (name: string, type: () => Type): void => {
        members.set(name.toLowerCase(), () => ({ name, type: type() }));
    };
    for (const child of signature.children) {
        add(child.name, () => types.listOf(types.object(child.object)));
    }
    for (const { name, type, relationship } of signature.fields) {
        if (relationship) add(relationship.name, () => types.object(relationship.target));
        if (type !== null) add(name, () => fieldType(type, types));
    }
    return members;
}

function fieldType(type: string, types: SObjectTypes): Type {
    return type.startsWith('List<')
        ? types.listOf(types.named(type.slice(5, -1)))
        : types.named(type);
}
