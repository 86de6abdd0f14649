import type {
    Accessor,
    Annotation,
    ClassDeclaration,
    ConstructorDeclaration,
    EnumDeclaration,
    FieldDeclaration,
    InterfaceDeclaration,
    Member,
    MethodDeclaration,
    Modifiers,
    PropertyDeclaration,
    TypeDeclaration,
    TypeName
} from '../syntax/ast.ts';
import {
    byName,
    lazy,
    type Access,
    type ConstructorInfo,
    type FieldInfo,
    type MethodInfo,
    type TypeDecl
} from './declaration.ts';
import { makeType, VOID, type Type } from './type.ts';

/** A declaration of the org's own code, with its tree. */
export interface UserDecl extends TypeDecl {
    readonly origin: 'user';
    readonly tree: TypeDeclaration;
    /** The file's name without extension: the class, trigger or script it belongs to. */
    readonly unit: string;
    readonly isTest: boolean;
    inners(): readonly UserDecl[];
    inner(name: string): UserDecl | undefined;
}

/** Gives the type of a name as seen from a declaration; problems are its own to report. */
export type ResolveName = (name: TypeName, from: UserDecl) => Type;

export function isUserDecl(decl: TypeDecl | null | undefined): decl is UserDecl {
    return decl?.origin === 'user';
}

export function userDecl(
    tree: TypeDeclaration,
    unit: string,
    outer: UserDecl | null,
    resolve: ResolveName
): UserDecl {
    const name = outer && outer.name !== '' ? `${outer.name}.${tree.name}` : tree.name;
    const toType = (typeName: TypeName): Type => resolve(typeName, decl);
    const members = membersOf(tree);
    const inners = lazy(() =>
        members.filter(isTypeDeclaration).map((inner) => userDecl(inner, unit, decl, resolve))
    );
    const innerMap = lazy(() => new Map(inners().map((inner) => [lastName(inner.name), inner])));
    const fields = lazy(() => fieldInfos(tree, decl, toType));
    const fieldMap = lazy(() => byName(fields()));
    const methods = lazy(() => methodInfos(members, decl, toType));
    const methodMap = lazy(() => byName(methods()));
    const constructors = lazy(() => constructorInfos(members, decl, toType));
    const decl: UserDecl = {
        origin: 'user',
        kind: tree.kind,
        name,
        tree,
        unit,
        outer,
        typeParameters: [],
        isAbstract: tree.kind === 'interface' || has(tree.modifiers, 'abstract'),
        isVirtual: has(tree.modifiers, 'virtual') || has(tree.modifiers, 'abstract'),
        isTest: annotated(tree.modifiers, 'istest') || (outer?.isTest ?? false),
        type: undefined as unknown as Type,
        superclass: lazy(() =>
            tree.kind === 'class' && tree.superclass ? toType(tree.superclass) : null
        ),
        interfaces: lazy(() => (tree.kind === 'enum' ? [] : tree.interfaces.map(toType))),
        field: (field) => fieldMap().get(field.toLowerCase())?.[0],
        fields,
        methods: (method) => methodMap().get(method.toLowerCase()) ?? [],
        allMethods: methods,
        constructors,
        inner: (inner) => innerMap().get(inner.toLowerCase()),
        inners
    };
    return Object.assign(decl, { type: makeType(tree.kind, name, decl) });
}

export function has(modifiers: Modifiers, word: string): boolean {
    return modifiers.words.includes(word);
}

/** Annotation names are in lower case. */
export function annotated(modifiers: Modifiers, name: string): boolean {
    return annotation(modifiers, name) !== undefined;
}

/** By its name in lower case. */
export function annotation(modifiers: Modifiers, name: string): Annotation | undefined {
    return modifiers.annotations.find((candidate) => candidate.name === name);
}

