import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isObject, text, type Json, type JsonObject } from '../http/json.ts';

/** One operation as the API description has it. */
export interface Operation {
    readonly method: string;
    /** With `{name}` for parameters. */
    readonly path: string;
    readonly status: number;
    /** Answers that the description shows. */
    readonly examples: readonly Json[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** @throws Error when the file is no API description */
export function readDescription(file: string): Operation[] {
    const document = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' }) as Json;
    const paths = isObject(document) ? document['paths'] : undefined;
    if (!isObject(document) || !isObject(paths)) {
        throw new Error(`${file} has no "paths": it is not an OpenAPI description`);
    }
    return Object.entries(paths).flatMap(([path, item]) =>
        METHODS.flatMap((method) => {
            const operation = isObject(item) ? item[method] : undefined;
            return isObject(operation) ? operationsOf(document, method, path, operation) : [];
        })
    );
}

function operationsOf(
    document: JsonObject,
    method: string,
    path: string,
    operation: JsonObject
): Operation[] {
    const responses = isObject(operation['responses']) ? operation['responses'] : {};
    const success = Object.entries(responses).filter(([status]) => status.startsWith('2'));
    return success.map(([status, response]) => ({
        method: method.toUpperCase(),
        path: path.replace(/\.json$/, ''),
        status: Number(status),
        examples: examplesOf(document, resolved(document, response))
    }));
}

function resolved(document: JsonObject, value: Json | undefined): Json | undefined {
    const reference = isObject(value) ? text(value['$ref']) : null;
    if (reference === null) {
        return value;
    }
    const parts = reference.replace('#/', '').split('/');
    return parts.reduce<Json | undefined>(
        (at, part) => (isObject(at) ? at[part] : undefined),
        document
    );
}

function examplesOf(document: JsonObject, response: Json | undefined): Json[] {
    const content = isObject(response) && isObject(response['content']) ? response['content'] : {};
    return Object.values(content).flatMap((media) => {
        if (!isObject(media)) {
            return [];
        }
        const named = isObject(media['examples']) ? Object.values(media['examples']) : [];
        const values = named.map((example) => resolved(document, example));
        const many = values.flatMap((example) =>
            isObject(example) ? (example['value'] ?? []) : []
        );
        const all = media['example'] === undefined ? many : [media['example'], ...many];
        // An empty text stands for an answer without a body.
        return all.filter((example) => example !== '');
    });
}
