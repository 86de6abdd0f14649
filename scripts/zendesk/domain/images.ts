export interface Size {
    readonly width: number;
    readonly height: number;
}

/** Width and height of a PNG, GIF or JPEG in pixels; null for everything else. */
export function imageSize(bytes: Buffer): Size | null {
    if (bytes.length > 24 && bytes.subarray(1, 4).toString('latin1') === 'PNG') {
        return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
    }
    if (bytes.length > 10 && bytes.subarray(0, 3).toString('latin1') === 'GIF') {
        return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
    }
    return bytes.length > 4 && bytes.readUInt16BE(0) === START_OF_JPEG ? jpegSize(bytes) : null;
}

const START_OF_JPEG = 0xffd8;

/** Walks the segments to the one that starts a frame (SOF0 to SOF15, but for three). */
function jpegSize(bytes: Buffer): Size | null {
    for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
        const marker = bytes.readUInt8(at + 1);
        if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
            return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
        }
    }
    return null;
}
