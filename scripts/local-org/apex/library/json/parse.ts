import { systemException } from '../../values/exception.ts';
import { TokenReader } from './tokens.ts';
import type { JsonTokenAt } from './tokens.ts';
import type { JsonNode } from './tree.ts';

/** Parses a whole text; JSONException when it is malformed. What follows the value is ignored. */
export function parseJson(text: string | null): JsonNode {
    if (text === null) {
        throw systemException('NullPointerException', 'Argument 1 cannot be null');
    }
    const reader = new TokenReader(text);
    return readNode(required(reader), reader);
}

/** The value that starts with a token; the reader then stands behind it. */
export function readNode(token: JsonTokenAt, reader: { next(): JsonTokenAt | null }): JsonNode {
    const { at } = token;
    switch (token.kind) {
        case 'START_OBJECT':
            return { kind: 'object', entries: readEntries(reader), at };
        case 'START_ARRAY':
            return { kind: 'array', items: readItems(reader), at };
        case 'VALUE_STRING':
        case 'FIELD_NAME':
            return { kind: 'string', text: token.text, at };
        case 'VALUE_NUMBER_INT':
        case 'VALUE_NUMBER_FLOAT':
            return { kind: 'number', text: token.text, at };
        case 'VALUE_TRUE':
        case 'VALUE_FALSE':
            return { kind: 'boolean', value: token.kind === 'VALUE_TRUE', at };
        case 'VALUE_NULL':
            return { kind: 'null', at };
        case 'END_OBJECT':
        case 'END_ARRAY':
            throw systemException('JSONException', `Unexpected token ${token.kind}`);
    }
}

function readEntries(reader: { next(): JsonTokenAt | null }): (readonly [string, JsonNode])[] {
    const entries: (readonly [string, JsonNode])[] = [];
    for (let name = required(reader); name.kind !== 'END_OBJECT'; name = required(reader)) {
        entries.push([name.text, readNode(required(reader), reader)]);
    }
    return entries;
}

function readItems(reader: { next(): JsonTokenAt | null }): JsonNode[] {
    const items: JsonNode[] = [];
    for (let token = required(reader); token.kind !== 'END_ARRAY'; token = required(reader)) {
        items.push(readNode(token, reader));
    }
    return items;
}

function required(reader: { next(): JsonTokenAt | null }): JsonTokenAt {
    const token = reader.next();
    if (!token) {
        throw systemException('JSONException', 'Unexpected end-of-input');
    }
    return token;
}