function lastName(name: string): string {
    return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

export function membersOf(tree: TypeDeclaration): readonly Member[] {
    return tree.kind === 'enum' ? [] : tree.members;
}

function isTypeDeclaration(
    member: Member
): member is ClassDeclaration | InterfaceDeclaration | EnumDeclaration {
    return member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum';
}

function accessOf(modifiers: Modifiers, otherwise: Access): Access {
    if (has(modifiers, 'global') || has(modifiers, 'webservice')) return 'global';
    if (has(modifiers, 'public')) return 'public';
    if (has(modifiers, 'protected')) return 'protected';
    return has(modifiers, 'private') ? 'private' : otherwise;
}

type ToType = (name: TypeName) => Type;

function fieldInfos(tree: TypeDeclaration, owner: UserDecl, toType: ToType): FieldInfo[] {
    if (tree.kind === 'enum') return tree.constants.map(({ name }) => constantInfo(name, owner));
    return membersOf(tree).flatMap((member) => {
        if (member.kind === 'field') return plainFields(member, owner, toType);
        return member.kind === 'property' ? [propertyInfo(member, owner, toType)] : [];
    });
}

function constantInfo(name: string, owner: UserDecl): FieldInfo {
    return {
        ...plainShape({ words: ['public', 'static', 'final'], annotations: [] }, owner),
        name,
        type: owner.type,
        isConstant: true
    };
}

function plainShape(modifiers: Modifiers, owner: UserDecl): Omit<FieldInfo, 'name' | 'type'> {
    const access = accessOf(modifiers, 'private');
    return {
        kind: 'field',
        owner,
        isStatic: has(modifiers, 'static'),
        access,
        isTestVisible: annotated(modifiers, 'testvisible'),
        isFinal: has(modifiers, 'final'),
        isAccessor: false,
        hasGetter: true,
        hasSetter: true,
        setterAccess: access,
        isConstant: false
    };
}

function plainFields(field: FieldDeclaration, owner: UserDecl, toType: ToType): FieldInfo[] {
    const shape = plainShape(field.modifiers, owner);
    const type = toType(field.type);
    return field.declarators.map((declarator) => ({ ...shape, name: declarator.name, type }));
}

function propertyInfo(property: PropertyDeclaration, owner: UserDecl, toType: ToType): FieldInfo {
    const shape = plainShape(property.modifiers, owner);
    const words = ['virtual', 'abstract', 'override'];
    const isOverridable = words.some((word) => has(property.modifiers, word));
    const hasBody = [property.get, property.set].some((accessor) => accessor?.body);
    return {
        ...shape,
        name: property.name,
        type: toType(property.type),
        isAccessor: isOverridable || hasBody,
        hasGetter: property.get !== null,
        hasSetter: property.set !== null,
        setterAccess: setterAccess(property.set, shape.access)
    };
}

function setterAccess(setter: Accessor | null, otherwise: Access): Access {
    return setter ? accessOf(setter.modifiers, otherwise) : otherwise;
}

function methodInfos(members: readonly Member[], owner: UserDecl, toType: ToType): MethodInfo[] {
    return members
        .filter((member): member is MethodDeclaration => member.kind === 'method')
        .map((method) => methodInfo(method, owner, toType));
}

function methodInfo(method: MethodDeclaration, owner: UserDecl, toType: ToType): MethodInfo {
    const inInterface = owner.kind === 'interface';
    return {
        kind: 'method',
        name: method.name,
        owner,
        isStatic: has(method.modifiers, 'static') || has(method.modifiers, 'testmethod'),
        access: accessOf(method.modifiers, defaultAccess(method, inInterface)),
        isTestVisible: annotated(method.modifiers, 'testvisible'),
        parameters: method.parameters.map((parameter) => toType(parameter.type)),
        returns: method.returns ? toType(method.returns) : VOID,
        isAbstract: inInterface || has(method.modifiers, 'abstract'),
        isVirtual:
            inInterface ||
            ['virtual', 'abstract', 'override'].some((word) => has(method.modifiers, word)),
        isOverride: has(method.modifiers, 'override'),
        annotations: method.modifiers.annotations,
        position: { line: method.line, column: method.column }
    };
}

/** An abstract method without a modifier is there for subclasses to write. */
function defaultAccess(method: MethodDeclaration, inInterface: boolean): Access {
    if (inInterface) return 'global';
    return has(method.modifiers, 'abstract') ? 'protected' : 'private';
}

function constructorInfos(
    members: readonly Member[],
    owner: UserDecl,
    toType: ToType
): ConstructorInfo[] {
    return members
        .filter((member): member is ConstructorDeclaration => member.kind === 'constructor')
        .map((constructor) => ({
            kind: 'constructor',
            name: owner.name,
            owner,
            isStatic: false,
            access: accessOf(constructor.modifiers, 'private'),
            isTestVisible: annotated(constructor.modifiers, 'testvisible'),
            parameters: constructor.parameters.map((parameter) => toType(parameter.type))
        }));
}
