import { api, LightningElement } from 'lwc';

import AUTOMATIC from '@salesforce/label/c.Zendesk_Gate_Automatic';
import CONFIRM from '@salesforce/label/c.Zendesk_Gate_PermissionConfirm';
import CONNECTED_APP from '@salesforce/label/c.Zendesk_Gate_ConnectedApp';
import CUSTOM_PERMISSION from '@salesforce/label/c.Zendesk_Gate_CustomPermission';
import EXTERNAL_CLIENT_APP from '@salesforce/label/c.Zendesk_Gate_ExternalClientApp';
import KIND from '@salesforce/label/c.Zendesk_Gate_Kind';
import NAME from '@salesforce/label/c.Zendesk_Gate_Name';
import NAME_HELP from '@salesforce/label/c.Zendesk_Gate_NameHelp';
import WARNING from '@salesforce/label/c.Zendesk_Gate_PermissionWarning';
import CANCEL from '@salesforce/label/c.Zendesk_Button_Cancel';
import SAVE from '@salesforce/label/c.Zendesk_Button_Save';

import type { GateKind, GateReport } from 'c/zendeskAccessSetupService';

/** What was chosen; `kind` is absent for whichever app the org has. */
export interface GateChoice {
    readonly kind?: GateKind;
    readonly name: string;
}

/** A radio group has no value for "none". */
const AUTOMATIC_VALUE = 'automatic';

/** Chooses what decides who sees tickets. Fires `gatechoose` with a GateChoice, and `cancel`. */
export default class ZendeskGateChoice extends LightningElement {
    @api
    get gate(): GateReport | undefined {
        return this.current;
    }
    set gate(value: GateReport | undefined) {
        this.current = value;
        this.kind = value?.chosenKind ?? AUTOMATIC_VALUE;
        this.name = value?.chosenKind ? value.name : '';
        this.isConfirmed = false;
    }

    readonly labels = {
        cancel: CANCEL,
        confirm: CONFIRM,
        kind: KIND,
        name: NAME,
        nameHelp: NAME_HELP,
        save: SAVE,
        warning: WARNING
    };
    readonly kinds = [
        { label: AUTOMATIC, value: AUTOMATIC_VALUE },
        { label: CONNECTED_APP, value: 'connected_app' },
        { label: EXTERNAL_CLIENT_APP, value: 'external_client_app' },
        { label: CUSTOM_PERMISSION, value: 'custom_permission' }
    ];

    kind: string = AUTOMATIC_VALUE;
    name = '';
    isConfirmed = false;

    private current?: GateReport;

    @api
    focus(): void {
        (this.refs?.kind as HTMLElement | undefined)?.focus();
    }

    get hasName(): boolean {
        return this.kind !== AUTOMATIC_VALUE;
    }

    get isPermission(): boolean {
        return this.kind === 'custom_permission';
    }

    get cannotSave(): boolean {
        return this.isPermission && !this.isConfirmed;
    }

    handleKind(event: CustomEvent<{ value: string }>): void {
        this.kind = event.detail.value;
        this.name = '';
        this.isConfirmed = false;
    }

    handleName(event: CustomEvent<{ value: string }>): void {
        this.name = event.detail.value;
    }

    handleConfirm(event: CustomEvent<{ checked: boolean }>): void {
        this.isConfirmed = event.detail.checked;
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
        const kind = this.hasName ? (this.kind as GateKind) : undefined;
        const detail: GateChoice = { kind, name: this.name };
        this.dispatchEvent(new CustomEvent('gatechoose', { detail }));
    }
}
