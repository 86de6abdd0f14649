import type { LightningPage, PageItem } from '../orgClient.ts';

/** A component on a page with its facets in place, ready for the browser. */
export interface PageNode {
    /** `force:detailPanel`, `c:zendeskTicketView`..., or `field` for a field of a field section. */
    readonly component: string;
    readonly id: string;
    readonly properties: Readonly<Record<string, unknown>>;
    /** Components of the facets that properties name, by property. */
    readonly facets: Readonly<Record<string, readonly PageNode[]>>;
}

export interface PageTree {
    readonly template: string;
    readonly regions: readonly { readonly name: string; readonly items: readonly PageNode[] }[];
}

export interface PageTreeOptions {
    isVisible(item: PageItem): boolean;
    /** Typed values of a custom component's properties, with the defaults of its bundle. */
    typedProperties(
        componentName: string,
        properties: Readonly<Record<string, string | readonly string[]>>
    ): Readonly<Record<string, unknown>>;
}

/** Lays out a Lightning page: facets nested where they are named, invisible components left out. */
export function pageTree(page: LightningPage, options: PageTreeOptions): PageTree {
    const facets = new Map(
        page.regions.filter(({ type }) => type === 'Facet').map((facet) => [facet.name, facet])
    );
    const nodesOf = (items: readonly PageItem[], depth: number): readonly PageNode[] =>
        items
            .filter((item) => options.isVisible(item))
            .map((item, index) => toNode(item, `${item.kind}-${index}`, depth));

    const toNode = (item: PageItem, id: string, depth: number): PageNode => {
        if (item.kind === 'field') return fieldNode(item, id);
        const named = Object.entries(item.properties).filter(
            ([, value]) => typeof value === 'string' && facets.has(value) && depth < MAX_DEPTH
        );
        const nested = named.map(([name, value]) => [
            name,
            nodesOf(facets.get(String(value))?.items ?? [], depth + 1)
        ]);
        return {
            component: item.componentName,
            id: item.identifier || id,
            properties: options.typedProperties(item.componentName, item.properties),
            facets: Object.fromEntries(nested)
        };
    };
    const regions = page.regions.filter(({ type }) => type === 'Region');
    return {
        template: page.template,
        regions: regions.map(({ name, items }) => ({ name, items: nodesOf(items, 0) }))
    };
}

/** Deeper than App Builder nests; guards against facets that name each other. */
const MAX_DEPTH = 12;

function fieldNode(item: Extract<PageItem, { kind: 'field' }>, id: string): PageNode {
    const properties = {
        fieldName: item.fieldItem.replace(/^Record\./, ''),
        uiBehavior: item.uiBehavior
    };
    return { component: 'field', id, properties, facets: {} };
}
