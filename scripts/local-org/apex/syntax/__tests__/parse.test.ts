import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { ClassDeclaration, Expression, Statement } from '../ast.ts';
import { diskCache } from '../cache.ts';
import { parseSource } from '../parse.ts';
import { readSource } from '../sources.ts';

function classOf(source: string): ClassDeclaration {
    const { unit } = parseSource(source, 'class');
    if (unit?.kind !== 'class') throw new Error('Not a class');
    return unit;
}

function statementsOf(text: string): readonly Statement[] {
    const [method] = classOf(`class T { void f() {\n${text}\n} }`).members;
    return method?.kind === 'method' ? (method.body?.statements ?? []) : [];
}

function expressionOf(text: string): Expression {
    const [statement] = statementsOf(`Object x = ${text};`);
    const value = statement?.kind === 'local' ? statement.declarators[0]?.value : null;
    if (!value) throw new Error('No expression');
    return value;
}

describe('literals', () => {
    test.each([
        ['1', 'Integer', '1'],
        ['1L', 'Long', '1'],
        ['1.5', 'Decimal', '1.5'],
        ['1.5d', 'Double', '1.5'],
        ['TRUE', 'Boolean', true],
        ['null', 'null', null],
        ["'it\\'s\\n\\u0041'", 'String', "it's\nA"]
    ])('%s is a %s', (source, type, value) => {
        expect(expressionOf(source)).toMatchObject({ kind: 'literal', type, value });
    });
});

describe('trees', () => {
    test('carry lines and columns from 1', () => {
        expect(statementsOf('\n   return;')[0]).toMatchObject({
            kind: 'return',
            line: 3,
            column: 4
        });
    });

    test('a member stands where its name does', () => {
        expect(expressionOf('a.b?.c()')).toMatchObject({
            kind: 'call',
            name: 'c',
            safe: true,
            column: 17,
            target: { kind: 'field', name: 'b', safe: false }
        });
    });

    test('arrays are lists', () => {
        expect(expressionOf("new String[]{ 'a' }")).toMatchObject({
            kind: 'newElements',
            type: { name: 'List', args: [{ name: 'String' }] }
        });
    });

    test('queries keep their binds as expressions, by position', () => {
        const query = expressionOf('[SELECT Id FROM Account WHERE Name = :a AND Site = :b.c]');
        expect(query).toMatchObject({
            kind: 'soql',
            binds: [{ name: 'a' }, { kind: 'field', name: 'c' }]
        });
    });

    test('a DML statement has its mode and its external id', () => {
        expect(statementsOf('upsert as user accounts Account.Key__c;')[0]).toMatchObject({
            kind: 'dml',
            operation: 'upsert',
            mode: 'user',
            externalId: 'Account.Key__c'
        });
    });

    test('annotations have their values by lower-case key', () => {
        const [method] = classOf(
            'class T { @AuraEnabled(Cacheable=true) public static void f() {} }'
        ).members;
        expect(method).toMatchObject({
            modifiers: {
                words: ['public', 'static'],
                annotations: [{ name: 'auraenabled', values: { cacheable: true } }]
            }
        });
    });

    test('a trigger has its object and events', () => {
        const { unit } = parseSource(
            'trigger T on Account (before insert, after undelete) { }',
            'trigger'
        );
        expect(unit).toMatchObject({
            kind: 'trigger',
            objectName: 'Account',
            events: ['before insert', 'after undelete']
        });
    });
});

describe('the cache', () => {
    const directory = mkdtempSync(join(tmpdir(), 'apex-trees-'));
    afterAll(() => rmSync(directory, { recursive: true }));

    test('gives back the tree of a text it has seen', () => {
        const file = { path: 'A.cls', source: 'class A { Integer x = 1; }' };
        const first = readSource(file, diskCache(directory));
        expect(readSource({ ...file, path: 'B.cls' }, diskCache(directory)).parsed).toEqual(
            first.parsed
        );
    });

    test('keeps syntax errors as well', () => {
        const file = { path: 'A.cls', source: 'class A {' };
        readSource(file, diskCache(directory));
        expect(readSource(file, diskCache(directory)).parsed.problems).toHaveLength(1);
    });
});
