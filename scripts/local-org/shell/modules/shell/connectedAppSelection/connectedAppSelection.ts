import { api, LightningElement } from 'lwc';
import { messageOf } from 'shell/http';
import { goTo } from 'shell/router';
import { appUrl, getApp, saveSelection } from 'shell/setupApi';
import type { SelectionKind } from 'shell/setupApi';
import { text, texts } from 'shell/texts';
import type { SetupChoice } from '../session/types.ts';

/** Manage Profiles and Manage Permission Sets of a connected app. */
export default class ConnectedAppSelection extends LightningElement {
    @api appId = '';
    @api kind: SelectionKind = 'profiles';
    texts = texts;
    appLabel = '';
    choices: readonly SetupChoice[] = [];
    chosen: readonly string[] = [];
    error = '';

    override async connectedCallback(): Promise<void> {
        try {
            const app = await getApp(this.appId);
            this.appLabel = app.label;
            this.choices = this.kind === 'profiles' ? app.profiles : app.permissionSets;
            this.chosen = this.choices.filter(({ selected }) => selected).map(({ id }) => id);
        } catch (error) {
            this.error = messageOf(error);
        }
    }

    get heading(): string {
        return this.kind === 'profiles' ? texts.profiles : texts.permissionSets;
    }

    get rows() {
        return this.choices.map((choice) => ({
            ...choice,
            checked: this.chosen.includes(choice.id),
            selectLabel: text('select', choice.label)
        }));
    }

    handleToggle(event: CustomEvent<{ checked: boolean }>): void {
        const { id = '' } = (event.target as HTMLElement).dataset;
        const others = this.chosen.filter((chosen) => chosen !== id);
        this.chosen = event.detail.checked ? [...others, id] : others;
    }

    async handleSave(): Promise<void> {
        try {
            await saveSelection(this.appId, this.kind, this.chosen);
            goTo(appUrl(this.appId, 'view'));
        } catch (error) {
            this.error = messageOf(error);
        }
    }

    handleCancel(): void {
        goTo(appUrl(this.appId, 'view'));
    }
}
