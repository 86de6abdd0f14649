import { describe, expect, test } from '@jest/globals';
import { compare } from '../contract/compare.ts';

describe('the comparison with the API description', () => {
    test('a property that is shown and missing is a difference', () => {
        expect(compare({ a: 1, b: 2 }, { a: 1 })).toEqual([
            { property: 'b', problem: 'is missing' }
        ]);
    });

    test('a property of another type is a difference', () => {
        expect(compare({ id: 1 }, { id: '1' })).toEqual([
            { property: 'id', problem: 'is string, not number' }
        ]);
    });

    test('null says nothing about the type, and more properties are welcome', () => {
        expect(compare({ a: null, b: 1 }, { a: 'x', b: null, c: true })).toEqual([]);
    });

    test('every element of a list is judged by the one that is shown', () => {
        expect(compare({ rows: [{ id: 1 }] }, { rows: [{ id: 1 }, { name: 'x' }] })).toEqual([
            { property: 'rows[].id', problem: 'is missing' }
        ]);
    });

    test('an empty list proves nothing and is therefore a difference', () => {
        expect(compare({ rows: [{ id: 1 }] }, { rows: [] })).toHaveLength(1);
    });

    test('events are judged by an event of their own type', () => {
        const example = { events: [{ type: 'Comment', body: 'x' }] };
        expect(compare(example, { events: [{ type: 'Create' }] })).toEqual([]);
        expect(compare(example, { events: [{ type: 'Comment' }] })).toHaveLength(1);
    });
});
