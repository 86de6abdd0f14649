import { describe, expect, test } from '@jest/globals';
import { call, evaluate, programOf, run } from './support.ts';

describe('names', () => {
    test('ignore case everywhere', () => {
        expect(
            run(
                'integer Foo = 1; FOO = foO + 1; return snippet.GET(foo);',
                'static Integer get(Integer x) { return X; }'
            )
        ).toBe(2);
    });

    test('may be words that JavaScript keeps for itself', () => {
        expect(
            run(
                'Integer var = 1; Integer function = 2; Integer let = 3; Integer arguments = 4; return var + function + let + arguments;'
            )
        ).toBe(10);
    });

    test('a variable may be named like the class whose static method it holds the result of', () => {
        expect(run('String json = JSON.serialize(1); return JSON.serialize(json);')).toBe('"1"');
    });

    test('a variable may be named like the class it is in', () => {
        expect(
            run(
                'Snippet Snippet = new Snippet(); Snippet.n = 3; Integer Math = 2; return Snippet.n * Math;',
                'Integer n;'
            )
        ).toBe(6);
    });

    test('inner classes see private statics of the class around them', () => {
        expect(
            evaluate(
                'new In().get()',
                'private static Integer secret = 42; class In { Integer get() { return secret; } }'
            )
        ).toBe(42);
    });

    test('tokens and describes of standard objects resolve', () => {
        expect(
            evaluate(
                "'' + Account.SObjectType + Account.Name + (Account.SObjectType == Schema.Account.getSObjectType())"
            )
        ).toBe('AccountNametrue');
    });

    test('labels come from the org', () => {
        expect(evaluate('Label.Greeting + System.Label.Greeting')).toBe('HelloHello');
    });
});

describe('scripts', () => {
    test('classes of several files extend and call each other in a circle', () => {
        const program = programOf(
            'public virtual class A { public static Integer run() { return new B().two(); } public class Helper extends B {} public virtual Integer one() { return 1; } }',
            'public virtual class B extends A { public Integer two() { return one() + new A.Helper().one(); } }'
        );
        expect(call(program, 'A', 'run')).toBe(2);
    });

    test('an anonymous block has statements, methods and classes of its own', () => {
        const program = programOf("public class Log { public static String text = ''; }");
        const { run: block, problems } = program.anonymous(
            'Integer twice(Integer n) { return n * 2; }\nclass Pair { Integer a = 1; }\nLog.text += twice(4) + new Pair().a;'
        );
        expect(problems).toEqual([]);
        expect(block).not.toBeNull();
    });

    test('a changed file replaces the old one', () => {
        const program = programOf('public class One { public static Integer get() { return 1; } }');
        const path = [...program.units.values()][0]?.source.path ?? '';
        const changed = program.with(
            new Map([[path, 'public class One { public static Integer get() { return 2; } }']])
        );
        expect([call(program, 'One', 'get'), call(changed, 'One', 'get')]).toEqual([1, 2]);
    });
});

describe('inheritance between files', () => {
    test('an abstract method without modifier is written by subclasses, with or without override', () => {
        const program = programOf(
            'public abstract class Selector { abstract String objectName(); public String go() { return objectName(); } }',
            "public class AccountSelector extends Selector { public String objectName() { return 'Account'; } public static String run() { return new AccountSelector().go(); } }"
        );
        expect(program.diagnostics()).toEqual([]);
        expect(call(program, 'AccountSelector', 'run')).toBe('Account');
    });
});
