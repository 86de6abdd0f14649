import { describe, expect, test } from '@jest/globals';

import { doorsOf, ungatedDoors } from '../doors.ts';

const classOf = (body: string): string => `public with sharing class Doors {\n${body}\n}`;

describe('ungatedDoors', () => {
    test('accepts a door that opens a pass', () => {
        const source = classOf(`
            @AuraEnabled(cacheable=false)
            public static String list(Id recordId) {
                if (recordId == null) { return null; }
                return read(ZendeskAccess.open(recordId, ZendeskAccess.Action.VIEW));
            }`);

        expect(ungatedDoors(source)).toEqual([]);
    });

    test('accepts a door whose helper opens the pass', () => {
        const source = classOf(`
            @InvocableMethod(label='Find' description='Finds (all) of them')
            global static List<Result> find(List<Request> requests) {
                return new List<Result>{ answer(requests[0]) };
            }
            private static Result answer(Request request) {
                ZendeskAccess.openSetup();
                return null;
            }`);

        expect(ungatedDoors(source)).toEqual([]);
        expect(ungatedDoors(source.replace('openSetup', 'other'))).toEqual(['find']);
    });

    test('names a door that opens none', () => {
        const source = classOf(`
            @AuraEnabled
            public static String open() {
                // ZendeskAccess.open(null, null);
                return other();
            }
            private static String other() {
                return open();
            }`);

        expect(ungatedDoors(source)).toEqual(['open']);
    });

    test('does not take a property for a door', () => {
        expect(ungatedDoors(classOf('@AuraEnabled\n public String id { get; set; }'))).toEqual([]);
    });
});

describe('doorsOf', () => {
    test('names each door with what makes it one', () => {
        const source = classOf(`
            @AuraEnabled
            public static String list() { return null; }
            @InvocableMethod(label='Find')
            global static List<Result> find(List<Request> requests) { return null; }
            private static String other() { return null; }`);

        expect(doorsOf(source)).toEqual([
            { name: 'list', kind: 'AuraEnabled' },
            { name: 'find', kind: 'InvocableMethod' }
        ]);
    });
});
