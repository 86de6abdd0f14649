import { ApexBlob } from '../../values/blob.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/doubles.ts';
import { requireId } from '../../values/elements.ts';
import { systemException } from '../../values/exception.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import type { JsonNode } from './tree.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** A scalar of JSON as an Apex primitive. */
export function readPrimitive(node: JsonNode, type: RuntimeType): unknown {
    switch (type.name) {
        case 'String':
            return textOf(node);
        case 'Id':
            return requireId(textOf(node));
        case 'Boolean':
            return booleanOf(node);
        case 'Integer':
        case 'Long':
            return wholeOf(node, type.name);
        case 'Double':
            return new ApexDouble(Number(numberText(node, 'double')));
        case 'Decimal':
            return ApexDecimal.of(numberText(node, 'decimal'));
        case 'Blob':
            return ApexBlob.ofBase64(textOf(node));
        default:
            return readTemporal(textOf(node), type.name);
    }
}

function textOf(node: JsonNode): string {
    switch (node.kind) {
        case 'string':
        case 'number':
            return node.text;
        case 'boolean':
            return String(node.value);
        default:
            throw systemException('JSONException', 'Illegal value for primitive');
    }
}

function booleanOf(node: JsonNode): boolean {
    const text = textOf(node).toLowerCase();
    if (text !== 'true' && text !== 'false') {
        throw mismatch('boolean', node);
    }
    return text === 'true';
}

function wholeOf(node: JsonNode, type: 'Integer' | 'Long'): number | bigint {
    const text = numberText(node, type.toLowerCase());
    if (!/^[+-]?\d+$/.test(text)) {
        throw mismatch(type.toLowerCase(), node);
    }
    const value = BigInt(text.replace(/^\+/, ''));
    if (type === 'Long') {
        return BigInt.asIntN(64, value);
    }
    if (BigInt.asIntN(32, value) !== value) {
        throw systemException(
            'JSONException',
            `Numeric value (${text}) out of range of int at [line:${node.at.line}, column:${node.at.column}]`
        );
    }
    return Number(value);
}

function numberText(node: JsonNode, type: string): string {
    const text = textOf(node);
    if (!NUMBER.test(text)) {
        throw mismatch(type, node);
    }
    return text;
}

function readTemporal(text: string, type: string): ApexDate | ApexDatetime | ApexTime {
    switch (type) {
        case 'Date':
            return readDate(text);
        case 'Datetime':
            return readDatetime(text);
        default:
            return readTime(text);
    }
}

export function readDate(text: string): ApexDate {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
    if (!found) {
        throw systemException('JSONException', `Invalid format: "${text}"`);
    }
    return ApexDate.of(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** ISO 8601; without a zone it is UTC. */
export function readDatetime(text: string): ApexDatetime {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
    const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(text);
    const zoned = text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2').replace(' ', 'T');
    const ms = Date.parse(isDate || hasZone ? zoned : `${zoned}Z`);
    if (Number.isNaN(ms)) {
        throw systemException('JSONException', `Invalid format: "${text}"`);
    }
    return new ApexDatetime(ms);
}

export function readTime(text: string): ApexTime {
    const found = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?Z?$/.exec(text);
    if (!found) {
        throw systemException('JSONException', `Invalid format: "${text}"`);
    }
    const [hour = 0, minute = 0, second = 0] = found.slice(1, 4).map((part) => Number(part ?? 0));
    return ApexTime.of(hour, minute, second, Number((found[4] ?? '0').padEnd(3, '0')));
}

function mismatch(type: string, node: JsonNode): Error {
    const kind = node.kind === 'string' ? 'VALUE_STRING' : 'VALUE_NUMBER_FLOAT';
    const { line, column } = node.at;
    return systemException(
        'JSONException',
        `Cannot deserialize instance of ${type} from ${kind} value ${textOf(node)} ` +
            `or request may be missing a required field at [line:${line}, column:${column}]`
    );
}
