import { making } from '../../../heap/made.ts';
import { ApexBlob } from '../../../values/blob.ts';
import { stringHash } from '../../../values/equality.ts';
import { systemException } from '../../../values/exception.ts';
import { iterate } from '../../../values/iterator.ts';
import { ApexList } from '../../../values/list.ts';
import { types } from '../../../values/runtimeType.ts';
import { ApexDate, ApexDatetime } from '../../../values/temporal.ts';
import { describeValue } from '../../../values/toString.ts';
import { platformClass } from '../../registry.ts';
import { compileJavaRegex } from '../../text/javaRegex.ts';
import { splitByRegex } from '../../text/split.ts';
import { formatPattern } from '../../time/pattern.ts';
import { userZone } from '../../time/zones.ts';
import { refusingNull } from '../arguments.ts';
import { splitByType } from './characterTypes.ts';
import { escaping } from './escape.ts';
import { inspection } from './inspect.ts';
import { formatMessage } from './messageFormat.ts';
import { padding } from './pad.ts';
import { nullTolerantParts, transformation } from './transform.ts';

const texts = (items: readonly string[]): ApexList => new ApexList(types.String, items);

const toLists = {
    split: (text: string, regex: string, limit = 0): ApexList =>
        texts(splitByRegex(text, compileJavaRegex(regex), limit)),
    splitByCharacterType: (text: string): ApexList => texts(splitByType(text, false)),
    splitByCharacterTypeCamelCase: (text: string): ApexList => texts(splitByType(text, true)),
    getChars: (text: string): ApexList =>
        new ApexList(
            types.Integer,
            Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
        )
};

/** `String.valueOf`: a Date without its time, a Datetime in the user's zone, null stays null. */
export function stringValueOf(value: unknown): string | null {
    if (value === null) {
        return null;
    }
    if (value instanceof ApexDate) {
        return value.toIso();
    }
    return value instanceof ApexDatetime
        ? formatPattern(value.epochMs, 'yyyy-MM-dd HH:mm:ss', userZone())
        : describeValue(value);
}

function join(items: unknown, separator: string | null): string {
    const shown = [...iterate(items)].map((item) => stringValueOf(item) ?? '');
    return shown.join(separator ?? '');
}

function commonPrefix(list: ApexList): string {
    const [first = '', ...others] = list.toArray().map((text) => String(text ?? ''));
    let length = first.length;
    for (const other of others) {
        while (!other.startsWith(first.slice(0, length))) {
            length -= 1;
        }
    }
    return first.slice(0, length);
}

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const isEmpty = (text: string | null): boolean => text === null || text === '';

platformClass('System.String', {
    type: types.String,
    methods: making({
        ...refusingNull({
            ...inspection,
            ...transformation,
            ...padding,
            ...escaping,
            ...toLists
        }),
        ...nullTolerantParts,
        hashCode: (text: string) => stringHash(text),
        toString: (text: string) => text
    }),
    statics: making({
        ...refusingNull({
            escapeSingleQuotes: (text: string) => text.replaceAll("'", "\\'"),
            fromCharArray: (codes: ApexList) =>
                codes
                    .toArray()
                    .map((code) => String.fromCodePoint(Number(code)))
                    .join(''),
            getCommonPrefix: (list: ApexList) => commonPrefix(list),
            valueOfGmt: (moment: ApexDatetime) => moment.toString()
        }),
        format: (pattern: string | null, values: ApexList | null) => {
            if (pattern === null) {
                throw systemException('NullPointerException', 'Argument cannot be null.');
            }
            const shown = values?.toArray().map((value) => stringValueOf(value) ?? 'null');
            return formatMessage(pattern, shown ?? []);
        },
        isBlank,
        isNotBlank: (text: string | null) => !isBlank(text),
        isEmpty,
        isNotEmpty: (text: string | null) => !isEmpty(text),
        join,
        valueOf: stringValueOf
    })
});

platformClass('System.Blob', {
    class: ApexBlob,
    type: types.Blob,
    methods: making({
        size: (blob: ApexBlob) => blob.bytes.length,
        toString: (blob: ApexBlob) => blob.text()
    }),
    statics: making(refusingNull({ valueOf: (text: string) => ApexBlob.ofText(text) }))
});
