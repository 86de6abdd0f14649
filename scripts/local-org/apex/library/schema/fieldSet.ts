import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { library } from '../../values/lateBound.ts';
import type { FieldSchema } from '../../../data/schema/types.ts';
import type { FieldSetDefinition, FieldSetMember } from '../org/ports.ts';
import { describeClass } from './describeClass.ts';
import type { Described } from './describeClass.ts';
import { displayType, fieldToken } from './field.ts';

interface MemberOf {
    readonly objectName: string;
    readonly member: FieldSetMember;
}

interface FieldSetOf {
    readonly objectName: string;
    readonly definition: FieldSetDefinition;
}

/** The field at the end of a path like `Account.Owner.Name`, with its object. */
function resolve({ objectName, member }: MemberOf): {
    readonly objectName: string;
    readonly field: FieldSchema;
} {
    const { schema } = execution().org.database;
    const path = member.fieldPath.split('.');
    let current = objectName;
    for (const relationship of path.slice(0, -1)) {
        current = schema.parentField(current, relationship)?.referenceTo[0] ?? current;
    }
    const field = schema.field(current, path.at(-1) ?? '');
    if (!field) {
        throw systemException('SObjectException', `Invalid field ${member.fieldPath}`);
    }
    return { objectName: current, field };
}

const MEMBER = describeClass<MemberOf>('Schema.FieldSetMember', {
    DbRequired: (subject) => {
        const { field } = resolve(subject);
        return !field.nillable && field.createable;
    },
    FieldPath: ({ member }) => member.fieldPath,
    Label: (subject) => resolve(subject).field.label,
    Required: ({ member }) => member.required,
    Type: (subject) => displayType(resolve(subject).field.type),
    SObjectField: (subject) => {
        const { objectName, field } = resolve(subject);
        return fieldToken(objectName, field.name);
    }
});

const FIELD_SET = describeClass<FieldSetOf>('Schema.FieldSet', {
    Description: ({ definition }) => definition.description,
    Fields: ({ objectName, definition }) =>
        new ApexList(
            MEMBER.type,
            definition.members.map((member) => MEMBER.describe({ objectName, member }))
        ),
    Label: ({ definition }) => definition.label,
    Name: ({ definition }) => definition.name,
    NameSpace: () => '',
    SObjectType: ({ objectName }) => library().sobjectType(objectName)
});

export const FIELD_SET_TYPE = FIELD_SET.type;

export function fieldSetsOf(objectName: string): readonly Described<FieldSetOf>[] {
    return execution()
        .org.metadata.fieldSets(objectName)
        .map((definition) => FIELD_SET.describe({ objectName, definition }));
}
