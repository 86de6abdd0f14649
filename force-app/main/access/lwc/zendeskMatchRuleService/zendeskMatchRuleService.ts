import listRulesOf from '@salesforce/apex/ZendeskMatchRuleController.listRules';
import resetRuleOf from '@salesforce/apex/ZendeskMatchRuleController.resetRule';
import saveRuleOf from '@salesforce/apex/ZendeskMatchRuleController.saveRule';

/** The rule of one object. */
export interface MatchRule {
    /** API name, or `PersonAccount`. */
    readonly objectName: string;
    readonly objectLabel: string;
    readonly fieldPath: string;
    /** A `Side`; of a rule that is broken, whatever it says. */
    readonly side: string;
    readonly isChanged: boolean;
}

export type MatchRules = readonly MatchRule[];

/** Each rejects with what `toProblem` reads, and answers with all rules. */
export function listRules(): Promise<MatchRules> {
    return listRulesOf() as Promise<MatchRules>;
}

export function saveRule(objectName: string, fieldPath: string, side: string): Promise<MatchRules> {
    return saveRuleOf({ objectName, fieldPath, side }) as Promise<MatchRules>;
}

export function resetRule(objectName: string): Promise<MatchRules> {
    return resetRuleOf({ objectName }) as Promise<MatchRules>;
}
