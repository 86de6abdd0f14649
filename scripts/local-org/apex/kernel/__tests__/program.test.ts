import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ApexException } from '../../values/index.ts';
import { callWithJson } from '../auraCalls.ts';
import { coverageOf } from '../coverage.ts';
import { annotatedMethod, annotatedMethods, testClasses } from '../entryPoints.ts';
import { createProgram } from '../program.ts';
import { createStub } from '../stubs.ts';
import { call, inTransaction, programOf, schema } from './support.ts';

describe('entry points', () => {
    const program = programOf(
        `public class Api {
            public class Row { @AuraEnabled public String name; @AuraEnabled public Decimal amount { get; set; } public String hidden; }
            @AuraEnabled(cacheable=true) public static List<Row> rows(Integer count, Row like_x) {
                List<Row> rows = new List<Row>();
                for (Integer i = 0; i < count; i++) { Row r = new Row(); r.name = like_x.name + i; r.amount = 1.50; r.hidden = 'h'; rows.add(r); }
                return rows;
            }
        }`,
        '@IsTest(SeeAllData=true) private class ApiTest { @TestSetup static void setUp() {} @IsTest static void one() {} static testMethod void two() {} static void helper() {} }'
    );

    test('annotated methods are listed with what the annotation says', () => {
        expect(annotatedMethods(program, 'auraenabled')).toMatchObject([
            { className: 'Api', methodName: 'rows', annotation: { cacheable: true } }
        ]);
    });

    test('JSON arguments become values of the declared types, the result JSON', () => {
        const point = annotatedMethod(program, 'api', 'ROWS', 'auraenabled');
        const result =
            point &&
            inTransaction(program, () =>
                callWithJson(program, point, { count: 1, LIKE_X: { name: 'n' } })
            );
        expect(result).toEqual([{ name: 'n0', amount: 1.5 }]);
    });

    test('classes have set-ups and tests, old ones included', () => {
        const [tests] = testClasses(program);
        expect(tests?.seesAllData).toBe(true);
        expect(tests?.setups.map(({ methodName }) => methodName)).toEqual(['setUp']);
        expect(tests?.tests.map(({ methodName }) => methodName)).toEqual(['one', 'two']);
    });
});

describe('stubs', () => {
    test('ask their provider, with names and types of the parameters', () => {
        const program = programOf(
            'public virtual class Service { public virtual Integer add(Integer a, Integer b) { return a + b; } }',
            'public class User2 { public static Integer use(Service s) { return s.add(1, 2); } }'
        );
        const seen: unknown[] = [];
        const provider = {
            handleMethodCall: (
                _stub: object,
                name: string,
                returns: object,
                types: object,
                names: object
            ) => {
                seen.push(name, String(returns), String(types), String(names));
                return 42;
            }
        };
        const type = program.type('Service');
        const answer = inTransaction(program, () => {
            const use = program.linker.load('User2')['use$Service'] as (stub: object) => unknown;
            return type && use(createStub(program, type, provider));
        });
        expect(answer).toBe(42);
        expect(seen).toEqual(['add', 'Integer', '(Integer, Integer)', '(a, b)']);
    });
});

describe('coverage', () => {
    test('counts every statement, also those that never run', () => {
        const source =
            'public class Covered {\n public static Integer f() {\n  if (1 > 2) {\n   return 1;\n  }\n  return 2;\n } }';
        const program = createProgram({
            files: [{ path: '/c/Covered.cls', source }],
            schema,
            coverage: true
        });
        call(program, 'Covered', 'f');
        expect([...(coverageOf(program)[0]?.lines ?? [])].sort()).toEqual([
            [3, 1],
            [4, 0],
            [6, 1]
        ]);
    });
});

describe('the cache of compiled code', () => {
    const cacheDir = mkdtempSync(join(tmpdir(), 'apex-code-'));
    afterAll(() => rmSync(cacheDir, { recursive: true }));
    const user = {
        path: '/k/User1.cls',
        source: 'public class User1 { public static Integer f() { return Base1.get(); } }'
    };
    const problemsWith = (base: string): string[] =>
        createProgram({ files: [user, { path: '/k/Base1.cls', source: base }], schema, cacheDir })
            .diagnostics()
            .map(({ message }) => message);

    test('a body that changes keeps the code of its users, a declaration does not', () => {
        expect(
            problemsWith('public class Base1 { public static Integer get() { return 1; } }')
        ).toEqual([]);
        expect(
            problemsWith('public class Base1 { public static Integer get() { return 2; } }')
        ).toEqual([]);
        expect(
            problemsWith('public class Base1 { public static String get() { return null; } }')
        ).toEqual(['Illegal conversion from String to Integer']);
    });
});

describe('stack traces', () => {
    test('name class, member and line of every call', () => {
        const program = programOf(
            'public class Outer {\n public class Inner {\n  public Inner() {\n   fail();\n  }\n }\n static void fail() {\n  Integer i;\n  i++;\n }\n public static void go() {\n  new Inner();\n }\n}'
        );
        const trace = (): string => {
            try {
                call(program, 'Outer', 'go');
                return '';
            } catch (error) {
                return error instanceof ApexException ? error.getStackTraceString() : String(error);
            }
        };
        expect(trace().split('\n')).toEqual([
            'Class.Outer.fail: line 9, column 1',
            'Class.Outer.Inner.<init>: line 4, column 1',
            'Class.Outer.go: line 12, column 1'
        ]);
    });
});

describe('what the library lacks', () => {
    const source =
        'public class Uses {\n public static void f() {\n  Flow.Interview.createInterview(null, null);\n }\n public static String g() { return String.valueOf(1); }\n}';

    test('is listed by class and line before it runs', () => {
        expect(programOf(source).unsupported()).toMatchObject([
            {
                unit: 'Uses',
                line: 3,
                severity: 'warning',
                message: 'The local org does not support Flow.Interview.createInterview.'
            }
        ]);
    });

    test('throws where it is reached, past every catch of Apex', () => {
        const program = programOf(
            source
                .replace('Flow.', 'try { Flow.')
                .replace('null);', 'null); } catch (Exception e) { }')
        );
        expect(() => call(program, 'Uses', 'f')).toThrow('Flow.Interview.createInterview');
        expect(call(program, 'Uses', 'g')).toBe('1');
    });
});

test('two files with one class are a problem of the second', () => {
    const messages = programOf('public class Twice { }', 'public class TWICE { }')
        .diagnostics()
        .map(({ message }) => message);
    expect(messages).toEqual(['Duplicate class: TWICE']);
});
