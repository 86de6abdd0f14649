import { api, LightningElement } from 'lwc';
import { messageOf, request, uiApi } from 'shell/http';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import type { ObjectInfo, RecordRepresentation, RelatedList as List } from '../session/types.ts';
import type { RecordContext } from '../recordPage/context.ts';

const PAGE_SIZE = 6;

/** Child records of the record, newest rules of the page layout for columns. */
export default class RelatedList extends LightningElement {
    @api context!: RecordContext;
    @api list!: List;
    records: readonly RecordRepresentation[] = [];
    object: ObjectInfo | undefined;
    count = '';
    error = '';
    #refreshId = 0;

    override connectedCallback(): void {
        void this.#load();
        this.#refreshId = registerRefreshHandler(this, () => this.#load());
    }

    override disconnectedCallback(): void {
        unregisterRefreshHandler(this.#refreshId);
    }

    get icon(): string {
        return this.object?.themeInfo.iconName ?? 'standard:related_list';
    }

    get heading(): string {
        return this.count ? `${this.list.label} (${this.count})` : this.list.label;
    }

    get hasRecords(): boolean {
        return this.records.length > 0 && this.object !== undefined;
    }

    async #load(): Promise<void> {
        const { recordId, object } = this.context;
        const { relationshipName, fields } = this.list;
        const relation = object.childRelationships.find(
            (r) => r.relationshipName === relationshipName
        );
        if (!relation) return;
        try {
            const child = await request(uiApi(`/object-info/${relation.childObjectApiName}`));
            const info = child as ObjectInfo;
            const search = new URLSearchParams({
                fields: withParents(fields, info).join(','),
                pageSize: String(PAGE_SIZE + 1)
            });
            const url = uiApi(`/related-list-records/${recordId}/${relationshipName}?${search}`);
            const found = (await request(url)) as { records: readonly RecordRepresentation[] };
            this.object = info;
            this.records = found.records.slice(0, PAGE_SIZE);
            this.count =
                found.records.length > PAGE_SIZE ? `${PAGE_SIZE}+` : String(found.records.length);
            this.error = '';
        } catch (error) {
            this.error = messageOf(error);
        }
    }
}

function withParents(fields: readonly string[], { fields: infos, nameFields }: ObjectInfo) {
    return [...new Set([...nameFields, ...fields])].flatMap((name) => {
        const parent = infos[name]?.reference ? infos[name]?.relationshipName : null;
        return parent ? [name, `${parent}.Name`] : [name];
    });
}
