import { api, LightningElement } from 'lwc';
import { texts } from 'shell/texts';
import type { PageNode } from '../recordPage/context.ts';

const STANDARD: Readonly<Record<string, string>> = {
    'Standard.Tab.activity': texts.activity,
    'Standard.Tab.collaborate': texts.chatter,
    'Standard.Tab.detail': texts.details,
    'Standard.Tab.relatedLists': texts.related
};

/** Tabs of a Lightning page. A tab's components are made when it is first opened. */
export default class Tabset extends LightningElement {
    @api context: unknown;
    @api node!: PageNode;
    opened: readonly string[] = [];

    get tabs() {
        return this.tabNodes.map((node) => ({
            id: node.id,
            node,
            label: titleOf(node),
            isShown: this.opened.includes(node.id)
        }));
    }

    get activeTab(): string {
        const active = this.tabNodes.find(({ properties }) => properties['active'] === 'true');
        return (active ?? this.tabNodes[0])?.id ?? '';
    }

    get tabNodes(): readonly PageNode[] {
        return this.node.facets['tabs'] ?? [];
    }

    handleActive(event: Event): void {
        const { id = '' } = (event.currentTarget as HTMLElement).dataset;
        if (!this.opened.includes(id)) this.opened = [...this.opened, id];
    }
}

function titleOf({ properties }: PageNode): string {
    const title = String(properties['title'] ?? '');
    return STANDARD[title] ?? title;
}
