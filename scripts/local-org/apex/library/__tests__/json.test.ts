import { describe, expect, test } from '@jest/globals';
import {
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexList,
    ApexMap,
    ApexObject,
    ApexSObject,
    ApexType,
    listOf,
    mapOf,
    sobjectType,
    types
} from '../../values/index.ts';
import type { RuntimeType } from '../../values/index.ts';
import {
    deserializeFromAction,
    deserializeFromAura,
    serializeForAction,
    serializeForAura
} from '../json/aura.ts';
import { callStatic, construct, failureOf } from './support/calls.ts';
import { createTestOrg } from './support/testOrg.ts';

const json = (name: string, ...args: readonly unknown[]): unknown =>
    callStatic('System.JSON', name, ...args);
const read = (text: string, type: RuntimeType): unknown =>
    json('deserialize', text, new ApexType(type));
const { run } = createTestOrg();

class Ticket extends ApexObject {
    _subject: unknown = null;
    _secret: unknown = null;
    _tags: unknown = null;

    get $type(): RuntimeType {
        return TICKET;
    }
}

const member = (name: string, key: '_subject' | '_secret' | '_tags', type: RuntimeType) => ({
    name,
    type,
    isTransient: false,
    isAuraEnabled: key !== '_secret',
    isInvocable: key === '_secret',
    read: (target: object) => (target as Ticket)[key],
    write: (target: object, value: unknown) => void ((target as Ticket)[key] = value)
});

const TICKET: RuntimeType = {
    name: 'Ticket',
    kind: 'class',
    args: [],
    parents: [],
    hooks: {
        allocate: () => new Ticket(),
        construct: () => new Ticket(),
        members: [
            member('subject', '_subject', types.String),
            member('secret', '_secret', types.Integer),
            member('tags', '_tags', listOf(types.String))
        ]
    }
};

function ticket(subject: string | null): Ticket {
    return Object.assign(new Ticket(), { _subject: subject, _secret: 1 });
}

describe('serialize', () => {
    test('members in order, nulls kept or left out', () => {
        expect(json('serialize', ticket('Hi'))).toBe('{"subject":"Hi","secret":1,"tags":null}');
        expect(json('serialize', ticket(null), true)).toBe('{"secret":1}');
    });

    test('values of all kinds', () => {
        const map = new ApexMap(types.String, types.Object, [
            ['date', ApexDate.of(2024, 1, 2)],
            ['at', new ApexDatetime(0)],
            ['price', ApexDecimal.of('1.50')],
            ['long', 12345678901n],
            ['none', null]
        ]);
        expect(json('serialize', map)).toBe(
            '{"date":"2024-01-02","at":"1970-01-01T00:00:00.000Z","price":1.50,' +
                '"long":12345678901,"none":null}'
        );
    });

    test('a record carries its attributes', () => {
        run(() => {
            const record = new ApexSObject('Account', { Id: '001000000000001', Name: 'Acme' });
            expect(json('serialize', record)).toBe(
                '{"attributes":{"type":"Account","url":"/services/data/v66.0/sobjects/Account/' +
                    '001000000000001AAA"},"Id":"001000000000001AAA","Name":"Acme"}'
            );
        });
    });

    test('pretty form', () => {
        const map = new ApexMap(types.String, types.Object, [
            ['a', 1],
            ['b', new ApexList(types.Integer, [1, 2])]
        ]);
        expect(json('serializePretty', map)).toBe('{\n  "a" : 1,\n  "b" : [ 1, 2 ]\n}');
    });

    test('a platform object is unsupported', () => {
        expect(() => json('serialize', construct('System.HttpRequest'))).toThrow(
            'Apex Type unsupported in JSON: System.HttpRequest'
        );
    });
});

