import type { ClassDeclaration } from '../syntax/ast.ts';
import { annotated, has, type UserDecl } from '../types/userDecl.ts';
import { defaultConstructorName, constructorName, fieldName, methodName, text } from './names.ts';
import type { UnitContext } from './unitContext.ts';

/**
 * What the kernel needs to know of a class at run time: its methods by Apex name (for callbacks of
 * the platform), its fields (for JSON), its constructor without parameters (for Type.newInstance).
 */
export function memberTable(decl: UserDecl, tree: ClassDeclaration, unit: UnitContext): string {
    const methods = decl
        .allMethods()
        .filter((method) => !method.isStatic && !method.isAbstract)
        .map((method) => {
            const types = method.parameters.map((type) => unit.typeRef(type));
            return `[${text(method.name)}, ${text(methodName(method))}, [${types.join(', ')}]]`;
        });
    return (
        `static $methods() { return [${methods.join(', ')}]; } ` +
        `static $members() { return [${fieldRows(decl, tree, unit).join(', ')}]; } ` +
        `static $construct() { ${construction(decl)} } `
    );
}

function fieldRows(decl: UserDecl, tree: ClassDeclaration, unit: UnitContext): string[] {
    const modifiers = fieldModifiers(tree);
    return decl
        .fields()
        .filter((field) => !field.isStatic)
        .map((field) => {
            const flags = modifiers.get(field.name);
            return (
                `{name: ${text(field.name)}, key: ${text(fieldName(field))}, ` +
                `type: ${unit.typeRef(field.type)}, isTransient: ${flags?.isTransient ?? false}, ` +
                `isAuraEnabled: ${flags?.isAuraEnabled ?? false}, ` +
                `isInvocable: ${flags?.isInvocable ?? false}, isReadable: ${field.hasGetter}, ` +
                `isWritable: ${field.hasSetter}}`
            );
        });
}

interface FieldFlags {
    readonly isTransient: boolean;
    readonly isAuraEnabled: boolean;
    readonly isInvocable: boolean;
}

function fieldModifiers(tree: ClassDeclaration): ReadonlyMap<string, FieldFlags> {
    const flags = new Map<string, FieldFlags>();
    for (const member of tree.members) {
        if (member.kind !== 'field' && member.kind !== 'property') continue;
        const found = {
            isTransient: has(member.modifiers, 'transient'),
            isAuraEnabled: annotated(member.modifiers, 'auraenabled'),
            isInvocable: annotated(member.modifiers, 'invocablevariable')
        };
        const names =
            member.kind === 'field' ? member.declarators.map(({ name }) => name) : [member.name];
        for (const name of names) flags.set(name, found);
    }
    return flags;
}

function construction(decl: UserDecl): string {
    if (decl.isAbstract) return 'return null;';
    const constructors = decl.constructors();
    const plain = constructors.find(({ parameters }) => parameters.length === 0);
    if (plain) return `return new this().${constructorName(plain)}();`;
    return constructors.length === 0
        ? `return new this().${defaultConstructorName(decl)}();`
        : 'return null;';
}
