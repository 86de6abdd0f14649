import { dirname } from 'node:path';

import type { Component } from '../component.ts';
import type { XmlNode } from '../xml/parse.ts';
import { byFullName, type NameMap } from './nameMap.ts';

/** A Lightning web component as its configuration file describes it. */
export interface LightningComponent {
    readonly fullName: string;
    /** Absolute folder of the bundle. */
    readonly folder: string;
    /** Absolute paths, tests left out. */
    readonly files: readonly string[];
    readonly apiVersion: number;
    readonly isExposed: boolean;
    readonly label: string;
    readonly description: string | null;
    readonly targets: readonly string[];
    readonly targetConfigs: readonly TargetConfig[];
    readonly capabilities: readonly string[];
}

export type FormFactor = 'Small' | 'Medium' | 'Large';

/** One `<targetConfig>`: what holds when the component is placed in one of its targets. */
export interface TargetConfig {
    readonly targets: readonly string[];
    readonly properties: readonly ComponentProperty[];
    /** Objects whose record pages may hold the component; empty for all. */
    readonly objects: readonly string[];
    /** Empty when the file does not restrict them. */
    readonly formFactors: readonly FormFactor[];
    /** `ScreenAction` or `Action`, for record actions. */
    readonly actionType: string | null;
}

/** A `<property>`: everything is text, as in the file; `name` and `type` are always there. */
export interface ComponentProperty {
    readonly name: string;
    readonly type: string;
    readonly label: string | null;
    readonly description: string | null;
    readonly default: string | null;
    readonly datasource: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly placeholder: string | null;
    readonly required: boolean;
}

export function lightningComponents(
    components: readonly Component<'LightningComponentBundle'>[]
): NameMap<LightningComponent> {
    return byFullName(components.map(toComponent));
}

function toComponent(component: Component<'LightningComponentBundle'>): LightningComponent {
    const { fullName, metadata, file, contents } = component;
    const configs = metadata.targetConfigs as XmlNode | undefined;
    return {
        fullName,
        folder: dirname(file),
        files: contents,
        apiVersion: metadata.apiVersion ?? 0,
        isExposed: metadata.isExposed ?? false,
        label: metadata.masterLabel ?? fullName,
        description: metadata.description ?? null,
        targets: metadata.targets?.target ?? [],
        targetConfigs: named(configs, 'targetConfig').map(toTargetConfig),
        capabilities: metadata.capabilities?.capability ?? []
    };
}

function toTargetConfig(node: XmlNode): TargetConfig {
    const objects = named(node, 'objects')[0];
    const factors = named(node, 'supportedFormFactors')[0];
    return {
        targets: (node.attributes['targets'] ?? '').split(',').map((target) => target.trim()),
        properties: named(node, 'property').map(toProperty),
        objects: named(objects, 'object').map((object) => object.text),
        formFactors: named(factors, 'supportedFormFactor').map(
            (factor) => factor.attributes['type'] as FormFactor
        ),
        actionType: named(node, 'actionType')[0]?.text ?? null
    };
}

function toProperty({ attributes }: XmlNode): ComponentProperty {
    return {
        name: attributes['name'] ?? '',
        type: attributes['type'] ?? 'String',
        label: attributes['label'] ?? null,
        description: attributes['description'] ?? null,
        default: attributes['default'] ?? null,
        datasource: attributes['datasource'] ?? null,
        min: attributes['min'] ?? null,
        max: attributes['max'] ?? null,
        placeholder: attributes['placeholder'] ?? null,
        required: attributes['required'] === 'true'
    };
}

function named(node: XmlNode | undefined, name: string): readonly XmlNode[] {
    return node?.children.filter((child) => child.name === name) ?? [];
}
