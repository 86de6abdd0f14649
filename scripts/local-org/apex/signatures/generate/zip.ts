import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive (a jar is one). */
export interface ZipEntry {
    readonly name: string;
    read(): Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_HEADER_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;

/** Lists the archive by its central directory; entries are stored or deflated. */
export function readZip(bytes: Buffer): ZipEntry[] {
    const end = endOfDirectory(bytes);
    const entries: ZipEntry[] = [];
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
        entries.push(entryAt(bytes, at));
        at += DIRECTORY_HEADER_SIZE + variableLength(bytes, at);
    }
    return entries;
}

function endOfDirectory(bytes: Buffer): number {
    for (let at = bytes.length - 22; at >= 0; at -= 1) {
        if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
    }
    throw new Error('Not a zip archive');
}

function variableLength(bytes: Buffer, at: number): number {
    return bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
    const nameStart = at + DIRECTORY_HEADER_SIZE;
    const name = bytes.toString('utf8', nameStart, nameStart + bytes.readUInt16LE(at + 28));
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const header = bytes.readUInt32LE(at + 42);
    return {
        name,
        read: () => {
            const names = bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
            const start = header + LOCAL_HEADER_SIZE + names;
            const data = bytes.subarray(start, start + size);
            return method === 0 ? data : inflateRawSync(data);
        }
    };
}
