import type { FieldSignature, MethodSignature, PlatformType } from '../signatures/platform.ts';
import {
    byName,
    lazy,
    type ConstructorInfo,
    type FieldInfo,
    type MethodInfo,
    type TypeDecl
} from './declaration.ts';
import { makeType, type Type, type TypeKind } from './type.ts';

/** Reads the type names of the signature data, where type parameters stand by their letter. */
export type ResolveText = (text: string, parameters: readonly string[]) => Type;

const PRIMITIVES = new Set([
    'System.Boolean',
    'System.Integer',
    'System.Long',
    'System.Double',
    'System.Decimal',
    'System.String',
    'System.Id',
    'System.Date',
    'System.Datetime',
    'System.Time',
    'System.Blob'
]);

const COLLECTIONS: Readonly<Record<string, TypeKind>> = {
    'System.List': 'list',
    'System.Set': 'set',
    'System.Map': 'map'
};

/** Types of the System namespace that messages print without it. */
const BARE =
    /^System\.(Boolean|Integer|Long|Double|Decimal|String|Id|Date|Datetime|Time|Blob|List|Set|Map|SObject|Exception|Object)$/;

/** The declaration of a platform type, members resolved on first use. */
export function platformDecl(signature: PlatformType, resolve: ResolveText): TypeDecl {
    const parameters = signature.typeParameters;
    const toType = (text: string): Type => resolve(text, parameters);
    const decl: TypeDecl = {
        origin: 'platform',
        kind: signature.kind === 'abstract' ? 'class' : signature.kind,
        name: signature.name,
        typeParameters: parameters,
        isAbstract: signature.kind === 'abstract' || signature.kind === 'interface',
        isVirtual: true,
        outer: null,
        get type() {
            return selfType();
        },
        superclass: lazy(() => (signature.superclass ? toType(signature.superclass) : null)),
        interfaces: lazy(() => signature.interfaces.map(toType)),
        field: (name) => fieldMap().get(name.toLowerCase())?.[0],
        fields: () => fields(),
        methods: (name) => methodMap().get(name.toLowerCase()) ?? [],
        allMethods: () => methods(),
        constructors: () => constructors(),
        inner: () => undefined
    };
    const selfType = lazy(() =>
        makeType(kindOf(signature), displayName(signature.name), decl, ownArguments())
    );
    const ownArguments = (): Type[] => parameters.map((name) => makeType('parameter', name, null));
    const fields = lazy(() => [
        ...signature.fields.map((field) => fieldInfo(field, decl, toType)),
        ...signature.constants.map((name) => constantInfo(name, decl))
    ]);
    const fieldMap = lazy(() => byName(fields()));
    const methods = lazy(() => signature.methods.map((method) => methodInfo(method, decl, toType)));
    const methodMap = lazy(() => byName(methods()));
    const constructors = lazy(() =>
        signature.constructors.map((types) => constructorInfo(types, decl, toType))
    );
    return decl;
}

function kindOf(signature: PlatformType): TypeKind {
    if (PRIMITIVES.has(signature.name)) return 'primitive';
    if (signature.name === 'System.SObject') return 'sobject';
    const collection = COLLECTIONS[signature.name];
    if (collection) return collection;
    return signature.kind === 'abstract' ? 'class' : signature.kind;
}

function displayName(name: string): string {
    return BARE.test(name) ? name.slice('System.'.length) : name;
}

const OPEN = { access: 'global', isTestVisible: false } as const;

function fieldInfo(
    field: FieldSignature,
    owner: TypeDecl,
    toType: (text: string) => Type
): FieldInfo {
    return {
        kind: 'field',
        ...OPEN,
        name: field.name,
        owner,
        isStatic: field.isStatic,
        type: toType(field.type),
        isFinal: false,
        isAccessor: false,
        hasGetter: true,
        hasSetter: true,
        setterAccess: 'global',
        isConstant: false
    };
}

function constantInfo(name: string, owner: TypeDecl): FieldInfo {
    const field = { name, isStatic: true, type: '' };
    const type = { ...fieldInfo(field, owner, () => owner.type), isFinal: true, isConstant: true };
    return type;
}

function methodInfo(
    method: MethodSignature,
    owner: TypeDecl,
    toType: (text: string) => Type
): MethodInfo {
    const parameters = lazy(() => method.parameters.map(toType));
    const returns = lazy(() => toType(method.returns));
    return {
        kind: 'method',
        ...OPEN,
        name: method.name,
        owner,
        isStatic: method.isStatic,
        get parameters() {
            return parameters();
        },
        get returns() {
            return returns();
        },
        isAbstract: owner.kind === 'interface',
        isVirtual: true,
        isOverride: false,
        annotations: [],
        position: null
    };
}

function constructorInfo(
    types: readonly string[],
    owner: TypeDecl,
    toType: (text: string) => Type
): ConstructorInfo {
    const parameters = lazy(() => types.map(toType));
    return {
        kind: 'constructor',
        ...OPEN,
        name: owner.name,
        owner,
        isStatic: false,
        get parameters() {
            return parameters();
        }
    };
}
