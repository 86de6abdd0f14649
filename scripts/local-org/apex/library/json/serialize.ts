import { execution } from '../../execution.ts';
import { ApexBlob } from '../../values/blob.ts';
import { ApexDecimal } from '../../values/decimal.ts';
import { ApexDouble } from '../../values/doubles.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { ApexEnum } from '../../values/objects.ts';
import { ApexSet } from '../../values/set.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { describeValue } from '../../values/toString.ts';
import { typeOf } from '../../values/typeOf.ts';
import { ApexAddress, ApexLocation } from '../schema/compound.ts';
import { JsonWriter } from './writer.ts';

/** `JSON.serialize`: members in order of declaration, nulls unless they are to be left out. */
export function serialize(value: unknown, suppressNulls: boolean, isPretty: boolean): string {
    const writer = new JsonWriter(isPretty);
    writeValue(writer, value, suppressNulls);
    return writer.text();
}

export function writeValue(writer: JsonWriter, value: unknown, suppressNulls: boolean): void {
    const scalar = scalarText(value);
    if (scalar !== null) {
        writer.raw(scalar);
    } else if (value instanceof ApexList || value instanceof ApexSet) {
        writer.startArray();
        value.toArray().forEach((item) => writeValue(writer, item, suppressNulls));
        writer.endArray();
    } else if (value instanceof ApexMap) {
        writeMap(writer, value, suppressNulls);
    } else if (value instanceof ApexSObject) {
        writeSObject(writer, value, suppressNulls);
    } else if (value instanceof ApexAddress) {
        writer.raw(JSON.stringify(value.parts));
    } else if (value instanceof ApexLocation) {
        writer.raw(JSON.stringify(value.degrees));
    } else {
        writeInstance(writer, value, suppressNulls);
    }
}

/** The JSON text of a value that is no container; null for others. */
function scalarText(value: unknown): string | null {
    if (value === null || typeof value === 'boolean' || typeof value === 'number') {
        return String(value);
    }
    if (typeof value === 'bigint' || value instanceof ApexDecimal || value instanceof ApexDouble) {
        return value.toString();
    }
    const text = quotedText(value);
    return text === null ? null : JSON.stringify(text);
}

function quotedText(value: unknown): string | null {
    if (typeof value === 'string') {
        return value;
    }
    if (value instanceof ApexDate || value instanceof ApexDatetime) {
        return value.toIso();
    }
    if (value instanceof ApexTime || value instanceof ApexEnum) {
        return value.toString();
    }
    return value instanceof ApexBlob ? value.bytes.toString('base64') : null;
}

function writeMap(writer: JsonWriter, map: ApexMap, suppressNulls: boolean): void {
    writer.startObject();
    for (const [key, value] of map.pairs()) {
        if (key === null || (typeof key === 'object' && quotedText(key) === null)) {
            throw unsupported(`Map with key of type ${map.key.name}`);
        }
        writer.name(quotedText(key) ?? describeValue(key));
        writeValue(writer, value, suppressNulls);
    }
    writer.endObject();
}

function writeSObject(writer: JsonWriter, record: ApexSObject, suppressNulls: boolean): void {
    writer.startObject();
    writer.name('attributes');
    writeAttributes(writer, record);
    for (const name of record.fieldNames()) {
        writer.name(name);
        const value = record.storedValue(name);
        if (value instanceof ApexList) {
            writeChildren(writer, value, suppressNulls);
        } else {
            writeValue(writer, value, suppressNulls);
        }
    }
    writer.endObject();
}

function writeAttributes(writer: JsonWriter, record: ApexSObject): void {
    const id = record.storedValue('Id');
    writer.startObject();
    writer.name('type');
    writer.raw(JSON.stringify(record.typeName));
    if (typeof id === 'string') {
        const { major, minor } = execution().org.code.apiVersion;
        const version = `v${major}.${minor}`;
        writer.name('url');
        writer.raw(JSON.stringify(`/services/data/${version}/sobjects/${record.typeName}/${id}`));
    }
    writer.endObject();
}

function writeChildren(writer: JsonWriter, children: ApexList, suppressNulls: boolean): void {
    writer.startObject();
    writer.name('totalSize');
    writer.raw(String(children.size()));
    writer.name('done');
    writer.raw('true');
    writer.name('records');
    writeValue(writer, children, suppressNulls);
    writer.endObject();
}

function writeInstance(writer: JsonWriter, value: unknown, suppressNulls: boolean): void {
    const { hooks, name } = typeOf(value);
    if (!hooks || typeof value !== 'object' || value === null) {
        throw unsupported(name);
    }
    writer.startObject();
    for (const member of hooks.members) {
        const item = member.isTransient ? null : member.read(value);
        if (!member.isTransient && !(suppressNulls && item === null)) {
            writer.name(member.name);
            writeValue(writer, item, suppressNulls);
        }
    }
    writer.endObject();
}

function unsupported(name: string): Error {
    return systemException('JSONException', `Apex Type unsupported in JSON: ${name}`);
}
