import type { QuickAction } from '@salesforce/types/metadata';

import type { Component } from '../../metadata/component.ts';
import type { SourceModel } from '../../metadata/model/model.ts';
import type { RecordAction } from '../../server/orgClient.ts';

/**
 * The quick actions of an object that open a Lightning web component. Every one of them is offered:
 * layouts in Salesforce choose, and the local org has no action editor.
 */
export function recordActions(
    objectName: string,
    language: string,
    model: SourceModel
): readonly RecordAction[] {
    const translated = model.objectTranslation(objectName, language)?.quickActions;
    return model
        .list('QuickAction')
        .filter((action) => action.fullName.startsWith(`${objectName}.`))
        .flatMap((action) => toAction(action, model))
        .map((action) => {
            const name = action.name.slice(objectName.length + 1).toLowerCase();
            return { ...action, label: translated?.get(name) || action.label };
        });
}

function toAction(
    { fullName, metadata }: Component<'QuickAction'>,
    model: SourceModel
): readonly RecordAction[] {
    const component = componentOf(metadata);
    if (component === undefined) {
        return [];
    }
    return [
        {
            name: fullName,
            label: metadata.label ?? fullName,
            kind:
                metadata.actionSubtype === 'Action' || isHeadless(component, model)
                    ? 'headless'
                    : 'screen',
            component: `c:${component}`
        }
    ];
}

function componentOf(action: QuickAction): string | undefined {
    return action.type === 'LightningWebComponent' ? action.lightningWebComponent : undefined;
}

function isHeadless(component: string, model: SourceModel): boolean {
    const configs = model.lightningComponents.get(component)?.targetConfigs ?? [];
    return configs.some(
        (config) =>
            config.targets.includes('lightning__RecordAction') && config.actionType === 'Action'
    );
}
