import { describe, expect, it } from '@jest/globals';
import type { LightningPage, PageItem } from '../../orgClient.ts';
import { pageTree } from '../pageTree.ts';

const component = (
    componentName: string,
    properties: Readonly<Record<string, string>> = {}
): PageItem => ({ kind: 'component', componentName, identifier: '', properties, visibility: null });

const page = (regions: LightningPage['regions']): LightningPage => ({
    developerName: 'P',
    label: 'P',
    type: 'RecordPage',
    template: 'flexipage:recordHomeTemplateDesktop',
    regions
});

const options = {
    isVisible: () => true,
    typedProperties: (_: string, properties: Readonly<Record<string, unknown>>) => properties
};

describe('pageTree', () => {
    it('nests the facets that properties name', () => {
        const tree = pageTree(
            page([
                {
                    name: 'main',
                    type: 'Region',
                    items: [component('flexipage:tabset', { tabs: 'f1' })]
                },
                { name: 'f1', type: 'Facet', items: [component('flexipage:tab', { body: 'f2' })] },
                { name: 'f2', type: 'Facet', items: [component('c:list')] }
            ]),
            options
        );
        const [tabset] = tree.regions[0]?.items ?? [];
        const [tab] = tabset?.facets['tabs'] ?? [];
        expect(tab?.facets['body']?.map((node) => node.component)).toEqual(['c:list']);
    });

    it('leaves out what a rule hides', () => {
        const region = { name: 'main', type: 'Region' as const, items: [component('c:a')] };
        const tree = pageTree(page([region]), { ...options, isVisible: () => false });
        expect(tree.regions[0]?.items).toEqual([]);
    });

    it('survives facets that name each other', () => {
        const tree = pageTree(
            page([
                {
                    name: 'main',
                    type: 'Region',
                    items: [component('flexipage:tab', { body: 'f' })]
                },
                { name: 'f', type: 'Facet', items: [component('flexipage:tab', { body: 'f' })] }
            ]),
            options
        );
        expect(tree.regions).toHaveLength(1);
    });

    it('makes a field item a node of its own', () => {
        const item: PageItem = {
            kind: 'field',
            fieldItem: 'Record.Name',
            uiBehavior: 'readonly',
            visibility: null
        };
        const tree = pageTree(page([{ name: 'main', type: 'Region', items: [item] }]), options);
        expect(tree.regions[0]?.items[0]).toMatchObject({
            component: 'field',
            properties: { fieldName: 'Name', uiBehavior: 'readonly' }
        });
    });
});
