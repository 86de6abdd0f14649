import { describe, expect, test } from '@jest/globals';
import { ApexException } from '../../values/index.ts';
import { run } from './support.ts';

/** What a heap of some thousand bytes amounts to, whatever is around it. */
const thousands = (body: string, members = ''): number =>
    Math.round(Number(run(`${body} return Limits.getHeapSize();`, members)) / 1000);

describe('the heap holds', () => {
    test('texts by their UTF-16 units', () => {
        expect(thousands("String s = 'é'.repeat(5000) + '😀'.repeat(2000);")).toBe(9);
    });

    test('blobs by their bytes', () => {
        expect(thousands("Blob b = Blob.valueOf('é'.repeat(5000));")).toBe(10);
    });

    test('what records, collections and objects lead to', () => {
        const members =
            'class Box { String content; Box(String content) { this.content = content; } }';
        const body = `
            Account a = new Account(Description = 'a'.repeat(2000));
            List<String> l = new List<String>{ 'b'.repeat(3000) };
            Map<String, Object> m = new Map<String, Object>{ 'c'.repeat(4000) => 1 };
            Object o = new Box('d'.repeat(5000));`;
        expect(thousands(body, members)).toBe(14);
    });

    test('a text once, wherever it is referred to', () => {
        const body = "String s = 'a'.repeat(5000); List<String> l = new List<String>{ s, s };";
        expect(thousands(body)).toBe(5);
    });

    test('a text as often as it is made', () => {
        const body = `
            String s = 'a'.repeat(5000);
            Object o = JSON.deserializeUntyped('["' + s + '","' + s + '"]');
            s = null;`;
        expect(thousands(body)).toBe(10);
    });

    test('what callers hold, statics, and the object that is running', () => {
        const members = `
            static String kept = 'a'.repeat(2000);
            class Box {
                String content = 'b'.repeat(3000);
                Integer size() { return Limits.getHeapSize() / 1000; }
            }
            static Integer sizeFor(String given) { return new Box().size(); }`;
        expect(run("String mine = 'c'.repeat(4000); return sizeFor(mine);", members)).toBe(9);
    });

    test('nothing that is out of reach', () => {
        const members = "static void make() { String s = 'a'.repeat(5000); }";
        const body = "make(); String t = 'b'.repeat(5000); t = null;";
        expect(thousands(body, members)).toBe(0);
    });

    test('the last value of a loop until the method ends', () => {
        const body = "for (Integer i = 0; i < 9; i++) { String s = 'a'.repeat(5000); }";
        expect(thousands(body)).toBe(5);
    });
});

describe('a heap over its limit', () => {
    const failure = (body: string): unknown => {
        try {
            run(`try { ${body} } catch (Exception e) { return 'caught'; } return 'fine';`);
            return 'no failure';
        } catch (error) {
            return error instanceof ApexException ? error.toString() : error;
        }
    };

    test('ends the transaction', () => {
        expect(failure("String s = 'a'.repeat(6000001);")).toMatch(
            /^System.LimitException: Apex heap size too large: 600\d{4}$/
        );
    });

    test('is found when many small values make it', () => {
        const body = `
            List<List<Integer>> all = new List<List<Integer>>();
            while (true) all.add(new List<Integer>{ 1, 2, 3 });`;
        expect(failure(body)).toMatch(/Apex heap size too large/);
    });

    test('is not reached by what comes and goes', () => {
        const body = "for (Integer i = 0; i < 100; i++) { String s = 'a'.repeat(1000000); }";
        expect(failure(body)).toBe('no failure');
    });
});
