import {
    createCipheriv,
    createDecipheriv,
    createHash,
    createHmac,
    createPrivateKey,
    createPublicKey,
    sign as signBytes,
    timingSafeEqual,
    verify as verifyBytes
} from 'node:crypto';
import { execution } from '../../execution.ts';
import { ApexBlob } from '../../values/blob.ts';
import { systemException, UnsupportedFeatureError } from '../../values/exception.ts';
import { refusingNull } from '../primitives/arguments.ts';
import { platformClass } from '../registry.ts';

const DIGESTS: Readonly<Record<string, string>> = {
    MD5: 'md5',
    SHA1: 'sha1',
    'SHA-1': 'sha1',
    'SHA-256': 'sha256',
    SHA256: 'sha256',
    'SHA-512': 'sha512',
    SHA512: 'sha512',
    'SHA3-256': 'sha3-256',
    'SHA3-384': 'sha3-384',
    'SHA3-512': 'sha3-512'
};

const MACS: Readonly<Record<string, string>> = {
    HMACMD5: 'md5',
    HMACSHA1: 'sha1',
    HMACSHA256: 'sha256',
    HMACSHA512: 'sha512'
};

const SIGNATURES: Readonly<Record<string, string>> = {
    RSA: 'sha1',
    'RSA-SHA1': 'sha1',
    'RSA-SHA256': 'sha256',
    'RSA-SHA384': 'sha384',
    'RSA-SHA512': 'sha512',
    'ECDSA-SHA256': 'sha256',
    'ECDSA-SHA384': 'sha384',
    'ECDSA-SHA512': 'sha512'
};

const KEY_BYTES: Readonly<Record<string, number>> = { AES128: 16, AES192: 24, AES256: 32 };
const IV_BYTES = 16;

function algorithm(table: Readonly<Record<string, string>>, name: string): string {
    const found = table[name.toUpperCase()];
    if (found === undefined) {
        throw systemException('NoSuchElementException', `Invalid algorithm ${name}`);
    }
    return found;
}

function mac(name: string, input: ApexBlob, key: ApexBlob): ApexBlob {
    return new ApexBlob(createHmac(algorithm(MACS, name), key.bytes).update(input.bytes).digest());
}

function verifyHmac(name: string, input: ApexBlob, key: ApexBlob, expected: ApexBlob): boolean {
    const actual = mac(name, input, key).bytes;
    return actual.length === expected.bytes.length && timingSafeEqual(actual, expected.bytes);
}

function cipherName(name: string, key: ApexBlob): string {
    const size = KEY_BYTES[name.toUpperCase()];
    if (size === undefined) {
        throw systemException('NoSuchElementException', `Invalid algorithm ${name}`);
    }
    if (key.bytes.length !== size) {
        throw systemException(
            'InvalidParameterValueException',
            `Invalid private key. Must be ${size} bytes.`
        );
    }
    return `aes-${size * 8}-cbc`;
}

function encrypt(name: string, key: ApexBlob, iv: ApexBlob, clear: ApexBlob): ApexBlob {
    const cipher = createCipheriv(cipherName(name, key), key.bytes, requireIv(iv));
    return new ApexBlob(Buffer.concat([cipher.update(clear.bytes), cipher.final()]));
}

function decrypt(name: string, key: ApexBlob, iv: ApexBlob, secret: ApexBlob): ApexBlob {
    const decipher = createDecipheriv(cipherName(name, key), key.bytes, requireIv(iv));
    try {
        return new ApexBlob(Buffer.concat([decipher.update(secret.bytes), decipher.final()]));
    } catch {
        throw systemException('SecurityException', 'Given final block not properly padded');
    }
}

function requireIv(iv: ApexBlob): Buffer {
    if (iv.bytes.length !== IV_BYTES) {
        throw systemException(
            'InvalidParameterValueException',
            `Invalid initialization vector. Must be ${IV_BYTES} bytes.`
        );
    }
    return iv.bytes;
}

/** The first 16 bytes of the result are the vector. */
function encryptWithManagedIV(name: string, key: ApexBlob, clear: ApexBlob): ApexBlob {
    const iv = new ApexBlob(execution().org.random.bytes(IV_BYTES));
    return new ApexBlob(Buffer.concat([iv.bytes, encrypt(name, key, iv, clear).bytes]));
}

function decryptWithManagedIV(name: string, key: ApexBlob, secret: ApexBlob): ApexBlob {
    const iv = new ApexBlob(secret.bytes.subarray(0, IV_BYTES));
    return decrypt(name, key, iv, new ApexBlob(secret.bytes.subarray(IV_BYTES)));
}

/** The private key is PKCS #8, in binary. */
function sign(name: string, input: ApexBlob, key: ApexBlob): ApexBlob {
    const digest = algorithm(SIGNATURES, name);
    const privateKey = createPrivateKey({ key: key.bytes, format: 'der', type: 'pkcs8' });
    return new ApexBlob(signBytes(digest, input.bytes, privateKey));
}

function verify(name: string, input: ApexBlob, signature: ApexBlob, key: unknown): boolean {
    if (!(key instanceof ApexBlob)) {
        throw new UnsupportedFeatureError('Crypto.verify with a certificate of the org');
    }
    const publicKey = createPublicKey({ key: key.bytes, format: 'der', type: 'spki' });
    return verifyBytes(algorithm(SIGNATURES, name), input.bytes, publicKey, signature.bytes);
}

function generateAesKey(size: number): ApexBlob {
    if (![128, 192, 256].includes(size)) {
        throw systemException(
            'InvalidParameterValueException',
            'Invalid key size. Must be 128, 192 or 256.'
        );
    }
    return new ApexBlob(execution().org.random.bytes(size / 8));
}

const randomBuffer = (count: number): Buffer => Buffer.from(execution().org.random.bytes(count));

platformClass('System.Crypto', {
    statics: refusingNull({
        decrypt,
        decryptWithManagedIV,
        encrypt,
        encryptWithManagedIV,
        generateAesKey,
        generateDigest: (name: string, input: ApexBlob) =>
            new ApexBlob(createHash(algorithm(DIGESTS, name)).update(input.bytes).digest()),
        generateMac: mac,
        getRandomInteger: () => randomBuffer(4).readInt32BE(),
        getRandomLong: () => randomBuffer(8).readBigInt64BE(),
        sign,
        verify,
        verifyHmac
    })
});
