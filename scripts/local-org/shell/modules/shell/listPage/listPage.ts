import { api, LightningElement } from 'lwc';
import { messageOf, request, uiApi } from 'shell/http';
import RecordForm from 'shell/recordForm';
import { goTo, recordUrl } from 'shell/router';
import { text, texts } from 'shell/texts';
import type { ListView, PageModel, RecordRepresentation } from '../session/types.ts';

type ListModel = Extract<PageModel, { kind: 'list' }>;

const PAGE_SIZE = 200;

/** Object home: a list view as a table. */
export default class ListPage extends LightningElement {
    @api page!: ListModel;
    texts = texts;
    records: readonly RecordRepresentation[] | null = null;
    sortedBy = '';
    descending = false;
    error = '';

    override connectedCallback(): void {
        [this.sortedBy = ''] = this.object.nameFields;
        void this.#load();
    }

    get object() {
        return this.page.object;
    }

    get view(): ListView | undefined {
        return this.page.views.find(({ developerName }) => developerName === this.page.viewName);
    }

    get viewLabel(): string {
        return this.view?.label ?? '';
    }

    get columns(): readonly string[] {
        return this.view?.columns ?? [];
    }

    get isEmpty(): boolean {
        return this.records?.length === 0;
    }

    get meta(): string {
        const count = this.records?.length ?? 0;
        const items = count < PAGE_SIZE ? text('items', count) : text('itemsMore', count);
        const sorted = text('sortedBy', this.object.fields[this.sortedBy]?.label ?? '');
        return [items, sorted, text('filteredBy', this.viewLabel), texts.updatedNow].join(' • ');
    }

    handleView(event: CustomEvent<{ value: string }>): void {
        goTo(`/lightning/o/${this.object.apiName}/list?filterName=${event.detail.value}`);
    }

    handleSort(event: CustomEvent<{ name: string }>): void {
        const { name } = event.detail;
        this.descending = name === this.sortedBy && !this.descending;
        this.sortedBy = name;
        void this.#load();
    }

    handleRefresh(): void {
        void this.#load();
    }

    async handleNew(): Promise<void> {
        const { object } = this;
        const { layoutSections: sections } = (await request(
            `/_shell/layout/${object.apiName}`
        )) as { layoutSections: unknown };
        const label = text('newTitle', object.label);
        const saved: unknown = await RecordForm.open({ size: 'medium', label, object, sections });
        if (typeof saved === 'string') goTo(recordUrl(object.apiName, saved));
    }

    async #load(): Promise<void> {
        const { object, page } = this;
        const search = new URLSearchParams({
            pageSize: String(PAGE_SIZE),
            sortBy: `${this.descending ? '-' : ''}${this.sortedBy}`
        });
        try {
            const url = uiApi(`/list-records/${object.apiName}/${page.viewName}?${search}`);
            const found = (await request(url)) as { records: readonly RecordRepresentation[] };
            this.records = found.records;
            this.error = '';
        } catch (error) {
            this.error = messageOf(error);
        }
    }
}
