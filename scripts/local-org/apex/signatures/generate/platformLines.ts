import { ACCESS, type JavaClass, type JavaMember } from './classFile.ts';
import { apexMemberName, readClassSignature, readType, readTypes } from './typeNames.ts';

/**
 * One line per platform type:
 * `Name<T>|kind|superclass|interface&interface|member;member`, members being
 * `name:Type` (field), `name(Type,Type):Type` (method), `(Type)` (constructor), `*` before statics.
 */
export function platformLine(type: JavaClass): string {
    const shape = readClassSignature(type.signature ?? plainSignature(type));
    const [superclass = 'Object', ...interfaces] = shape.supertypes;
    const name = qualified(type.name);
    const generic = shape.parameters.length > 0 ? `<${shape.parameters.join(',')}>` : '';
    const kind = kindOf(type);
    const parent = superclass === 'Object' || kind === 'enum' ? '' : superclass;
    const members = kind === 'enum' ? enumConstants(type) : memberTexts(type);
    return [`${name}${generic}`, kind, parent, interfaces.join('&'), members.join(';')].join('|');
}

/** Platform types keep their namespace as key, `System` included. */
function qualified(internalName: string): string {
    const path = internalName.replace('com/nawforce/runforce/', '');
    const [namespace = '', name = ''] = path.split('/');
    return `${namespace}.${apexMemberName(name).replaceAll('$', '.')}`;
}

function plainSignature(type: JavaClass): string {
    return [type.superName ?? 'java/lang/Object', ...type.interfaces]
        .map((name) => `L${name};`)
        .join('');
}

function kindOf(type: JavaClass): string {
    if (type.superName === 'java/lang/Enum') return 'enum';
    if (type.access & ACCESS.interface) return 'interface';
    return type.access & ACCESS.abstract ? 'abstract' : 'class';
}

function enumConstants(type: JavaClass): string[] {
    return type.fields
        .filter((field) => field.access & ACCESS.enum)
        .map((field) => apexMemberName(field.name));
}

function memberTexts(type: JavaClass): string[] {
    const fields = type.fields.filter(isVisible).map(fieldText);
    const methods = type.methods.filter(isVisible).map(methodText);
    return [...new Set([...fields, ...methods])].filter((text) => text !== '');
}

function isVisible(member: JavaMember): boolean {
    return (member.access & (ACCESS.synthetic | ACCESS.bridge)) === 0 && member.name !== '<clinit>';
}

function fieldText(field: JavaMember): string {
    return `${staticMark(field)}${apexMemberName(field.name)}:${readType(field.signature, 0)[0]}`;
}

function methodText(method: JavaMember): string {
    const [parameters, next] = readTypes(method.signature, method.signature.indexOf('(') + 1, ')');
    const list = `(${parameters.join(',')})`;
    if (method.name === '<init>') return method.access & ACCESS.public ? list : '';
    const result = readType(method.signature, next)[0];
    return `${staticMark(method)}${apexMemberName(method.name)}${list}:${result}`;
}

function staticMark(member: JavaMember): string {
    return member.access & ACCESS.static ? '*' : '';
}

/** True for the types that Apex code can name. */
export function isPlatformType(type: JavaClass): boolean {
    return !/runforce\/(Internal|SObjectStubs|SObjects|hammer)\//.test(type.name);
}
