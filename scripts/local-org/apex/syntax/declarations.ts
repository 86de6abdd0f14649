import type * as parser from '@apexdevtools/apex-parser';
import type {
    Accessor,
    ClassDeclaration,
    EnumDeclaration,
    InterfaceDeclaration,
    Member,
    MethodDeclaration,
    Modifiers,
    Parameter,
    TypeDeclaration
} from './ast.ts';
import { endLineOf, idText, positionOf, present, typeNameOf, typeNamesOf } from './contexts.ts';
import { modifiersOf } from './modifiers.ts';
import { blockOf, declaratorsOf } from './statements.ts';

/** Where a class, interface, enum or member may stand: in a class, a trigger or a script. */
type AnyDeclaration =
    | parser.MemberDeclarationContext
    | parser.TriggerMemberDeclarationContext
    | parser.AnonymousMemberDeclarationContext;

export function typeDeclarationOf(
    ctx: parser.TypeDeclarationContext,
    modifiers: Modifiers
): TypeDeclaration {
    const cls = present(ctx.classDeclaration());
    if (cls) return classOf(cls, modifiers);
    const enumeration = present(ctx.enumDeclaration());
    if (enumeration) return enumOf(enumeration, modifiers);
    return interfaceOf(ctx.interfaceDeclaration(), modifiers);
}

export function classOf(
    ctx: parser.ClassDeclarationContext,
    modifiers: Modifiers
): ClassDeclaration {
    const superclass = present(ctx.typeRef());
    return {
        kind: 'class',
        ...positionOf(ctx.id()),
        name: idText(ctx.id()),
        modifiers,
        superclass: superclass ? typeNameOf(superclass) : null,
        interfaces: typeNamesOf(present(ctx.typeList())),
        members: ctx.classBody().classBodyDeclaration_list().flatMap(bodyMember),
        endLine: endLineOf(ctx)
    };
}

function bodyMember(ctx: parser.ClassBodyDeclarationContext): Member[] {
    const member = present(ctx.memberDeclaration());
    if (member) return [memberOf(member, modifiersOf(ctx.modifier_list()))];
    const block = present(ctx.block());
    if (!block) return [];
    const isStatic = present(ctx.STATIC()) !== undefined;
    return [
        {
            kind: 'initializer',
            ...positionOf(ctx),
            isStatic,
            body: blockOf(block),
            endLine: endLineOf(ctx)
        }
    ];
}

/** A member of a class, a trigger or a script. */
export function memberOf(ctx: AnyDeclaration, modifiers: Modifiers): Member {
    const method = present(ctx.methodDeclaration());
    if (method) return methodOf(method, modifiers);
    const field = present(ctx.fieldDeclaration());
    if (field) return fieldOf(field, modifiers);
    const property = present(ctx.propertyDeclaration());
    if (property) return propertyOf(property, modifiers);
    const constructor = 'constructorDeclaration' in ctx && present(ctx.constructorDeclaration());
    if (constructor) return constructorOf(constructor, modifiers);
    return innerType(ctx, modifiers);
}

function innerType(ctx: AnyDeclaration, modifiers: Modifiers): TypeDeclaration {
    const cls = present(ctx.classDeclaration());
    if (cls) return classOf(cls, modifiers);
    const enumeration = present(ctx.enumDeclaration());
    if (enumeration) return enumOf(enumeration, modifiers);
    return interfaceOf(ctx.interfaceDeclaration(), modifiers);
}

export function interfaceOf(
    ctx: parser.InterfaceDeclarationContext,
    modifiers: Modifiers
): InterfaceDeclaration {
    return {
        kind: 'interface',
        ...positionOf(ctx.id()),
        name: idText(ctx.id()),
        modifiers,
        interfaces: typeNamesOf(present(ctx.typeList())),
        members: ctx
            .interfaceBody()
            .interfaceMethodDeclaration_list()
            .map((method) => methodOf(method, modifiersOf(method.modifier_list()))),
        endLine: endLineOf(ctx)
    };
}

export function enumOf(ctx: parser.EnumDeclarationContext, modifiers: Modifiers): EnumDeclaration {
    const constants = present(ctx.enumConstants())?.id_list() ?? [];
    return {
        kind: 'enum',
        ...positionOf(ctx.id()),
        name: idText(ctx.id()),
        modifiers,
        constants: constants.map((id) => ({ ...positionOf(id), name: idText(id) })),
        endLine: endLineOf(ctx)
    };
}

function methodOf(
    ctx: parser.MethodDeclarationContext | parser.InterfaceMethodDeclarationContext,
    modifiers: Modifiers
): MethodDeclaration {
    const returns = present(ctx.typeRef());
    const body = 'block' in ctx ? present(ctx.block()) : undefined;
    return {
        kind: 'method',
        ...positionOf(ctx.id()),
        name: idText(ctx.id()),
        modifiers,
        returns: returns ? typeNameOf(returns) : null,
        parameters: parametersOf(ctx.formalParameters()),
        body: body ? blockOf(body) : null,
        endLine: endLineOf(ctx)
    };
}

function constructorOf(ctx: parser.ConstructorDeclarationContext, modifiers: Modifiers): Member {
    return {
        kind: 'constructor',
        ...positionOf(ctx),
        name: ctx.qualifiedName().getText(),
        modifiers,
        parameters: parametersOf(ctx.formalParameters()),
        body: blockOf(ctx.block()),
        endLine: endLineOf(ctx)
    };
}

function parametersOf(ctx: parser.FormalParametersContext): Parameter[] {
    const list = present(ctx.formalParameterList())?.formalParameter_list() ?? [];
    return list.map((parameter) => ({
        ...positionOf(parameter.id()),
        name: idText(parameter.id()),
        type: typeNameOf(parameter.typeRef())
    }));
}

function fieldOf(ctx: parser.FieldDeclarationContext, modifiers: Modifiers): Member {
    return {
        kind: 'field',
        ...positionOf(ctx),
        modifiers,
        type: typeNameOf(ctx.typeRef()),
        declarators: declaratorsOf(ctx.variableDeclarators()),
        endLine: endLineOf(ctx)
    };
}

function propertyOf(ctx: parser.PropertyDeclarationContext, modifiers: Modifiers): Member {
    const blocks = ctx.propertyBlock_list();
    const get = blocks.find((block) => present(block.getter()));
    const set = blocks.find((block) => present(block.setter()));
    return {
        kind: 'property',
        ...positionOf(ctx.id()),
        name: idText(ctx.id()),
        modifiers,
        type: typeNameOf(ctx.typeRef()),
        get: get ? accessorOf(get, get.getter().block()) : null,
        set: set ? accessorOf(set, set.setter().block()) : null,
        endLine: endLineOf(ctx)
    };
}

function accessorOf(ctx: parser.PropertyBlockContext, body: parser.BlockContext | null): Accessor {
    return {
        ...positionOf(ctx),
        modifiers: modifiersOf(ctx.modifier_list()),
        body: body ? blockOf(body) : null
    };
}
