import { execution } from '../../execution.ts';
import { fieldRuntimeType, fieldTarget } from '../../values/fields.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { dmlStatement } from '../database/dml.ts';
import { readPrimitive } from '../json/primitives.ts';
import type { SObjectType } from '../schema/object.ts';

/** `Test.loadData`: inserts the records of a static resource in CSV, one column per field. */
export function loadData(type: SObjectType, resourceName: string): ApexList {
    const resource = execution().org.metadata.staticResource(resourceName);
    if (!resource) {
        throw systemException('UnexpectedException', `Static Resource not found: ${resourceName}`);
    }
    const [header = [], ...lines] = parseCsv(Buffer.from(resource.body).toString('utf8'));
    const records = lines.map((line) => recordOf(type.toString(), header, line));
    const list = new ApexList(new ApexSObject(type.toString()).$type, records);
    dmlStatement('insert', list);
    return list;
}

function recordOf(
    typeName: string,
    header: readonly string[],
    line: readonly string[]
): ApexSObject {
    const record = new ApexSObject(typeName);
    header.forEach((name, index) => {
        const text = line[index] ?? '';
        if (text !== '') record.write(name.trim(), valueOf(typeName, name.trim(), text));
    });
    return record;
}

function valueOf(typeName: string, name: string, text: string): unknown {
    const target = fieldTarget(typeName, name);
    if (target?.kind !== 'field') {
        return text;
    }
    const node = { kind: 'string', text, at: { line: 1, column: 1 } } as const;
    return readPrimitive(node, fieldRuntimeType(target.schema));
}

/** Fields between commas, quoted ones with doubled quotes; blank lines are skipped. */
function parseCsv(text: string): string[][] {
    const rows: string[][] = [[]];
    const pattern = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;
    for (const [, quoted, plain = '', end] of text.replace(/^\uFEFF/, '').matchAll(pattern)) {
        rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
        if (end === '') break;
        if (end !== ',') rows.push([]);
    }
    return rows.filter((row) => row.some((field) => field !== ''));
}
