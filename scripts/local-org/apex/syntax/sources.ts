import type { ParsedSource } from './ast.ts';
import { contentHash, noCache, type DiskCache } from './cache.ts';
import { parseSource, type SourceKind } from './parse.ts';
import { toolVersion } from './toolVersion.ts';

/** One file of Apex: `Foo.cls`, `Foo.trigger`. */
export interface ApexFile {
    readonly path: string;
    readonly source: string;
}

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
    const hash = contentHash(kind, file.source);
    const parsed = cache === noCache ? parseSource(file.source, kind) : cachedTree();
    return { path: file.path, kind, hash, parsed };

    function cachedTree(): ParsedSource {
        const key = `tree-${contentHash(toolVersion(), hash)}`;
        const cached = cache.read(key) as ParsedSource | undefined;
        const tree = cached ?? parseSource(file.source, kind);
        if (!cached) cache.write(key, tree);
        return tree;
    }
}
