import { types } from './runtimeType.ts';
import { systemException } from './exception.ts';

/** An Apex Blob: bytes, never changed. */
export class ApexBlob {
    readonly $type = types.Blob;
    readonly bytes: Buffer;

    constructor(bytes: Uint8Array) {
        this.bytes = Buffer.from(bytes);
    }

    static ofText(text: string): ApexBlob {
        return new ApexBlob(Buffer.from(text, 'utf8'));
    }

    static ofBase64(text: string): ApexBlob {
        return new ApexBlob(Buffer.from(text, 'base64'));
    }

    /** `Blob.toString()`: the bytes as UTF-8, or a StringException. */
    text(): string {
        try {
            return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.bytes);
        } catch {
            throw systemException('StringException', 'BLOB is not a valid UTF-8 string');
        }
    }

    /** As concatenation and the debug log show it. */
    toString(): string {
        return `Blob[${this.bytes.length}]`;
    }
}
