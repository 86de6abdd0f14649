import { ACCESS, type JavaClass, type JavaMember } from './classFile.ts';
import { apexMemberName, apexTypeName, readType } from './typeNames.ts';

const TYPE_CODES: Readonly<Record<string, string>> = {
    Id: 'I',
    String: 'S',
    Boolean: 'B',
    Integer: 'N',
    Long: 'L',
    Double: 'F',
    Decimal: 'C',
    Date: 'D',
    Datetime: 'T',
    Time: 'M',
    Blob: 'X',
    Address: 'A',
    Location: 'G',
    Object: 'O'
};

/**
 * One line per standard object: `Name|Field:S;OwnerId:I>Owner=User;…|Contacts=Contact;…`, that is
 * fields with a type code (and the parent relationship that follows an id), then child relationships.
 */
export function sobjectLine(type: JavaClass): string {
    const members = type.fields.filter((field) => (field.access & ACCESS.static) === 0);
    const fields: string[] = [];
    const children: string[] = [];
    for (const member of members) addMember(member, fields, children);
    return [apexTypeName(type.name), fields.join(';'), children.join(';')].join('|');
}

function addMember(member: JavaMember, fields: string[], children: string[]): void {
    const name = apexMemberName(member.name);
    const [type] = readType(member.signature, 0);
    const code = TYPE_CODES[type];
    const previous = fields.at(-1);
    if (code !== undefined) fields.push(`${name}:${code}`);
    else if (type.startsWith('List<')) addChild(name, type.slice(5, -1), fields, children);
    else if (previous?.endsWith(':I') && isParentOf(previous.slice(0, -2), name))
        fields[fields.length - 1] = `${previous}>${name}=${type}`;
    else fields.push(`${name}:R>${name}=${type}`);
}

function addChild(name: string, element: string, fields: string[], children: string[]): void {
    if (element in TYPE_CODES) fields.push(`${name}:P${TYPE_CODES[element]}`);
    else children.push(`${name}=${element}`);
}

function isParentOf(idField: string, relationship: string): boolean {
    return idField.toLowerCase().replace(/id$/, '') === relationship.toLowerCase();
}
