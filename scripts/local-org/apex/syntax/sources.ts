import type { ParsedSource } from './ast.ts';
import { contentHash, type DiskCache } from './cache.ts';
import { parseSource, type SourceKind } from './parse.ts';

/** One file of Apex: `Foo.cls`, `Foo.trigger`. */
export interface ApexFile {
    readonly path: string;
    readonly source: string;
}

/** Raise when the tree's shape changes: cached trees of older versions are not read. */
const TREE_VERSION = '1';

/** A file with its tree; `hash` identifies its content. */
export interface ReadSource {
    readonly path: string;
    readonly kind: SourceKind;
    readonly hash: string;
    readonly parsed: ParsedSource;
}

export function sourceKindOf(path: string): SourceKind {
    if (path.endsWith('.trigger')) return 'trigger';
    return path.endsWith('.cls') ? 'class' : 'anonymous';
}

/** Parses a file, or takes its tree from the cache when the same text was parsed before. */
export function readSource(file: ApexFile, cache: DiskCache): ReadSource {
    const kind = sourceKindOf(file.path);
    const hash = contentHash(TREE_VERSION, kind, file.source);
    const cached = cache.read(`tree-${hash}`) as ParsedSource | undefined;
    const parsed = cached ?? parseSource(file.source, kind);
    if (!cached) cache.write(`tree-${hash}`, parsed);
    return { path: file.path, kind, hash, parsed };
}
