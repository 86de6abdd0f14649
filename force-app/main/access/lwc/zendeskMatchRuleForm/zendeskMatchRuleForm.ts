import { api, LightningElement } from 'lwc';

import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import SAVE from '@salesforce/label/c.Zendesk_Button_Save';
import FIELD from '@salesforce/label/c.Zendesk_Rule_Field';
import FIELD_HELP from '@salesforce/label/c.Zendesk_Rule_FieldHelp';
import OBJECT from '@salesforce/label/c.Zendesk_Rule_Object';
import OBJECT_HELP from '@salesforce/label/c.Zendesk_Rule_ObjectHelp';
import SIDE from '@salesforce/label/c.Zendesk_Rule_Side';

import { sideOptions } from 'c/zendeskMatchSides';

import type { MatchRule } from 'c/zendeskMatchRuleService';

/** What is to be saved. */
export interface RuleInput {
    readonly objectName: string;
    readonly fieldPath: string;
    readonly side: string;
}

/** Changes the rule of an object, or makes one. Fires `rulesave` with a RuleInput, and `cancel`. */
export default class ZendeskMatchRuleForm extends LightningElement {
    /** Absent for a rule of an object that has none yet. */
    @api
    get rule(): MatchRule | undefined {
        return this.current;
    }
    set rule(value: MatchRule | undefined) {
        this.current = value;
        this.objectName = value?.objectName ?? '';
        this.fieldPath = value?.fieldPath ?? '';
        this.side = value?.side ?? '';
    }

    readonly labels = {
        cancel: CANCEL,
        field: FIELD,
        fieldHelp: FIELD_HELP,
        object: OBJECT,
        objectHelp: OBJECT_HELP,
        save: SAVE,
        side: SIDE
    };
    readonly sides = sideOptions;

    objectName = '';
    fieldPath = '';
    side = '';

    private current?: MatchRule;

    /** To what is typed first. */
    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>('lightning-input')?.focus();
    }

    get isNew(): boolean {
        return this.current === undefined;
    }

    get cannotSave(): boolean {
        return !this.objectName.trim() || !this.fieldPath.trim() || !this.side;
    }

    handleObject(event: CustomEvent<{ value: string }>): void {
        this.objectName = event.detail.value;
    }

    handleField(event: CustomEvent<{ value: string }>): void {
        this.fieldPath = event.detail.value;
    }

    handleSide(event: CustomEvent<{ value: string }>): void {
        this.side = event.detail.value;
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            this.handleCancel();
        }
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleSave(): void {
        const { objectName, fieldPath, side } = this;
        const detail: RuleInput = { objectName, fieldPath, side };
        this.dispatchEvent(new CustomEvent('rulesave', { detail }));
    }
}
