import type {
    ComponentInstance,
    FieldInstance,
    FlexiPageRegion,
    UiFormulaRule
} from '@salesforce/types/metadata';

import type { Component } from '../../metadata/component.ts';
import type {
    LightningPage,
    PageItem,
    PageRegion,
    VisibilityRule
} from '../../server/orgClient.ts';

/** A FlexiPage as the shell draws it. */
export function lightningPage({ fullName, metadata }: Component<'FlexiPage'>): LightningPage {
    return {
        developerName: fullName,
        label: metadata.masterLabel,
        type: pageType(metadata.type),
        template: metadata.template?.name ?? '',
        regions: metadata.flexiPageRegions.map(region)
    };
}

function pageType(type: string): LightningPage['type'] {
    switch (type) {
        case 'RecordPage':
        case 'HomePage':
        case 'AppPage':
            return type;
        default:
            return 'other';
    }
}

function region({ name, type, itemInstances }: FlexiPageRegion): PageRegion {
    return {
        name,
        type: type === 'Facet' ? 'Facet' : 'Region',
        items: itemInstances.flatMap(({ componentInstance, fieldInstance }) => [
            ...(componentInstance ? [component(componentInstance)] : []),
            ...(fieldInstance ? [field(fieldInstance)] : [])
        ])
    };
}

function component(instance: ComponentInstance): PageItem {
    const properties = instance.componentInstanceProperties.flatMap(({ name, value, valueList }) =>
        name === undefined
            ? []
            : [[name, valueList?.valueListItems.map((item) => item.value ?? '') ?? value ?? '']]
    );
    return {
        kind: 'component',
        componentName: qualified(instance.componentName),
        identifier: instance.identifier ?? instance.componentName,
        properties: Object.fromEntries(properties) as Record<string, string | string[]>,
        visibility: visibility(instance.visibilityRule)
    };
}

/** A component of the source is written without namespace. */
function qualified(name: string): string {
    return name.includes(':') ? name : `c:${name}`;
}

function field(instance: FieldInstance): PageItem {
    const behavior = instance.fieldInstanceProperties.find(({ name }) => name === 'uiBehavior');
    return {
        kind: 'field',
        fieldItem: instance.fieldItem,
        uiBehavior:
            behavior?.value === 'readonly' || behavior?.value === 'required'
                ? behavior.value
                : 'none',
        visibility: visibility(instance.visibilityRule)
    };
}

function visibility(rule: UiFormulaRule | undefined): VisibilityRule | null {
    return rule
        ? {
              booleanFilter: rule.booleanFilter ?? null,
              criteria: rule.criteria.map((criterion) => ({
                  leftValue: criterion.leftValue,
                  operator: criterion.operator,
                  rightValue: criterion.rightValue ?? ''
              }))
          }
        : null;
}
