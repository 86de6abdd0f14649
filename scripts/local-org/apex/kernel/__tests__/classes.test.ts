import { describe, expect, test } from '@jest/globals';
import { call, evaluate, inTransaction, programOf, run } from './support.ts';

describe('construction', () => {
    const members = `
        public virtual class Animal {
            protected String name; public List<String> log = new List<String>{ 'field' };
            public Animal(String name) { this.name = name; start(); }
            public Animal() { this('anon'); }
            protected virtual void start() { log.add('animal ' + name); }
            public virtual Integer legs { get { return 4; } set; }
            public override String toString() { return 'Animal:' + name; }
        }
        public class Dog extends Animal {
            Integer age = 3;
            public Dog() { super('dog'); log.add('' + age); }
            protected override void start() { super.start(); log.add('' + age); }
            public override Integer legs { get { return super.legs + 1; } set; }
        }`;

    test('fields are set after the superclass is built and before the body', () => {
        expect(evaluate("String.join(new Dog().log, ',')", members)).toBe(
            'field,animal dog,null,3'
        );
    });

    test('this(…) hands over to another constructor', () => {
        expect(evaluate("'' + new Animal()", members)).toBe('Animal:anon');
    });

    test('properties are overridden like methods', () => {
        expect(run('Animal a = new Dog(); return a.legs;', members)).toBe(5);
    });
});

describe('static state', () => {
    const program = programOf(`public class Counter {
        static Integer count = 1;
        public static String order = '';
        static { order += 'a'; count++; }
        static String late = note('b');
        static String note(String s) { order += s; return s; }
        public static String next() { return count++ + order; }
    }`);

    test('initialisers run in the order of the source, once per transaction', () => {
        const values = inTransaction(program, () => {
            const cls = program.linker.load('Counter');
            const next = cls['next$'] as () => unknown;
            return [next(), next()];
        });
        expect(values).toEqual(['2ab', '3ab']);
    });

    test('a new transaction starts anew', () => {
        expect(call(program, 'Counter', 'next')).toBe('2ab');
    });
});

describe('properties', () => {
    test('inside its accessors the name means the storage', () => {
        const members =
            "static String label { get { if (label == null) { label = 'none'; } return label; } set { label = value + '!'; } }";
        expect(run("String before = label; label = 'x'; return before + label;", members)).toBe(
            'nonex!'
        );
    });

    test('a static property hides an inner type of its name', () => {
        const other =
            "public class Q { public interface Filter { String id(); } public static Filter Filter { get { return new Impl(); } } class Impl implements Filter { public String id() { return 'ok'; } } }";
        expect(run('return Q.Filter.id();', '', other)).toBe('ok');
    });
});

describe('overloads', () => {
    const members = `
        static String f(Object o) { return 'Object'; } static String f(String s) { return 'String'; }
        static String f(Integer i) { return 'Integer'; } static String f(Long l) { return 'Long'; }
        static String f(Decimal d) { return 'Decimal'; } static String f(SObject s) { return 'SObject'; }
        static String f(Account s) { return 'Account'; } static String f(List<SObject> s) { return 'SObjects'; }
        static String f(List<String> s) { return 'Strings'; }`;

    test.each([
        ["'s'", 'String'],
        ['1', 'Integer'],
        ['1L', 'Long'],
        ['1.5', 'Decimal'],
        ['2.0d', 'Decimal'],
        ['new Account()', 'Account'],
        ['(SObject) new Account()', 'SObject'],
        ['new Contact()', 'SObject'],
        ['new List<Account>()', 'SObjects'],
        ['new List<String>()', 'Strings'],
        ['true', 'Object']
    ])('f(%s) takes %s', (argument, expected) => {
        expect(evaluate(`f(${argument})`, members)).toBe(expected);
    });
});

describe('callbacks of the platform', () => {
    test('sort uses compareTo, sets use equals and hashCode', () => {
        const members = `public class Money implements Comparable {
            Decimal amount; public Money(Decimal amount) { this.amount = amount; }
            public Integer compareTo(Object o) { return (amount - ((Money) o).amount).intValue(); }
            public Boolean equals(Object o) { return o instanceof Money && ((Money) o).amount == amount; }
            public Integer hashCode() { return amount.intValue(); }
        }`;
        const body =
            'List<Money> ms = new List<Money>{ new Money(5), new Money(2), new Money(5) }; ms.sort();';
        expect(
            run(
                `${body} return ms[0].amount + ',' + new Set<Money>(ms).size() + (ms[1] == ms[2]) + (ms[1] === ms[2]);`,
                members
            )
        ).toBe('2,2truefalse');
    });

    test('overloads of a callback are told apart by their arguments', () => {
        const members = `public class Job implements Comparator<Account>, Comparator<Contact> {
            public Integer compare(Account a, Account b) { return 0; }
            public Integer compare(Contact a, Contact b) { return b.LastName.compareTo(a.LastName); }
        }`;
        const body =
            "List<Contact> cs = new List<Contact>{ new Contact(LastName = 'a'), new Contact(LastName = 'b') }; cs.sort(new Job());";
        expect(run(`${body} return cs[0].LastName;`, members)).toBe('b');
    });
});

describe('types at run time', () => {
    const members =
        'public interface Shape {} public abstract class Base implements Shape {} public class Round extends Base {}';

    test.each([
        ['o instanceof Shape', true],
        ['o instanceof Base', true],
        ['o instanceof Comparable', false],
        ["Type.forName('Snippet.Round').newInstance() instanceof Round", true],
        ['Shape.class.isAssignableFrom(Round.class)', true],
        ["Round.class.getName() == 'Snippet.Round'", true]
    ])('%s is %s', (expression, expected) => {
        expect(run(`Object o = new Round(); return ${expression};`, members)).toBe(expected);
    });

    test('an enum has values, valueOf, name and ordinal', () => {
        expect(
            evaluate(
                "Op.valueOf('SUB').ordinal() + Op.SUB.name() + Op.values()",
                'enum Op { ADD, SUB }'
            )
        ).toBe('1SUB(ADD, SUB)');
    });
});
