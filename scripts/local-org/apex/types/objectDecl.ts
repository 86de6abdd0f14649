import type { TypeDecl } from './declaration.ts';
import { makeType, type Type } from './type.ts';

/** `Object`: the root of all types, with no members but those that every value has. */
export const OBJECT_DECL: TypeDecl = objectDecl();
export const OBJECT: Type = OBJECT_DECL.type;

function objectDecl(): TypeDecl {
    const decl: TypeDecl = {
        origin: 'platform',
        kind: 'class',
        name: 'System.Object',
        typeParameters: [],
        isAbstract: false,
        isVirtual: true,
        outer: null,
        type: undefined as unknown as Type,
        superclass: () => null,
        interfaces: () => [],
        field: () => undefined,
        fields: () => [],
        methods: () => [],
        allMethods: () => [],
        constructors: () => [],
        inner: () => undefined
    };
    return Object.assign(decl, { type: makeType('object', 'Object', decl) });
}
