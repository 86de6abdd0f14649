import { basename, dirname, join, sep } from 'node:path';

import type { Component } from './component.ts';
import type { Placement } from './files/classify.ts';
import type { Problem, Report } from './problems.ts';
import type { MetadataTypes } from './registry.ts';
import { decode } from './xml/decode.ts';
import { parseXml, type XmlNode, XmlSyntaxError } from './xml/parse.ts';

/** What one XML file gave; no metadata when it could not be read at all. */
export interface ReadFile {
    readonly placement: Placement;
    readonly metadata: MetadataTypes[keyof MetadataTypes] | null;
    readonly problems: readonly Problem[];
}

/** Parses and checks one XML file of a known type. */
export function readMetadata(file: string, text: string, placement: Placement): ReadFile {
    const problems: Problem[] = [];
    const report: Report = (problem) => problems.push({ ...problem, file });
    const root = parseRoot(text, placement, report);
    const metadata =
        root && (decode(root, placement.type, report) as unknown as ReadFile['metadata']);
    return { placement, metadata: metadata ?? null, problems };
}

function parseRoot(text: string, placement: Placement, report: Report): XmlNode | undefined {
    try {
        const root = parseXml(text);
        if (root.name === placement.type) {
            return root;
        }
        const message = `The file must hold a ${placement.type}, not a ${root.name}`;
        report({ severity: 'error', line: root.line, element: root.name, message });
    } catch (error) {
        if (!(error instanceof XmlSyntaxError)) {
            throw error;
        }
        report({ severity: 'error', line: error.line, element: null, message: error.message });
    }
    return undefined;
}

/** Joins a read file with its name and the files that belong to it. */
export function toComponent(
    file: string,
    read: ReadFile & { readonly metadata: MetadataTypes[keyof MetadataTypes] },
    siblings: ContentIndex
): Component {
    const { placement, metadata } = read;
    return {
        type: placement.type,
        fullName:
            placement.parent === null ? placement.name : `${placement.parent}.${placement.name}`,
        file,
        metadata,
        contents: contentsOf(file, placement, siblings)
    };
}

/** All files that are not XML of a component, by their folder. */
export type ContentIndex = ReadonlyMap<string, readonly string[]>;

function contentsOf(file: string, placement: Placement, index: ContentIndex): readonly string[] {
    const folder = dirname(file);
    switch (placement.layout) {
        case 'file':
        case 'child':
            return [];
        case 'bundle':
            return below(folder, index);
        case 'content':
            return placement.type === 'StaticResource'
                ? resourceContents(folder, placement.name, index)
                : (index.get(folder) ?? []).filter((path) => `${path}-meta.xml` === file);
    }
}

/** A static resource is one file of any extension, or a folder that is zipped at deployment. */
function resourceContents(folder: string, name: string, index: ContentIndex): readonly string[] {
    const beside = index.get(folder) ?? [];
    const single = beside.filter((path) => basename(path).replace(/\.[^.]*$/, '') === name);
    return single.length > 0 ? single : below(join(folder, name), index);
}

function below(folder: string, index: ContentIndex): readonly string[] {
    return [...index]
        .filter(([path]) => path === folder || path.startsWith(folder + sep))
        .flatMap(([, files]) => files);
}
