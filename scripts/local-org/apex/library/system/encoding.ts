import { making } from '../../heap/made.ts';
import { ApexBlob } from '../../values/blob.ts';
import { systemException } from '../../values/exception.ts';
import { refusingNull } from '../primitives/arguments.ts';
import { platformClass } from '../registry.ts';

/** java.net.URLEncoder: a space is `+`; letters, digits and `.-*_` stay. */
function urlEncode(text: string, charset: string): string {
    const bytes = Buffer.from(text, bufferEncoding(charset));
    return Array.from(bytes, (byte) => encodeByte(byte)).join('');
}

function encodeByte(byte: number): string {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9.\-*_]/.test(character)) {
        return character;
    }
    return byte === 0x20 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

function urlDecode(text: string, charset: string): string {
    const bytes: number[] = [];
    for (let index = 0; index < text.length; index += 1) {
        const point = text.charAt(index);
        if (point === '%') {
            bytes.push(hexByte(text, index));
            index += 2;
        } else {
            bytes.push(...(point === '+' ? [0x20] : Buffer.from(point, bufferEncoding(charset))));
        }
    }
    return Buffer.from(bytes).toString(bufferEncoding(charset));
}

function hexByte(text: string, index: number): number {
    const hex = text.slice(index + 1, index + 3);
    if (!/^[0-9a-fA-F]{2}$/.test(hex)) {
        throw systemException(
            'IllegalArgumentException',
            'URLDecoder: Incomplete trailing escape (%) pattern'
        );
    }
    return parseInt(hex, 16);
}

function bufferEncoding(charset: string): BufferEncoding {
    const name = charset.toLowerCase();
    if (['utf-8', 'utf8'].includes(name)) {
        return 'utf8';
    }
    if (['iso-8859-1', 'latin1', 'us-ascii', 'ascii', 'windows-1252'].includes(name)) {
        return 'latin1';
    }
    if (['utf-16le'].includes(name)) {
        return 'utf16le';
    }
    throw systemException('IllegalArgumentException', `Unsupported encoding: ${charset}`);
}

function base64Decode(text: string): ApexBlob {
    const plain = text.replace(/\s/g, '');
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain)) {
        throw systemException('StringException', 'Unrecognized base64 character');
    }
    return ApexBlob.ofBase64(plain);
}

function convertFromHex(text: string): ApexBlob {
    if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
        throw systemException('StringException', 'Invalid hexadecimal text');
    }
    return new ApexBlob(Buffer.from(text, 'hex'));
}

platformClass('System.EncodingUtil', {
    statics: making(
        refusingNull({
            base64Decode,
            base64Encode: (blob: ApexBlob) => blob.bytes.toString('base64'),
            convertFromHex,
            convertToHex: (blob: ApexBlob) => blob.bytes.toString('hex'),
            urlDecode,
            urlEncode
        })
    )
});
