import type { Component } from './component.ts';
import type { Problem } from './problems.ts';
import type { MetadataTypeName } from './registry.ts';

/** Types of which several files with one name add up instead of clashing. */
const MERGED: readonly MetadataTypeName[] = ['CustomLabels', 'CustomObject', 'Translations'];
const NEED_CONTENT: readonly MetadataTypeName[] = [
    'ApexClass',
    'ApexComponent',
    'ApexPage',
    'ApexTrigger',
    'StaticResource'
];

const CODE = /\.(cls|trigger|page|component)$/;

/** Code without the XML beside it is no component; a deployment would leave it out without a word. */
export function checkContents(
    contents: readonly string[],
    components: readonly Component[]
): readonly Problem[] {
    const taken = new Set(components.flatMap((component) => component.contents));
    return contents
        .filter((file) => CODE.test(file) && !taken.has(file))
        .map((file) => ({
            severity: 'error',
            file,
            line: null,
            element: null,
            message: 'There is no -meta.xml file beside it that can be read; the file is left out'
        }));
}

/** Faults that show only when files are seen together: names used twice, code that is missing. */
export function checkComponents(components: readonly Component[]): readonly Problem[] {
    return [
        ...duplicates(components),
        ...withoutContent(components),
        ...duplicateLabels(components)
    ];
}

function duplicates(components: readonly Component[]): readonly Problem[] {
    const first = new Map<string, Component>();
    return components
        .filter((component) => !MERGED.includes(component.type))
        .flatMap((component) => {
            const key = `${component.type}:${component.fullName}`.toLowerCase();
            const other = first.get(key);
            first.set(key, other ?? component);
            return other ? [problem(component, `Also defined in ${other.file}`)] : [];
        });
}

function withoutContent(components: readonly Component[]): readonly Problem[] {
    return components
        .filter(({ type, contents }) => NEED_CONTENT.includes(type) && contents.length === 0)
        .map((component) =>
            problem(component, `The ${component.type} has no content file beside it`)
        );
}

function duplicateLabels(components: readonly Component[]): readonly Problem[] {
    const first = new Map<string, string>();
    return components.flatMap((component) =>
        labelNames(component).flatMap((name) => {
            const other = first.get(name.toLowerCase());
            first.set(name.toLowerCase(), other ?? component.file);
            return other
                ? [problem(component, `The label ${name} is also defined in ${other}`)]
                : [];
        })
    );
}

function labelNames(component: Component): readonly string[] {
    return component.type === 'CustomLabels'
        ? (component as Component<'CustomLabels'>).metadata.labels.map(
              (label) => label.fullName ?? ''
          )
        : [];
}

function problem(component: Component, message: string): Problem {
    return {
        severity: 'error',
        file: component.file,
        line: null,
        element: component.type,
        message
    };
}
