import type { LightningPage, PageItem } from '../orgClient.ts';

/** The record page of an object for which no page was activated. */
export const STANDARD_RECORD_PAGE: LightningPage = {
    developerName: 'Standard_Record_Page',
    label: 'Default',
    type: 'RecordPage',
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: [
        region('header', [component('force:highlightsPanel')]),
        region('main', [component('flexipage:tabset', { tabs: 'tabs' })]),
        region('sidebar', [component('runtime_sales_activities:activityPanel')]),
        facet('tabs', [
            component('flexipage:tab', { title: 'Standard.Tab.relatedLists', body: 'related' }),
            component('flexipage:tab', { title: 'Standard.Tab.detail', body: 'detail' })
        ]),
        facet('related', [component('force:relatedListContainer')]),
        facet('detail', [component('force:detailPanel')])
    ]
};

function component(
    componentName: string,
    properties: Readonly<Record<string, string>> = {}
): PageItem {
    return { kind: 'component', componentName, identifier: '', properties, visibility: null };
}

function region(name: string, items: readonly PageItem[]) {
    return { name, type: 'Region' as const, items };
}

function facet(name: string, items: readonly PageItem[]) {
    return { name, type: 'Facet' as const, items };
}
