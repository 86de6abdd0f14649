import { LightningElement } from 'lwc';

import CHANGE from '@salesforce/label/c.Zendesk_Gate_Change';
import CONNECTED_APP from '@salesforce/label/c.Zendesk_Gate_ConnectedApp';
import CUSTOM_PERMISSION from '@salesforce/label/c.Zendesk_Gate_CustomPermission';
import EXTERNAL_CLIENT_APP from '@salesforce/label/c.Zendesk_Gate_ExternalClientApp';
import IN_FORCE from '@salesforce/label/c.Zendesk_Gate_InForce';
import NONE from '@salesforce/label/c.Zendesk_Gate_None';
import SELECTED from '@salesforce/label/c.Zendesk_Gate_Selected';
import TITLE from '@salesforce/label/c.Zendesk_Gate_Title';
import REFRESH from '@salesforce/label/c.Zendesk_List_Refresh';

import { chooseGate, getSetup, saveSignedNotes } from 'c/zendeskAccessSetupService';
import { toProblem } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';

import type { AccessSetup, GateKind } from 'c/zendeskAccessSetupService';
import type { Problem } from 'c/zendeskErrors';
import type { GateChoice } from 'c/zendeskGateChoice';
import type ZendeskSignedNotes from 'c/zendeskSignedNotes';

const KINDS: Readonly<Record<GateKind, string>> = {
    connected_app: CONNECTED_APP,
    external_client_app: EXTERNAL_CLIENT_APP,
    custom_permission: CUSTOM_PERMISSION
};

/** The section Access of the app Zendesk Setup: how it stands, and what an admin can change. */
export default class ZendeskAccessSetup extends LightningElement {
    readonly labels = {
        change: CHANGE,
        refresh: REFRESH,
        title: TITLE
    };

    isBusy = true;
    isChoosing = false;
    setup?: AccessSetup;
    /** Why it could not be loaded. */
    problem?: Problem;
    /** Why a change was not saved. */
    refusal?: Problem;

    /** What was pressed gave way to something else, on which the user goes on. */
    private isFocusDue = false;

    connectedCallback(): void {
        this.load();
    }

    renderedCallback(): void {
        if (this.isFocusDue && !this.isBusy) {
            this.isFocusDue = false;
            const place = this.refs?.choice ?? this.refs?.change;
            (place as HTMLElement | undefined)?.focus();
        }
    }

    get inForce(): string {
        const { kind, name } = this.setup?.gate ?? {};
        return kind ? formatLabel(IN_FORCE, KINDS[kind], name) : formatLabel(NONE, name);
    }

    get selected(): string {
        const { profileCount, permissionSetCount } = this.setup?.gate ?? {};
        return formatLabel(SELECTED, profileCount, permissionSetCount);
    }

    handleRefresh(): void {
        this.load();
    }

    handleChange(): void {
        this.isChoosing = true;
        this.isFocusDue = true;
    }

    handleCancel(): void {
        this.isChoosing = false;
        this.isFocusDue = true;
        this.refusal = undefined;
    }

    async handleChoose(event: CustomEvent<GateChoice>): Promise<void> {
        const { kind, name } = event.detail;
        await this.save(() => chooseGate(kind, name));
        this.isChoosing = this.refusal !== undefined;
        this.isFocusDue = !this.isChoosing;
    }

    async handleSignedNotes(event: CustomEvent<{ isAllowed: boolean }>): Promise<void> {
        const { isAllowed } = event.detail;
        const card = event.target as unknown as ZendeskSignedNotes;
        await this.save(() => saveSignedNotes(isAllowed));
        card.reset();
    }

    private async load(): Promise<void> {
        this.isBusy = true;
        try {
            this.setup = await getSetup();
            this.problem = undefined;
        } catch (error) {
            this.setup = undefined;
            this.problem = toProblem(error);
        }
        this.isBusy = false;
    }

    private async save(change: () => Promise<AccessSetup>): Promise<void> {
        this.isBusy = true;
        try {
            this.setup = await change();
            this.refusal = undefined;
        } catch (error) {
            this.refusal = toProblem(error);
        }
        this.isBusy = false;
    }
}
