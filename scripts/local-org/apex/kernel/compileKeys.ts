import type { Schema } from '../../data/schema/types.ts';
import { contentHash } from '../syntax/cache.ts';
import type { ReadSource } from '../syntax/sources.ts';
import { toolVersion } from '../syntax/toolVersion.ts';

/** Parts of a tree that other files cannot see. */
const PRIVATE_KEYS = new Set(['line', 'column', 'endLine', 'body', 'value']);

interface Declared {
    readonly hash: string;
    /** Names of other files that the declaration speaks of. */
    readonly mentions: readonly string[];
}

/**
 * Keys under which compiled code is cached. A file's code depends on its text, on the declarations
 * (not the bodies) of every file that it can reach by name, and on the schema.
 */
export class CompileKeys {
    private readonly declared: ReadonlyMap<string, Declared>;
    private readonly common: string;
    private readonly texts: ReadonlyMap<ReadSource, string>;

    constructor(
        sources: readonly ReadSource[],
        options: {
            readonly schema: Schema;
            readonly labels?: ReadonlySet<string>;
            readonly coverage?: boolean;
        }
    ) {
        const names = new Set(sources.map(nameOf));
        this.declared = new Map(
            sources.map((source) => [nameOf(source), declaredBy(source, names)])
        );
        this.texts = new Map(sources.map((source) => [source, JSON.stringify(source.parsed.unit)]));
        this.common = contentHash(
            toolVersion(),
            String(options.coverage ?? false),
            schemaText(options.schema, sources),
            [...(options.labels ?? [])].join(',')
        );
    }

    keyOf(source: ReadSource, name: string): string {
        const reached = this.reachable(mentionsIn(this.texts.get(source) ?? '', this.declared));
        const hashes = reached.map((item) => `${item}=${this.declared.get(item)?.hash ?? ''}`);
        return contentHash(this.common, source.hash, source.path, name, ...hashes);
    }

    private reachable(start: readonly string[]): string[] {
        const seen = new Set(start);
        for (const name of seen)
            for (const next of this.declared.get(name)?.mentions ?? []) seen.add(next);
        return [...seen].sort();
    }
}

function nameOf({ path }: ReadSource): string {
    return path
        .slice(path.lastIndexOf('/') + 1)
        .replace(/\.\w+$/, '')
        .toLowerCase();
}

function declaredBy(source: ReadSource, names: ReadonlySet<string>): Declared {
    const text = JSON.stringify(source.parsed.unit, (key, value: unknown) =>
        PRIVATE_KEYS.has(key) ? undefined : value
    );
    return { hash: contentHash(text ?? ''), mentions: mentionsIn(text ?? '', names) };
}

/** Words of the text that are names of files. */
function mentionsIn(text: string, names: { has(name: string): boolean }): string[] {
    const words = new Set(text.toLowerCase().match(/[a-z]\w*/g) ?? []);
    return [...words].filter((word) => names.has(word));
}

/** The objects that the sources name, those they refer to, and every custom object. */
function schemaText(schema: Schema, sources: readonly ReadSource[]): string {
    const words = new Set(
        sources.flatMap(({ parsed }) => JSON.stringify(parsed.unit).match(/\w+/g) ?? [])
    );
    const lower = new Set(Array.from(words, (word) => word.toLowerCase()));
    const named = schema.objectNames.filter(
        (name) => /__/.test(name) || lower.has(name.toLowerCase())
    );
    const referred = named.flatMap(
        (name) => schema.object(name)?.fields.flatMap(({ referenceTo }) => referenceTo) ?? []
    );
    return [...new Set([...named, ...referred])].map((name) => objectText(schema, name)).join(';');
}

function objectText(schema: Schema, name: string): string {
    const object = schema.object(name);
    const fields = object?.fields.map(
        ({ name: field, type, relationshipName, referenceTo }) =>
            `${field}:${type}:${relationshipName}:${referenceTo.join('+')}`
    );
    const children = object?.childRelationships.map(
        (child) => `${child.name}:${child.childObject}`
    );
    return `${name}(${fields?.join()}|${children?.join()})`;
}
