import { describe, expect, test } from '@jest/globals';
import { problemsIn, problemsOf, run } from '../../kernel/__tests__/support.ts';

const MEMBERS =
    'Integer num; void inst() {} static void sf() {} public interface I { void go(Integer a); } ' +
    'public virtual class V {} public class Inner {}';

describe('statements', () => {
    test.each([
        ["Integer i = 'x';", 'Illegal assignment from String to Integer'],
        ['Integer i = 1.5;', 'Illegal assignment from Decimal to Integer'],
        ['Integer i = 5L;', 'Illegal assignment from Long to Integer'],
        ['Date d = Datetime.now();', 'Illegal assignment from Datetime to Date'],
        [
            'Set<Integer> s = new Set<String>();',
            'Illegal assignment from Set<String> to Set<Integer>'
        ],
        ['foo = 1;', 'Variable does not exist: foo'],
        ['num = 1;', 'Variable does not exist: num'],
        ['Foo.bar();', 'Variable does not exist: Foo'],
        [
            'bar(1);',
            'Method does not exist or incorrect signature: void bar(Integer) from the type Snippet'
        ],
        [
            "'x'.substring('y');",
            'Method does not exist or incorrect signature: void substring(String) from the type String'
        ],
        [
            'System.foo();',
            'Method does not exist or incorrect signature: void foo() from the type System.System'
        ],
        ['Foo f;', 'Invalid type: Foo'],
        ['List<Foo> f;', 'Invalid type: List<Foo>'],
        ['if (1) { }', 'Condition expression must be of type Boolean'],
        ['Integer a = 1; String a;', 'Duplicate variable: a'],
        ['inst();', 'Non static method cannot be referenced from a static context: void inst()'],
        ['Integer i = sf();', 'Illegal use of a void expression'],
        ['I i = new I();', 'Abstract classes cannot be constructed: Snippet.I'],
        ['new Inner(5);', 'Constructor not defined: [Snippet.Inner].<Constructor>(Integer)'],
        ['for (String s : new List<Integer>()) { }', 'Illegal assignment from Integer to String'],
        ["insert 'x';", 'DML requires SObject or SObject list type: String'],
        ['new Account(Foo__c = 1);', 'Field does not exist: Foo__c on Account'],
        ['Account a; a.Foo__c = 1;', 'Variable does not exist: Foo__c'],
        ['Object o = [SELECT Id FROM Foo__c];', "sObject type 'Foo__c' is not supported."],
        ["Boolean b = 'a' == 5;", 'Comparison arguments must be compatible types: String, Integer'],
        [
            "Object o = (Integer) 'abc';",
            'Incompatible types since an instance of String is never an instance of Integer'
        ],
        ['final Integer k = 1; k = 2;', 'Final variable cannot be assigned: k'],
        ['1 + 2;', 'Expression cannot be a statement.'],
        ['Integer i = true - 1;', 'Arithmetic expressions must use numeric arguments']
    ])('%s', (statement, message) => {
        expect(problemsIn(`${statement}\nreturn null;`, MEMBERS)).toEqual([message]);
    });

    test('only exceptions are thrown', () => {
        expect(problemsIn('throw new Inner();', MEMBERS)).toEqual([
            'Throw expression must be of type exception: Snippet.Inner'
        ]);
    });

    test('what stands after a return is unreachable', () => {
        expect(problemsIn('return 1; Integer z = 1;')).toEqual(['Unreachable statement']);
    });

    test('every problem is reported, with line and column', () => {
        const source =
            "public class T {\n    void f() {\n        a = 1;\n        Integer b = 'x';\n    }\n}";
        expect(problemsOf(source)).toEqual([
            '3:9 Variable does not exist: a',
            '4:17 Illegal assignment from String to Integer'
        ]);
    });
});

describe('declarations', () => {
    test.each([
        [
            'public class T { Integer f(Boolean b) { if (b) { return 1; } } }',
            'Non-void method might not return a value or might have statement after a return statement.'
        ],
        ['public class T { Integer a; String A; }', 'Duplicate field: A'],
        [
            'public class T { void f(Integer a) {} void F(Integer b) {} }',
            'Method already defined: F (Integer) from the type T'
        ],
        [
            'public class T implements Comparable { }',
            'Class T must implement the method: Integer System.Comparable.compareTo(Object)'
        ],
        ['public class T extends Exception { }', "Exception class must end with 'Exception': T"],
        [
            'public class T { class A {} class B extends A {} }',
            'Non-virtual and non-abstract type cannot be extended: T.A'
        ],
        [
            'public virtual class T { public virtual void f() {} class U extends T { public void f() {} } }',
            'Method must use the override keyword: void T.U.f()'
        ],
        [
            'public class T { public override void g() {} }',
            'Method does not override an ancestor method: void T.g()'
        ],
        ['public virtual class T extends T { }', 'Circular definition: T'],
        ['public class T { foo() {} }', 'Invalid constructor name: foo']
    ])('%s', (source, message) => {
        expect(problemsOf(source).map((problem) => problem.replace(/^\d+:\d+ /, ''))).toEqual([
            message
        ]);
    });

    test('a loop without end and an exhaustive switch need no return after them', () => {
        const source = `public class T {
            Integer a() { while (true) { } }
            Integer b() { throw new NullPointerException(); }
            Integer c(Integer i) { switch on i { when 1 { return 1; } when else { return 2; } } }
            Integer d() { try { return 1; } finally { Integer x = 1; } }
        }`;
        expect(problemsOf(source)).toEqual([]);
    });

    test('private members of another class are not visible, except to tests where marked', () => {
        const other =
            'public class Other { @TestVisible private static Integer open; private static Integer shut; }';
        const from = (modifier: string): string[] =>
            problemsOf(
                other,
                `${modifier} public class T { void f() { Other.open = 1; Other.shut = 1; } }`
            );
        expect(from('').map((text) => text.replace(/^\S+ /, ''))).toEqual([
            'Variable is not visible: open',
            'Variable is not visible: shut'
        ]);
        expect(from('@IsTest').map((text) => text.replace(/^\S+ /, ''))).toEqual([
            'Variable is not visible: shut'
        ]);
    });
});

describe('a statement in error', () => {
    test('throws when it is reached, and leaves the rest of the class running', () => {
        const members = 'static Integer good() { return 1; } static void bad() { nonsense(); }';
        expect(run('return good();', members)).toBe(1);
        expect(() => run('bad(); return 1;', members)).toThrow(
            'Method does not exist or incorrect signature: void nonsense()'
        );
    });
});

describe('syntax errors', () => {
    test('are worded without the list of tokens that might have stood there', () => {
        expect(problemsOf('public class T { void f() { foo(1; } }')[0]).toMatch(/^1:32 Missing/);
    });
});
