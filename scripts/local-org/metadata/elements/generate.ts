import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { ElementTable } from './elementTable.ts';

const HEADER = /^export type (\w+) = (?:(\w+) & )?\{$/;
const ENUM = /^export type (\w+) = ((?:'[^']*'(?: \| )?)+);$/;
const MEMBER = /^ {4}(\w+)(\??): ([\w]+)((?:\[\])?);$/;

/** Elements whose shape the Metadata API's types leave open; `xml` is kept as parsed nodes. */
const OVERRIDES: Readonly<Record<string, string>> = {
    'LightningComponentBundle.targetConfigs': 'xml?',
    'CustomMetadataValue.value': 'typed?',
    // Packaged stubs of connected apps carry these, see the second-generation packaging guide.
    'ConnectedApp.developerName': 'string?',
    'ConnectedApp.version': 'string?'
};

/** The text of the type declarations that the table is made from. */
export function metadataDeclarations(): string {
    const entry = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
    return readFileSync(entry.replace(/\.js$/, '.d.ts'), 'utf8');
}

/**
 * Reads the element names, repetition, required flags and enumerations of the given root types, and
 * of every type they reach, out of the declarations of the Metadata API.
 */
export function elementTable(declarations: string, roots: readonly string[]): ElementTable {
    const all = parseDeclarations(declarations);
    const table: ElementTable = { types: {}, enums: {} };
    roots.forEach((root) => collect(root, all, table));
    return {
        types: sorted(table.types),
        enums: sorted(table.enums)
    };
}

function parseDeclarations(text: string): ElementTable {
    const table: ElementTable = { types: {}, enums: {} };
    let current: Record<string, string> | null = null;
    for (const line of text.split('\n')) {
        const header = HEADER.exec(line);
        const values = ENUM.exec(line);
        if (header) {
            current = { ...(header[2] ? table.types[header[2]] : {}) };
            table.types[header[1] ?? ''] = current;
        } else if (values) {
            table.enums[values[1] ?? ''] = (values[2] ?? '')
                .split(' | ')
                .map((v) => v.slice(1, -1));
        } else if (current) {
            addMember(current, line);
        }
    }
    applyOverrides(table);
    return table;
}

function addMember(members: Record<string, string>, line: string): void {
    const [, name, optional, type, repeated] = MEMBER.exec(line) ?? [];
    if (name !== undefined) {
        members[name] = `${type}${repeated || optional}`;
    }
}

function applyOverrides(table: ElementTable): void {
    for (const [path, spec] of Object.entries(OVERRIDES)) {
        const [type = '', element = ''] = path.split('.');
        const members = table.types[type];
        if (members) {
            members[element] = spec;
        }
    }
}

function collect(name: string, from: ElementTable, into: ElementTable): void {
    const values = from.enums[name];
    if (values) {
        into.enums[name] = values;
    }
    const members = from.types[name];
    if (!members || into.types[name]) {
        return;
    }
    into.types[name] = members;
    Object.values(members).forEach((spec) => collect(spec.replace(/[?[\]]+$/, ''), from, into));
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
