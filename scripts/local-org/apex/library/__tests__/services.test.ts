import { describe, expect, test } from '@jest/globals';
import type { ApexException } from '../../values/index.ts';
import { ApexBlob, ApexList, ApexObject, ApexType, platformType } from '../../values/index.ts';
import { findPlatformClass } from '../index.ts';
import { libraryCoverage } from '../coverage.ts';
import type { XmlDocument } from '../xml/document.ts';
import type { XmlStreamReader } from '../xml/streamReader.ts';
import type { ZipReader, ZipWriter } from '../compression/zip.ts';
import { labelText } from '../system/label.ts';
import { callStatic, construct, failureOf } from './support/calls.ts';
import { createTestOrg } from './support/testOrg.ts';

const blob = (text: string): ApexBlob => ApexBlob.ofText(text);
const hex = (value: unknown): unknown => callStatic('System.EncodingUtil', 'convertToHex', value);

describe('Crypto and EncodingUtil', () => {
    test('digest and mac', () => {
        expect(hex(callStatic('System.Crypto', 'generateDigest', 'MD5', blob('abc')))).toBe(
            '900150983cd24fb0d6963f7d28e17f72'
        );
        expect(
            hex(callStatic('System.Crypto', 'generateMac', 'hmacSHA256', blob('data'), blob('key')))
        ).toBe('5031fe3d989c6d1537a013fa6e739da23463fdaec3b70137d828e36ace221bd0');
    });

    test('what is encrypted with a managed vector decrypts', () => {
        const { run } = createTestOrg();
        run(() => {
            const key = callStatic('System.Crypto', 'generateAesKey', 256);
            const secret = callStatic(
                'System.Crypto',
                'encryptWithManagedIV',
                'AES256',
                key,
                blob('hello')
            );
            const clear = callStatic(
                'System.Crypto',
                'decryptWithManagedIV',
                'AES256',
                key,
                secret
            );
            expect((clear as ApexBlob).text()).toBe('hello');
        });
    });

    test('URLs are encoded as forms are', () => {
        const encode = (text: string): unknown =>
            callStatic('System.EncodingUtil', 'urlEncode', text, 'UTF-8');
        expect(encode('a b&é*~')).toBe('a+b%26%C3%A9*%7E');
        expect(callStatic('System.EncodingUtil', 'urlDecode', 'a+b%26%C3%A9', 'UTF-8')).toBe(
            'a b&é'
        );
    });
});

describe('Assert', () => {
    const failed = (name: string, ...args: readonly unknown[]): string =>
        failureOf(() => callStatic('System.Assert', name, ...args)).toString();

    test('tells expected and actual after the message', () => {
        expect(failed('areEqual', 1, 2, 'sum')).toBe(
            'System.AssertException: Assertion Failed: sum: Expected: 1, Actual: 2'
        );
        expect(failed('areNotEqual', 'a', 'a')).toBe(
            'System.AssertException: Assertion Failed: Same value: a'
        );
        expect(failed('isTrue', false)).toBe('System.AssertException: Assertion Failed');
        expect(failed('fail', 'no')).toBe('System.AssertException: Assertion Failed: no');
    });

    test('text minds its case', () => {
        expect(failed('areEqual', 'a', 'A')).toContain('Expected: a, Actual: A');
    });
});

describe('exceptions', () => {
    test('have the four constructors of the platform', () => {
        const cause = construct('System.MathException', 'inner') as ApexException;
        const error = construct('System.CalloutException', 'outer', cause) as ApexException;
        expect(error.getTypeName()).toBe('System.CalloutException');
        expect(error.getCause()).toBe(cause);
        expect((construct('System.DmlException') as ApexException).getMessage()).toBe(
            'Script-thrown exception'
        );
    });

    test('an AuraHandledException keeps its text for the browser', () => {
        const error = construct('System.AuraHandledException', 'Sorry') as ApexException;
        expect(error.getMessage()).toBe('Script-thrown exception');
        expect(Reflect.get(error, 'browserMessage')).toBe('Sorry');
        error.setMessage('Set');
        expect(error.getMessage()).toBe('Set');
    });
});

describe('Label and FeatureManagement', () => {
    test('labels come in the language asked for', () => {
        const { run } = createTestOrg();
        run(() => {
            expect(labelText(null, 'Greeting')).toBe('Hello');
            expect(labelText('', 'Greeting', 'fr')).toBe('Bonjour');
        });
    });

    test('custom permissions are those of the user', () => {
        const { run } = createTestOrg();
        const check = (name: string): unknown =>
            callStatic('System.FeatureManagement', 'checkPermission', name);
        run(() => expect([check('Granted'), check('Other')]).toEqual([true, false]));
    });
});

