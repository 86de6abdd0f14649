import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Component } from './component.ts';
import { classify, type Placement } from './files/classify.ts';
import { type SourceFile, walk } from './files/walk.ts';
import { SourceModel } from './model/model.ts';
import type { Problem } from './problems.ts';
import { type ContentIndex, readMetadata, type ReadFile, toComponent } from './readComponent.ts';
import { checkComponents, checkContents } from './checkComponents.ts';

/** What a refresh found; `file` is absolute. */
export interface SourceChange {
    readonly kind: 'added' | 'changed' | 'removed';
    readonly file: string;
}

/** Source folders that can be read again; only files that changed on disk are parsed again. */
export interface Source {
    readonly model: SourceModel;
    /** Looks at the disk; empty when nothing changed, and then `model` stays the same object. */
    refresh(): readonly SourceChange[];
}

interface Entry {
    readonly file: SourceFile;
    readonly read: ReadFile | null;
    readonly problems: readonly Problem[];
}

/** Changes the text of a file before it is read, as a deployment's replacements do. */
export type Edit = (file: string, text: string) => string;

/**
 * Reads Salesforce DX source format from folders, at any nesting. Faults in files are problems of the
 * model, not exceptions: what can be read is read.
 */
export function readSource(folders: readonly string[], edit: Edit = (_, text) => text): Source {
    let entries = readEntries(folders, edit, new Map());
    let model = toModel(entries);
    return {
        get model() {
            return model;
        },
        refresh() {
            const next = readEntries(folders, edit, entries);
            const changes = compare(entries, next);
            entries = next;
            model = changes.length > 0 ? toModel(next) : model;
            return changes;
        }
    };
}

type Entries = ReadonlyMap<string, Entry>;

function readEntries(folders: readonly string[], edit: Edit, known: Entries): Entries {
    return new Map(
        walk(folders).map((file) => {
            const before = known.get(file.path);
            return [file.path, before?.file.stamp === file.stamp ? before : readEntry(file, edit)];
        })
    );
}

function readEntry(file: SourceFile, edit: Edit): Entry {
    const placement = classify(file.path);
    switch (placement) {
        case 'content':
        case 'ignored':
            return { file, read: null, problems: [] };
        case 'unknown':
            return { file, read: null, problems: [unknownType(file.path)] };
        default:
            return readKnown(file, placement, edit);
    }
}

function readKnown(file: SourceFile, placement: Placement, edit: Edit): Entry {
    const text = edit(file.path, readFileSync(file.path, 'utf8'));
    const read = readMetadata(file.path, text, placement);
    return { file, read, problems: read.problems };
}

function unknownType(file: string): Problem {
    return {
        severity: 'warning',
        file,
        line: null,
        element: null,
        message: 'The local org has no such metadata type; the file is left out.'
    };
}

function toModel(entries: Entries): SourceModel {
    const contents = contentIndex(entries);
    const components: Component[] = [];
    for (const [path, { read }] of entries) {
        if (read?.metadata) {
            components.push(toComponent(path, { ...read, metadata: read.metadata }, contents));
        }
    }
    const problems = [...entries.values()].flatMap((entry) => entry.problems);
    return new SourceModel(components, [
        ...problems,
        ...checkComponents(components),
        ...checkContents([...contents.values()].flat(), components)
    ]);
}

function contentIndex(entries: Entries): ContentIndex {
    const files = [...entries.keys()].filter((path) => classify(path) === 'content');
    return Map.groupBy(files, (path) => dirname(path));
}

function compare(before: Entries, after: Entries): readonly SourceChange[] {
    const removed = [...before.keys()].filter((file) => !after.has(file));
    const added = [...after.keys()].filter((file) => !before.has(file));
    const changed = [...after].filter(([file, entry]) => {
        const old = before.get(file);
        return old !== undefined && old !== entry;
    });
    return [
        ...removed.map((file) => ({ kind: 'removed' as const, file })),
        ...added.map((file) => ({ kind: 'added' as const, file })),
        ...changed.map(([file]) => ({ kind: 'changed' as const, file }))
    ];
}