describe('deserialize', () => {
    test('into a class: unknown members are ignored, or refused when strict', () => {
        const text = '{"subject":"Hi","extra":{"a":[1]},"tags":["x"]}';
        expect((read(text, TICKET) as Ticket)._subject).toBe('Hi');
        expect(String((read(text, TICKET) as Ticket)._tags)).toBe('(x)');
        expect(() => json('deserializeStrict', text, new ApexType(TICKET))).toThrow(
            'Unrecognized field "extra"'
        );
    });

    test('numbers, texts and maps by type', () => {
        const map = read('{"a":1.10}', mapOf(types.String, types.Decimal));
        expect(String(map)).toBe('{a=1.10}');
        expect(read('12', types.String)).toBe('12');
        expect(read('"7"', types.Integer)).toBe(7);
    });

    test('a record with a parent and children', () => {
        run(() => {
            const text =
                '{"attributes":{"type":"Contact"},"LastName":"L","Account":{"Name":"Acme"}}';
            const contact = read(text, types.SObject) as ApexSObject;
            expect(contact.typeName).toBe('Contact');
            expect((contact.read('Account') as ApexSObject).read('Name')).toBe('Acme');
        });
    });

    test('a field that is not there is named', () => {
        run(() => {
            expect(() => read('{"Nope":1}', sobjectType('Account'))).toThrow(
                "No such column 'Nope' on sobject of type Account"
            );
        });
    });

    test('an object where a list is wanted', () => {
        expect(failureOf(() => read('{}', listOf(types.String))).toString()).toBe(
            "System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set"
        );
    });

    test('untyped values have the numbers that hold them', () => {
        const map = json(
            'deserializeUntyped',
            '{"i":1,"l":12345678901,"d":1.5,"n":null}'
        ) as ApexMap;
        expect(map.get('i')).toBe(1);
        expect(map.get('l')).toBe(12345678901n);
        expect(map.get('d')).toBeInstanceOf(ApexDecimal);
        expect(map.containsKey('n')).toBe(true);
    });

    test('malformed text names the character and the place', () => {
        expect(() => json('deserializeUntyped', '{"a" 1}')).toThrow(
            "Unexpected character ('1' (code 49)): was expecting a colon to separate field name " +
                'and value at input location [1,6]'
        );
    });

    test('no text at all', () => {
        expect(() => json('deserializeUntyped', '')).toThrow(
            'No content to map to Object due to end of input'
        );
    });
});

describe('generator and parser', () => {
    test('a generator writes what it is told', () => {
        const generator = json('createGenerator', false) as {
            writeStartObject(): void;
            writeStringField(name: string, value: string): void;
            writeNumberField(name: string, value: unknown): void;
            writeEndObject(): void;
            getAsString(): string;
        };
        generator.writeStartObject();
        generator.writeStringField('a', 'x"y');
        generator.writeNumberField('b', ApexDecimal.of('2.0'));
        generator.writeEndObject();
        expect(generator.getAsString()).toBe('{"a":"x\\"y","b":2.0}');
    });

    test('a parser tells tokens, names and values', () => {
        const parser = json('createParser', '{"a":[1,{"b":"x"}]}') as {
            nextToken(): unknown;
            getCurrentName(): string | null;
            getText(): string | null;
        };
        const seen: string[] = [];
        for (let token = parser.nextToken(); token !== null; token = parser.nextToken()) {
            seen.push(`${String(token)} ${parser.getCurrentName()} ${parser.getText()}`);
        }
        expect(seen).toEqual([
            'START_OBJECT null {',
            'FIELD_NAME a a',
            'START_ARRAY a [',
            'VALUE_NUMBER_INT null 1',
            'START_OBJECT null {',
            'FIELD_NAME b b',
            'VALUE_STRING b x',
            'END_OBJECT null }',
            'END_ARRAY a ]',
            'END_OBJECT null }'
        ]);
    });
});

describe('Lightning components', () => {
    test('only AuraEnabled members that have a value are sent', () => {
        expect(serializeForAura(ticket('Hi'))).toEqual({ subject: 'Hi' });
    });

    test('an action takes and gives InvocableVariable members only', () => {
        expect(serializeForAction(ticket('Hi'))).toEqual({ secret: 1 });
        const value = deserializeFromAction({ secret: 5 }, TICKET) as Ticket;
        expect(value._secret).toBe(5);
        expect(() => deserializeFromAction({ subject: 'Hi' }, TICKET)).toThrow('subject');
    });

    test('an action takes and gives AuraEnabled members of values in its members', () => {
        const inner = Object.assign(new Ticket(), { _subject: 'Inner', _secret: 2 });
        const outer = Object.assign(ticket('Outer'), { _secret: inner });

        expect(serializeForAction(outer)).toEqual({ secret: { subject: 'Inner' } });
    });

    test('a parameter object takes AuraEnabled members only', () => {
        const value = deserializeFromAura({ subject: 'Hi', secret: 5 }, TICKET) as Ticket;
        expect([value._subject, value._secret]).toEqual(['Hi', null]);
    });

    test('a map of objects keeps its plain values', () => {
        const value = deserializeFromAura({ a: 1, b: [true] }, mapOf(types.String, types.Object));
        expect(String(value)).toBe('{a=1, b=(true)}');
    });
});
