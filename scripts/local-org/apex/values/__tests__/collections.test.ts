import { describe, expect, test } from '@jest/globals';
import {
    ApexDecimal,
    ApexList,
    ApexMap,
    ApexObject,
    ApexSet,
    ApexSObject,
    listOf,
    runtimeType,
    types
} from '../index.ts';

const ID15 = '001000000000001';
const ID18 = '001000000000001AAA';

class Point extends ApexObject {
    readonly $type = runtimeType('class', 'Point');
    readonly x: number;

    constructor(x: number) {
        super();
        this.x = x;
    }

    equals(other: unknown): boolean {
        return other instanceof Point && other.x === this.x;
    }

    hashCode(): number {
        return this.x;
    }
}

describe('List', () => {
    test('an index outside is a ListException', () => {
        const list = new ApexList(types.Integer, [1]);
        expect(() => list.get(1)).toThrow('List index out of bounds: 1');
    });

    test('a list of ids keeps ids of 18 characters', () => {
        expect(new ApexList(types.Id, [ID15]).get(0)).toBe(ID18);
    });

    test('sorts text by character code with null first', () => {
        const list = new ApexList(types.String, ['b', null, 'a', 'B']);
        list.sort();
        expect(list.toArray()).toEqual([null, 'B', 'a', 'b']);
    });

    test('can not change while a loop walks it', () => {
        const list = new ApexList(types.Integer, [1, 2]);
        expect(() => {
            for (const item of list) list.add(item);
        }).toThrow('Cannot modify a collection while it is being iterated.');
    });

    test('can change again after the loop was left', () => {
        const list = new ApexList(types.Integer, [1, 2]);
        for (const item of list) if (item === 1) break;
        list.add(3);
        expect(list.size()).toBe(3);
    });

    test('shows ten elements and an ellipsis', () => {
        const list = new ApexList(types.Integer, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        expect(list.toString()).toBe('(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...)');
    });

    test('refuses an element of another type', () => {
        const list = new ApexList(types.Integer);
        expect(() => list.add('x')).toThrow(
            'Invalid conversion from runtime type String to Integer'
        );
    });
});

describe('Set and Map', () => {
    test('a set minds the case of text', () => {
        expect(new ApexSet(types.String, ['a', 'A', 'a']).size()).toBe(2);
    });

    test('decimals of one value are one member whatever their scale', () => {
        const set = new ApexSet(types.Decimal, [ApexDecimal.of('1.0'), ApexDecimal.of('1.00')]);
        expect(set.size()).toBe(1);
    });

    test('user objects are compared by equals and hashCode', () => {
        const set = new ApexSet(runtimeType('class', 'Point'), [new Point(1), new Point(1)]);
        expect(set.contains(new Point(1))).toBe(true);
        expect(set.size()).toBe(1);
    });

    test('lists are keys by content', () => {
        const map = new ApexMap(listOf(types.Integer), types.String);
        map.put(new ApexList(types.Integer, [1]), 'one');
        expect(map.get(new ApexList(types.Integer, [1]))).toBe('one');
    });

    test('an id of 15 characters finds the entry of 18', () => {
        const map = new ApexMap(types.Id, types.String, [[ID18, 'x']]);
        expect(map.get(ID15)).toBe('x');
    });

    test('removing from the key set removes from the map', () => {
        const map = new ApexMap(types.String, types.Integer, [
            ['a', 1],
            ['b', 2]
        ]);
        map.keySet().remove('a');
        expect(map.toString()).toBe('{b=2}');
    });

    test('a map of records refuses a record without id', () => {
        const records = new ApexList(types.SObject, [new ApexSObject('Account')]);
        expect(() => ApexMap.create(types.Id, types.SObject, records)).toThrow(
            'Row with null Id at index: 0'
        );
    });
});
