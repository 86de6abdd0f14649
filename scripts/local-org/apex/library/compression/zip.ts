import { execution } from '../../execution.ts';
import { ApexBlob } from '../../values/blob.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import type { EnumConstant } from '../../values/runtimeType.ts';
import { ApexDatetime } from '../../values/temporal.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';
import { readZip, writeZip, zipException } from './zipFormat.ts';
import type { ReadZipFile } from './zipFormat.ts';

const ENTRY = platformType('Compression.ZipEntry');
const READER = platformType('Compression.ZipReader');
const WRITER = platformType('Compression.ZipWriter');

const LEVELS: Readonly<Record<string, number>> = {
    BEST_COMPRESSION: 9,
    BEST_SPEED: 1,
    DEFAULT_LEVEL: -1,
    NO_COMPRESSION: 0
};

const method = (name: 'DEFLATED' | 'STORED'): EnumConstant =>
    platformConstant('Compression.Method', name);

/** Compression.ZipEntry. */
export class ZipEntry extends PlatformObject {
    readonly $type = ENTRY;
    private readonly name: string;
    private content: ApexBlob;
    private comment = '';
    private modified: ApexDatetime;
    private packing: EnumConstant = method('DEFLATED');
    private readonly source: ReadZipFile | null;

    constructor(name: string, content: ApexBlob, source: ReadZipFile | null = null) {
        super();
        this.name = name;
        this.content = content;
        this.source = source;
        this.comment = source?.comment ?? '';
        this.modified = new ApexDatetime(source?.modifiedAt ?? execution().org.clock.now());
        this.packing = method(source?.isStored ? 'STORED' : 'DEFLATED');
    }

    getName(): string {
        return this.name;
    }

    getContent(): ApexBlob {
        return this.content;
    }

    setContent(content: ApexBlob): this {
        this.content = content;
        return this;
    }

    getComment(): string {
        return this.comment;
    }

    setComment(comment: string): this {
        this.comment = comment;
        return this;
    }

    getLastModifiedTime(): ApexDatetime {
        return this.modified;
    }

    setLastModifiedTime(modified: ApexDatetime): this {
        this.modified = modified;
        return this;
    }

    getMethod(): EnumConstant {
        return this.packing;
    }

    setMethod(packing: EnumConstant): this {
        this.packing = packing;
        return this;
    }

    getUncompressedSize(): bigint {
        return BigInt(this.content.bytes.length);
    }

    /** Null before the entry has been in an archive. */
    getCompressedSize(): bigint | null {
        return this.source && BigInt(this.source.compressedSize);
    }

    getCrc(): bigint | null {
        return this.source && BigInt(this.source.crc);
    }
}

/** What readers and writers share: entries by name, in order. */
abstract class Archive extends PlatformObject {
    protected readonly entries = new Map<string, ZipEntry>();

    getEntries(): ApexList {
        return new ApexList(ENTRY, this.entries.values());
    }

    getEntriesMap(): ApexMap {
        return new ApexMap(types.String, ENTRY, this.entries);
    }

    getEntryNames(): ApexList {
        return new ApexList(types.String, this.entries.keys());
    }

    getEntry(name: string): ZipEntry | null {
        return this.entries.get(name) ?? null;
    }
}

/** Compression.ZipReader. */
export class ZipReader extends Archive {
    readonly $type = READER;

    constructor(archive: ApexBlob) {
        super();
        for (const file of readZip(archive.bytes)) {
            this.entries.set(file.name, new ZipEntry(file.name, new ApexBlob(file.content), file));
        }
    }

    /** By name or entry. */
    extract(target: string | ZipEntry): ApexBlob {
        const name = target instanceof ZipEntry ? target.getName() : target;
        const entry = this.entries.get(name);
        if (!entry) {
            throw zipException(`Entry not found: ${name}`);
        }
        return entry.getContent();
    }
}

/** Compression.ZipWriter. */
export class ZipWriter extends Archive {
    readonly $type = WRITER;
    private level: EnumConstant = platformConstant('Compression.Level', 'DEFAULT_LEVEL');
    private packing: EnumConstant = method('DEFLATED');

    /** (name, content) or (entry). */
    addEntry(target: string | ZipEntry, content = new ApexBlob(new Uint8Array())): ZipEntry {
        const entry = target instanceof ZipEntry ? target : new ZipEntry(target, content);
        if (this.entries.has(entry.getName())) {
            throw zipException(`Duplicate entry: ${entry.getName()}`);
        }
        if (!(target instanceof ZipEntry)) {
            entry.setMethod(this.packing);
        }
        this.entries.set(entry.getName(), entry);
        return entry;
    }

    removeEntry(name: string): void {
        this.entries.delete(name);
    }

    getArchive(): ApexBlob {
        const files = [...this.entries.values()].map((entry) => ({
            name: entry.getName(),
            comment: entry.getComment(),
            content: entry.getContent().bytes,
            isStored: entry.getMethod().name() === 'STORED',
            level: LEVELS[this.level.name()] ?? -1,
            modifiedAt: entry.getLastModifiedTime().epochMs
        }));
        return new ApexBlob(writeZip(files));
    }

    getLevel(): EnumConstant {
        return this.level;
    }

    setLevel(level: EnumConstant): this {
        this.level = level;
        return this;
    }

    getMethod(): EnumConstant {
        return this.packing;
    }

    setMethod(packing: EnumConstant): this {
        this.packing = packing;
        return this;
    }
}

platformClass('Compression.ZipEntry', { class: ZipEntry, type: ENTRY });
platformClass('Compression.ZipReader', {
    class: ZipReader,
    type: READER,
    construct: (archive: ApexBlob) => new ZipReader(archive)
});
platformClass('Compression.ZipWriter', {
    class: ZipWriter,
    type: WRITER,
    construct: () => new ZipWriter()
});
