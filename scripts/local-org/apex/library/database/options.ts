import { fieldTarget } from '../../values/fields.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import type { ApexSObject } from '../../values/sobject.ts';
import { platformClass } from '../registry.ts';

const OPTIONS = platformType('Database.DMLOptions');
const ASSIGNMENT = platformType('Database.DMLOptions.AssignmentRuleHeader');
const DUPLICATE = platformType('Database.DMLOptions.DuplicateRuleHeader');
const EMAIL = platformType('Database.DMLOptions.EmailHeader');

class AssignmentRuleHeader extends PlatformObject {
    readonly $type = ASSIGNMENT;
    AssignmentRuleId: string | null = null;
    UseDefaultRule: boolean | null = null;
}

class DuplicateRuleHeader extends PlatformObject {
    readonly $type = DUPLICATE;
    AllowSave: boolean | null = null;
    RunAsCurrentUser: boolean | null = null;
}

class EmailHeader extends PlatformObject {
    readonly $type = EMAIL;
    TriggerAutoResponseEmail: boolean | null = null;
    TriggerOtherEmail: boolean | null = null;
    TriggerUserEmail: boolean | null = null;
}

/**
 * Database.DMLOptions. Truncation and all-or-none work; the org has no assignment rules, duplicate
 * rules or e-mails to which the headers could apply.
 */
export class DmlOptions extends PlatformObject {
    readonly $type = OPTIONS;
    AllowFieldTruncation: boolean | null = null;
    OptAllOrNone: boolean | null = null;
    LocaleOptions: string | null = null;
    AssignmentRuleHeader = new AssignmentRuleHeader();
    DuplicateRuleHeader = new DuplicateRuleHeader();
    EmailHeader = new EmailHeader();
}

/** Cuts texts to the length of their fields. */
export function truncateTexts(record: ApexSObject): void {
    for (const name of record.fieldNames()) {
        const value = record.storedValue(name);
        const target = fieldTarget(record.typeName, name);
        if (typeof value === 'string' && target?.kind === 'field' && target.schema.length > 0) {
            record.store(name, value.slice(0, target.schema.length));
        }
    }
}

platformClass('Database.DMLOptions', {
    class: DmlOptions,
    type: OPTIONS,
    construct: () => new DmlOptions()
});
platformClass(ASSIGNMENT.name, {
    class: AssignmentRuleHeader,
    type: ASSIGNMENT,
    construct: () => new AssignmentRuleHeader()
});
platformClass(DUPLICATE.name, {
    class: DuplicateRuleHeader,
    type: DUPLICATE,
    construct: () => new DuplicateRuleHeader()
});
platformClass(EMAIL.name, {
    class: EmailHeader,
    type: EMAIL,
    construct: () => new EmailHeader()
});
