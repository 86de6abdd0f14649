import { api, LightningElement } from 'lwc';
import { messageOf } from 'shell/http';
import {
    ipRelaxationOptions,
    permittedUsersOptions,
    refreshOptions,
    unitOptions
} from 'shell/policyTexts';
import { goTo } from 'shell/router';
import { appUrl, getApp, savePolicies } from 'shell/setupApi';
import { texts } from 'shell/texts';
import type { ConnectedAppDetail, ConnectedAppPolicies } from '../session/types.ts';

/** Edit Policies of a connected app. */
export default class ConnectedAppPoliciesForm extends LightningElement {
    @api appId = '';
    texts = texts;
    app: ConnectedAppDetail | null = null;
    policies: ConnectedAppPolicies | null = null;
    error = '';
    options = {
        permittedUsers: permittedUsersOptions,
        ipRelaxation: ipRelaxationOptions,
        refresh: refreshOptions,
        units: unitOptions
    };

    override async connectedCallback(): Promise<void> {
        try {
            this.app = await getApp(this.appId);
            this.policies = this.app.policies;
        } catch (error) {
            this.error = messageOf(error);
        }
    }

    get isTimed(): boolean {
        return ['NotUsed', 'Lifetime'].includes(this.policies?.refreshPolicy ?? '');
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        const { name } = event.target as HTMLInputElement;
        if (!this.policies) return;
        const value = name === 'refreshPeriod' ? Number(event.detail.value) : event.detail.value;
        this.policies = { ...this.policies, [name]: value };
    }

    async handleSave(): Promise<void> {
        if (!this.policies) return;
        try {
            await savePolicies(this.appId, this.#complete(this.policies));
            goTo(appUrl(this.appId, 'view'));
        } catch (error) {
            this.error = messageOf(error);
        }
    }

    /** A policy without a period has none; one with a period starts at days. */
    #complete(policies: ConnectedAppPolicies): ConnectedAppPolicies {
        return this.isTimed
            ? { ...policies, refreshPeriodUnit: policies.refreshPeriodUnit ?? 'Days' }
            : { ...policies, refreshPeriod: null, refreshPeriodUnit: null };
    }

    handleCancel(): void {
        goTo(appUrl(this.appId, 'view'));
    }
}
