import { api, LightningElement } from 'lwc';
import Confirm from 'lightning/confirm';
import { deleteRecord } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { fieldLabel } from 'shell/fieldLabel';
import { messageOf } from 'shell/http';
import RecordForm from 'shell/recordForm';
import { runAction } from 'shell/recordActions';
import { goTo } from 'shell/router';
import { isPhone } from 'shell/session';
import { text, texts } from 'shell/texts';
import type { RecordContext } from '../recordPage/context.ts';

interface Action {
    readonly name: string;
    readonly label: string;
}

const EDIT = 'standard.Edit';
const DELETE = 'standard.Delete';

/** Name, key fields and actions of the record. */
export default class HighlightsPanel extends LightningElement {
    @api context!: RecordContext;
    texts = texts;

    get object() {
        return this.context.object;
    }

    get record() {
        return this.context.record;
    }

    get recordName(): string {
        const [nameField = 'Name'] = this.object.nameFields;
        return String(this.record?.fields[nameField]?.value ?? '');
    }

    get fields() {
        return this.context.model.compactFields.flatMap((name) => {
            const info = this.object.fields[name];
            return info ? [{ name, label: fieldLabel(info) }] : [];
        });
    }

    get hasFields(): boolean {
        return this.fields.length > 0;
    }

    get actions(): readonly Action[] {
        const own = this.context.model.actions.map(({ name, label }) => ({ name, label }));
        return [
            ...own,
            ...(this.object.updateable ? [{ name: EDIT, label: texts.edit }] : []),
            ...(this.object.deletable ? [{ name: DELETE, label: texts.delete }] : [])
        ];
    }

    get visibleActions(): readonly Action[] {
        return this.actions.slice(0, isPhone ? 1 : 3);
    }

    get menuActions(): readonly Action[] {
        return this.actions.slice(isPhone ? 1 : 3);
    }

    get hasMenu(): boolean {
        return this.menuActions.length > 0;
    }

    handleAction(event: Event): void {
        void this.#run((event.currentTarget as HTMLElement).dataset['name'] ?? '');
    }

    handleMenu(event: CustomEvent<{ value: string }>): void {
        void this.#run(event.detail.value);
    }

    async #run(name: string): Promise<void> {
        if (name === EDIT) return this.#edit();
        if (name === DELETE) return this.#delete();
        const action = this.context.model.actions.find((candidate) => candidate.name === name);
        if (action) await runAction(action, this.context).catch((error) => this.#fail(error));
    }

    #fail(error: unknown): void {
        const message = messageOf(error);
        this.dispatchEvent(new ShowToastEvent({ title: texts.snag, message, variant: 'error' }));
    }

    async #edit(): Promise<void> {
        const { object, record, model } = this.context;
        const label = text('editTitle', this.recordName);
        await RecordForm.open({
            size: 'medium',
            label,
            object,
            record,
            sections: model.layoutSections
        });
    }

    async #delete(): Promise<void> {
        const label = `${texts.delete} ${this.object.label}`;
        const message = text('deleteQuestion', this.object.label.toLowerCase());
        if (!(await Confirm.open({ label, message, theme: 'default' }))) return;
        try {
            await deleteRecord(this.context.recordId);
            const title = text('deleted', this.object.label, this.recordName);
            this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
            goTo(`/lightning/o/${this.object.apiName}/list`, true);
        } catch (error) {
            const message = messageOf(error);
            this.dispatchEvent(
                new ShowToastEvent({ title: texts.snag, message, variant: 'error' })
            );
        }
    }
}
