import { LightningElement } from 'lwc';

import ACTIONS from '@salesforce/label/c.Zendesk_Rule_Actions';
import CHANGE from '@salesforce/label/c.Zendesk_Rule_Change';
import CHANGED from '@salesforce/label/c.Zendesk_Rule_Changed';
import DEFAULT from '@salesforce/label/c.Zendesk_Rule_Default';
import EXPLAIN from '@salesforce/label/c.Zendesk_Rule_Explain';
import FIELD from '@salesforce/label/c.Zendesk_Rule_Field';
import NEW from '@salesforce/label/c.Zendesk_Rule_New';
import OBJECT from '@salesforce/label/c.Zendesk_Rule_Object';
import RESET from '@salesforce/label/c.Zendesk_Rule_Reset';
import SIDE from '@salesforce/label/c.Zendesk_Rule_Side';
import SOURCE from '@salesforce/label/c.Zendesk_Rule_Source';
import TITLE from '@salesforce/label/c.Zendesk_Setup_MatchRules';

import { toProblem } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';
import { listRules, resetRule, saveRule } from 'c/zendeskMatchRuleService';
import { sideLabel } from 'c/zendeskMatchSides';

import type { Problem } from 'c/zendeskErrors';
import type { RuleInput } from 'c/zendeskMatchRuleForm';
import type { MatchRule, MatchRules } from 'c/zendeskMatchRuleService';

interface Row extends MatchRule {
    readonly sideLabel: string;
    readonly sourceLabel: string;
    readonly changeLabel: string;
    readonly resetLabel: string;
}

/** The section Match Rules of the app Zendesk Setup. */
export default class ZendeskMatchRules extends LightningElement {
    readonly labels = {
        actions: ACTIONS,
        explain: EXPLAIN,
        field: FIELD,
        newRule: NEW,
        object: OBJECT,
        side: SIDE,
        source: SOURCE,
        title: TITLE
    };

    isBusy = true;
    rules?: MatchRules;
    /** Of the last change: the rule, absent for a new one. */
    edited?: MatchRule;
    isEditing = false;
    /** Why the rules could not be loaded. */
    problem?: Problem;
    /** Why a change was not saved. */
    refusal?: Problem;

    /** What was pressed opened or closed a form, and the user goes on there. */
    private isFocusDue = false;

    connectedCallback(): void {
        this.load();
    }

    renderedCallback(): void {
        if (this.isFocusDue && !this.isBusy) {
            this.isFocusDue = false;
            const place = this.refs?.form ?? this.findOpener();
            (place as HTMLElement | undefined)?.focus();
        }
    }

    get rows(): readonly Row[] {
        return (this.rules ?? []).map(toRow);
    }

    handleRetry(): void {
        this.load();
    }

    handleNew(): void {
        this.edit(undefined);
    }

    handleChange(event: Event): void {
        this.edit(this.ruleOf(event));
    }

    handleReset(event: Event): void {
        const rule = this.ruleOf(event);
        this.edited = rule;
        this.change(() => resetRule(rule?.objectName ?? ''));
    }

    handleCancel(): void {
        this.isEditing = false;
        this.isFocusDue = true;
        this.refusal = undefined;
    }

    handleSave(event: CustomEvent<RuleInput>): void {
        const { objectName, fieldPath, side } = event.detail;
        this.change(() => saveRule(objectName, fieldPath, side));
    }

    private ruleOf(event: Event): MatchRule | undefined {
        const { name } = (event.currentTarget as HTMLElement).dataset;
        return this.rules?.find(({ objectName }) => objectName === name);
    }

    private edit(rule: MatchRule | undefined): void {
        this.edited = rule;
        this.isEditing = true;
        this.isFocusDue = true;
        this.refusal = undefined;
    }

    /** The pencil of the rule that was changed, or the button for a new one. */
    private findOpener(): HTMLElement | undefined {
        const all = this.template?.querySelectorAll<HTMLElement>('[data-opener]');
        const openers = [...(all ?? [])];
        return (
            openers.find(({ dataset }) => dataset.name === this.edited?.objectName) ?? openers[0]
        );
    }

    private async load(): Promise<void> {
        this.isBusy = true;
        try {
            this.rules = await listRules();
            this.problem = undefined;
        } catch (error) {
            this.rules = undefined;
            this.problem = toProblem(error);
        }
        this.isBusy = false;
    }

    /** What was typed stays when it is refused. */
    private async change(action: () => Promise<MatchRules>): Promise<void> {
        this.isBusy = true;
        try {
            this.rules = await action();
            this.refusal = undefined;
            this.isEditing = false;
            this.isFocusDue = true;
        } catch (error) {
            this.refusal = toProblem(error);
        }
        this.isBusy = false;
    }
}

function toRow(rule: MatchRule): Row {
    return {
        ...rule,
        sideLabel: sideLabel(rule.side),
        sourceLabel: rule.isChanged ? CHANGED : DEFAULT,
        changeLabel: formatLabel(CHANGE, rule.objectLabel),
        resetLabel: formatLabel(RESET, rule.objectLabel)
    };
}
