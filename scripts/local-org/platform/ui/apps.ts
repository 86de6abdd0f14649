import type { SourceModel } from '../../metadata/model/model.ts';
import type { Schema } from '../../data/schema/types.ts';
import type { LightningApp, NavItem } from '../../server/orgClient.ts';
import { lightningPage } from './lightningPage.ts';
import { localizedObject, localizedText } from './localize.ts';

const SALES_TABS = [
    'standard-home',
    'standard-Account',
    'standard-Contact',
    'standard-Lead',
    'standard-Opportunity',
    'standard-Case'
];

/** The apps of the launcher: Salesforce's own Sales app, then those of the source that the user sees. */
export function lightningApps(scene: Scene): readonly LightningApp[] {
    const { model, language } = scene;
    const own = model
        .list('CustomApplication')
        .filter((app) => app.metadata.uiType !== 'Aloha' && scene.isVisible(app.fullName))
        .map(({ fullName, metadata }) => {
            const translated = model.appTranslation(fullName, language);
            return {
                name: fullName,
                label: translated?.label || (metadata.label ?? fullName),
                description: translated?.description || (metadata.description ?? ''),
                items: metadata.tabs.flatMap((tab) => navItem(tab, scene))
            };
        });
    const sales = {
        name: 'standard__LightningSales',
        label: localizedText('Sales', language),
        description: 'Manage your sales process with accounts, leads, opportunities, and more',
        items: SALES_TABS.flatMap((tab) => navItem(tab, scene))
    };
    return [sales, ...own];
}

interface Scene {
    readonly model: SourceModel;
    readonly schema: Schema;
    readonly language: string;
    readonly isVisible: (appName: string) => boolean;
}

function navItem(
    tab: string,
    { model, schema, language }: Omit<Scene, 'isVisible'>
): readonly NavItem[] {
    if (tab.toLowerCase() === 'standard-home') {
        return [{ kind: 'home', name: tab, label: localizedText('Home', language) }];
    }
    const object = schema.object(tab.replace(/^standard-/, ''));
    if (object) {
        return [
            {
                kind: 'object',
                objectApiName: object.name,
                label: localizedObject(object, language, model).labelPlural
            }
        ];
    }
    return pageItem(tab, model, language);
}

/** A tab of a Lightning page, or of a component, which is a page with that component alone. */
function pageItem(name: string, model: SourceModel, language: string): readonly NavItem[] {
    const tab = model.find('CustomTab', name)?.metadata;
    const flexiPage = tab?.flexiPage && model.find('FlexiPage', tab.flexiPage);
    const page = flexiPage
        ? lightningPage(flexiPage)
        : tab?.lwcComponent && componentPage(name, tab.lwcComponent);
    if (!tab || !page) {
        return [];
    }
    const label = model.tabTranslation(name, language) ?? tab.label ?? page.label;
    return [{ kind: 'page', name, label, icon: tabIcon(tab.motif), page }];
}

function componentPage(name: string, component: string) {
    return {
        developerName: name,
        label: name,
        type: 'AppPage' as const,
        template: 'flexipage:defaultAppHomeTemplate',
        regions: [
            {
                name: 'main',
                type: 'Region' as const,
                items: [
                    {
                        kind: 'component' as const,
                        componentName: component.includes(':') ? component : `c:${component}`,
                        identifier: component,
                        properties: {},
                        visibility: null
                    }
                ]
            }
        ]
    };
}

/** `Custom18: Form` is the icon `custom:custom18`. */
function tabIcon(motif: string | undefined): string {
    const number = /^Custom(\d+)/.exec(motif ?? '')?.[1];
    return number === undefined ? 'standard:default' : `custom:custom${number}`;
}