describe('platform cache', () => {
    test('keeps values between transactions until they expire', () => {
        const testOrg = createTestOrg();
        const read = (): unknown =>
            testOrg.run(() => callStatic('cache.Org', 'get', 'local.Main.a'));
        testOrg.run(() => callStatic('cache.Org', 'put', 'local.Main.a', 'x', 300));
        expect(read()).toBe('x');
        testOrg.clock.time += 301_000;
        expect(read()).toBeNull();
    });

    test('a partition that is not there is an exception', () => {
        const { run } = createTestOrg();
        const error = run(() => failureOf(() => callStatic('cache.Org', 'get', 'local.Nope.a')));
        expect(error.getTypeName()).toBe('cache.Org.OrgCacheException');
    });

    test('a builder makes what is missing', () => {
        class Builder extends ApexObject {
            readonly $type = platformType('Builder');

            doLoad(key: string): string {
                return `loaded ${key}`;
            }
        }
        const { run } = createTestOrg();
        const type = {
            ...platformType('Builder'),
            hooks: { allocate: () => new Builder(), construct: () => new Builder(), members: [] }
        };
        run(() => {
            const partition = construct('cache.OrgPartition', 'local.Main') as {
                get(...args: readonly unknown[]): unknown;
            };
            expect(partition.get(new ApexType(type), 'k')).toBe('loaded k');
        });
    });
});

describe('XML', () => {
    const TEXT =
        '<?xml version="1.0"?><a xmlns="urn:x" xmlns:p="urn:p"><p:b c="1 &amp; 2">t</p:b></a>';

    test('a document gives elements, attributes and texts', () => {
        const document = construct('dom.Document') as XmlDocument;
        document.load(TEXT);
        const child = document.getRootElement()?.getChildElement('b', 'urn:p');
        expect(child?.getText()).toBe('t');
        expect(child?.getAttribute('c', null)).toBe('1 & 2');
    });

    test('a document that is built is written with its namespaces', () => {
        const document = construct('dom.Document') as XmlDocument;
        const root = document.createRootElement('a', 'urn:x', '');
        root.addChildElement('b', null, null).addTextNode('<');
        expect(document.toXmlString()).toBe(
            '<?xml version="1.0" encoding="UTF-8"?><a xmlns="urn:x"><b>&lt;</b></a>'
        );
    });

    test('a stream tells one event after the other', () => {
        const reader = construct('System.XmlStreamReader', TEXT) as XmlStreamReader;
        const seen: string[] = [];
        while (reader.hasNext()) {
            reader.next();
            seen.push(`${String(reader.getEventType())} ${reader.getLocalName() ?? ''}`.trim());
        }
        expect(seen).toEqual([
            'START_ELEMENT a',
            'START_ELEMENT b',
            'CHARACTERS',
            'END_ELEMENT b',
            'END_ELEMENT a',
            'END_DOCUMENT'
        ]);
    });

    test('a tag that is not closed is an XmlException', () => {
        const error = failureOf(() =>
            (construct('dom.Document') as XmlDocument).load('<a><b></a>')
        );
        expect(error.getTypeName()).toBe('System.XmlException');
    });
});

describe('Compression', () => {
    test('what a writer packs a reader unpacks', () => {
        const { run } = createTestOrg();
        run(() => {
            const writer = construct('Compression.ZipWriter') as ZipWriter;
            writer.addEntry('a/é.txt', blob('hello '.repeat(50)));
            writer.addEntry('b.txt', blob('b')).setComment('note');
            const archive = writer.getArchive();
            const reader = construct('Compression.ZipReader', archive) as ZipReader;
            expect(reader.getEntryNames().toString()).toBe('(a/é.txt, b.txt)');
            expect(reader.extract('a/é.txt').text()).toBe('hello '.repeat(50));
            expect(reader.getEntry('b.txt')?.getComment()).toBe('note');
            expect(archive.bytes.length).toBeLessThan(300);
        });
    });

    test('bytes that are no archive are a ZipException', () => {
        const error = failureOf(() => construct('Compression.ZipReader', blob('nothing')));
        expect(error.getTypeName()).toBe('Compression.ZipException');
    });
});

describe('Messaging', () => {
    test('a message without recipient is refused', () => {
        const { run } = createTestOrg();
        const mail = construct('Messaging.SingleEmailMessage') as {
            setSubject(text: string): void;
            Subject: string;
        };
        mail.setSubject('Hi');
        expect(mail.Subject).toBe('Hi');
        run(() => {
            const list = new ApexList(platformType('Messaging.SingleEmailMessage'), [mail]);
            expect(() => callStatic('System.Messaging', 'sendEmail', list)).toThrow(
                'Add a recipient to send an email.'
            );
        });
    });
});

describe('coverage', () => {
    test('String, HttpRequest and JSON lack nothing that ordinary code uses', () => {
        const missing = libraryCoverage()
            .filter(({ name }) => ['System.String', 'System.JSON', 'System.Http'].includes(name))
            .flatMap((entry) => entry.missing);
        expect(missing).toEqual([]);
    });

    test('classes are found by any case', () => {
        expect(findPlatformClass('system.httprequest')?.name).toBe('System.HttpRequest');
    });
});
