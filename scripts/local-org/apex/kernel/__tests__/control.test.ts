import { describe, expect, test } from '@jest/globals';
import { run } from './support.ts';

const text = (body: string, members = ''): unknown =>
    run(`List<String> o = new List<String>(); ${body} return String.join(o, ',');`, members);

describe('loops', () => {
    test('break and continue belong to the nearest loop, through a switch', () => {
        const body = `for (Integer i = 0; ; i++) {
            switch on i { when 1 { continue; } when 4 { break; } }
            o.add('' + i);
        }`;
        expect(text(body)).toBe('0,2,3');
    });

    test('collections and user iterables are walked', () => {
        const members = `public class Two implements Iterable<String>, Iterator<String> {
            Integer at = 0;
            public Iterator<String> iterator() { return this; }
            public Boolean hasNext() { return at < 2; }
            public String next() { return 'n' + at++; }
        }`;
        expect(
            text(
                "for (String s : new Set<String>{ 'a' }) o.add(s); for (String s : new Two()) o.add(s);",
                members
            )
        ).toBe('a,n0,n1');
    });

    test('do runs its body at least once', () => {
        expect(text("Integer i = 5; do { o.add('' + i); i++; } while (i < 5);")).toBe('5');
    });
});

describe('switch', () => {
    const members =
        'enum Color { RED, GREEN, BLUE } virtual class A {} class B extends A { Integer n = 7; }';

    test('matches enums, lists of values and else', () => {
        const body =
            "for (Color c : Color.values()) { switch on c { when RED { o.add('r'); } when GREEN, BLUE { o.add('g'); } } }";
        expect(text(body, members)).toBe('r,g,g');
    });

    test('matches types and declares the variable', () => {
        const body =
            "A a = new B(); switch on a { when B b { o.add('' + b.n); } when else { o.add('?'); } }";
        expect(text(body, members)).toBe('7');
    });

    test('minds the case of text and matches null', () => {
        const body =
            "for (String s : new String[]{ 'a', 'A', null }) { switch on s { when 'a' { o.add('1'); } when null { o.add('0'); } when else { o.add('x'); } } }";
        expect(text(body)).toBe('1,x,0');
    });
});

describe('exceptions', () => {
    const members = `public virtual class BaseException extends Exception {}
        public class CodeException extends BaseException {
            public String code;
            public CodeException(String code, String message) { this(message); this.code = code; }
            public override String getMessage() { return '[' + code + '] ' + super.getMessage(); }
        }
        static String attempt() { try { return 'tried'; } finally { Integer x = 1; } }`;

    test('the first clause that fits is taken, and finally always runs', () => {
        const body = `try { throw new CodeException('E1', 'bad'); }
            catch (DmlException e) { o.add('dml'); }
            catch (BaseException e) { o.add(e.getMessage() + e.getTypeName()); }
            finally { o.add('done'); } o.add(attempt());`;
        expect(text(body, members)).toBe('[E1] badSnippet.CodeException,done,tried');
    });

    test('a null that is used is a NullPointerException with its line', () => {
        const body = `try {
            Account a;
            a.Name = 'x';
        } catch (NullPointerException e) { o.add(e.getMessage() + '@' + e.getLineNumber()); }`;
        expect(text(body)).toBe('Attempt to de-reference a null object@5');
    });

    test('the cause and the stack trace are kept', () => {
        const body = `try { try { Integer i; i++; } catch (Exception e) { throw new CodeException('C', 'm'); } }
            catch (Exception e) { o.add(e.getStackTraceString()); }`;
        expect(text(body, members)).toBe('Class.Snippet.run: line 9, column 1');
    });

    test('a stack that grows too deep ends the transaction', () => {
        const deep = 'static Integer deep(Integer n) { return deep(n + 1) + 1; }';
        expect(() =>
            run('try { deep(0); } catch (Exception e) { return 1; } return 2;', deep)
        ).toThrow('Maximum stack depth reached: 1001');
    });

    test.each([
        ['new List<Integer>()[0]', 'List index out of bounds: 0'],
        ['(String) (Object) 5', 'Invalid conversion from runtime type Integer to String'],
        [
            '(Contact) (SObject) new Account()',
            'Invalid conversion from runtime type Account to Contact'
        ]
    ])('%s fails with: %s', (expression, message) => {
        expect(() => run(`Object o = ${expression}; return o;`)).toThrow(message);
    });
});

describe('null operators', () => {
    test('a safe chain stops at the first null', () => {
        const body =
            "String s; o.add('' + s?.trim().length()); Map<String, List<String>> m = new Map<String, List<String>>(); o.add('' + (m.get('x')?.size() ?? -1));";
        expect(text(body)).toBe('null,-1');
    });

    test('a parent that is null gives null for what is read through it', () => {
        expect(text("Contact c = new Contact(); o.add('' + c.Account.Owner.Name);")).toBe('null');
    });
});
