import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { ApexException, exceptionType } from '../../values/exception.ts';

/** A file of a ZIP archive. */
export interface ZipFile {
    readonly name: string;
    readonly comment: string;
    readonly content: Buffer;
    readonly isStored: boolean;
    /** 0 to 9; -1 for zlib's own choice. */
    readonly level: number;
    /** Epoch milliseconds. */
    readonly modifiedAt: number;
}

export interface ReadZipFile extends ZipFile {
    readonly compressedSize: number;
    readonly crc: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;

/** An archive of files, in the format of PKWARE's APPNOTE, without encryption or ZIP64. */
export function writeZip(files: readonly ZipFile[]): Buffer {
    const bodies: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const file of files) {
        const data = file.isStored
            ? file.content
            : deflateRawSync(file.content, { level: file.level });
        const body = Buffer.concat([localHeader(file, data), data]);
        directory.push(centralHeader(file, data, offset));
        bodies.push(body);
        offset += body.length;
    }
    const central = Buffer.concat(directory);
    return Buffer.concat([...bodies, central, endRecord(files.length, central.length, offset)]);
}

/** Fields that both headers share, from "version needed" to "uncompressed size". */
function common(file: ZipFile, data: Buffer): Buffer {
    const fields = Buffer.alloc(22);
    const { date, time } = dosTime(file.modifiedAt);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(UTF8_NAMES, 2);
    fields.writeUInt16LE(file.isStored ? 0 : 8, 4);
    fields.writeUInt16LE(time, 6);
    fields.writeUInt16LE(date, 8);
    fields.writeUInt32LE(crc32(file.content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(file.content.length, 18);
    return fields;
}

function localHeader(file: ZipFile, data: Buffer): Buffer {
    const name = Buffer.from(file.name, 'utf8');
    return Buffer.concat([uint32(LOCAL), common(file, data), uint16(name.length), uint16(0), name]);
}

function centralHeader(file: ZipFile, data: Buffer, offset: number): Buffer {
    const name = Buffer.from(file.name, 'utf8');
    const comment = Buffer.from(file.comment, 'utf8');
    return Buffer.concat([
        uint32(CENTRAL),
        uint16(20),
        common(file, data),
        uint16(name.length),
        uint16(0),
        uint16(comment.length),
        Buffer.alloc(8),
        uint32(offset),
        name,
        comment
    ]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
    return Buffer.concat([
        uint32(END),
        Buffer.alloc(4),
        uint16(count),
        uint16(count),
        uint32(size),
        uint32(offset),
        uint16(0)
    ]);
}

/** The files of an archive; ZipException when it can't be read. */
export function readZip(archive: Buffer): ReadZipFile[] {
    const end = archive.lastIndexOf(uint32(END));
    if (end === -1) {
        throw zipException('The archive has no end record');
    }
    const count = archive.readUInt16LE(end + 10);
    const files: ReadZipFile[] = [];
    let position = archive.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        const { file, next } = readEntry(archive, position);
        files.push(file);
        position = next;
    }
    return files;
}

function readEntry(
    archive: Buffer,
    at: number
): { readonly file: ReadZipFile; readonly next: number } {
    if (archive.readUInt32LE(at) !== CENTRAL) {
        throw zipException('The directory of the archive is damaged');
    }
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
        archive.readUInt16LE(at + offset)
    ) as [number, number, number];
    const nameEnd = at + 46 + nameLength;
    const commentStart = nameEnd + extraLength;
    const next = commentStart + commentLength;
    const method = archive.readUInt16LE(at + 10);
    const compressedSize = archive.readUInt32LE(at + 20);
    const data = dataAt(archive, archive.readUInt32LE(at + 42), compressedSize);
    const file = {
        name: archive.toString('utf8', at + 46, nameEnd),
        comment: archive.toString('utf8', commentStart, next),
        content: unpacked(data, method),
        isStored: method === 0,
        level: -1,
        modifiedAt: fromDosTime(archive.readUInt16LE(at + 14), archive.readUInt16LE(at + 12)),
        compressedSize,
        crc: archive.readUInt32LE(at + 16)
    };
    return { file, next };
}

function dataAt(archive: Buffer, header: number, size: number): Buffer {
    const start =
        header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
    return archive.subarray(start, start + size);
}

function unpacked(data: Buffer, method: number): Buffer {
    if (method === 0) {
        return data;
    }
    if (method !== 8) {
        throw zipException(`Compression method ${method} is not supported`);
    }
    return inflateRawSync(data);
}

/** The DOS clock counts from 1980, in steps of two seconds. */
function dosTime(epochMs: number): { readonly date: number; readonly time: number } {
    const at = new Date(epochMs);
    const year = Math.max(0, at.getUTCFullYear() - 1980);
    return {
        date: (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
        time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
    };
}

function fromDosTime(date: number, time: number): number {
    return Date.UTC(
        1980 + (date >> 9),
        ((date >> 5) & 15) - 1,
        date & 31,
        time >> 11,
        (time >> 5) & 63,
        (time & 31) * 2
    );
}

function uint16(value: number): Buffer {
    const buffer = Buffer.alloc(2);
    buffer.writeUInt16LE(value);
    return buffer;
}

function uint32(value: number): Buffer {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32LE(value);
    return buffer;
}

export function zipException(message: string): ApexException {
    return new ApexException(exceptionType('Compression.ZipException'), message);
}
