import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Check } from './finding.ts';

/** What makes a static method callable from outside the package. */
const DOOR = /@(AuraEnabled|InvocableMethod|RemoteAction|Http\w+)\b/i;
const STATIC_METHOD =
    /((?:@\w+(?:\((?:'[^']*'|[^')])*\))?\s+)*)(?:public|private|global)\s+static\s+[\w.<>, ]+\s(\w+)\s*\([^)]*\)\s*\{/gi;
const OPENING = /\bZendeskAccess\.open\w*\(/;

/** A static method as far as doors go. */
export interface Method {
    readonly name: string;
    /** The annotation that makes it a door; undefined when it is none. */
    readonly kind: string | undefined;
    readonly body: string;
}

/** Every door obtains a pass: in its own method, or in one of its class that it calls. */
export const doors: Check = {
    name: 'Doors',
    run: async (root) =>
        globSync('force-app/main/*/classes/*/*.cls', { cwd: root }).flatMap((file) =>
            ungatedDoors(readFileSync(join(root, file), 'utf8')).map((name) => ({
                file,
                message: `The door ${name} opens no pass`
            }))
        )
};

/** The doors of an Apex class: their names, and the annotation that makes each one. */
export function doorsOf(
    source: string
): readonly { readonly name: string; readonly kind: string }[] {
    return staticMethods(source).flatMap(({ name, kind }) => (kind ? [{ name, kind }] : []));
}

/** Names of the doors of an Apex class that can be passed without `ZendeskAccess.open…`. */
export function ungatedDoors(source: string): readonly string[] {
    const methods = staticMethods(source);
    return methods
        .filter((method) => method.kind && !opensPass(method, methods, new Set()))
        .map(({ name }) => name);
}

/** The static methods of an Apex class, inner classes included. */
export function staticMethods(source: string): readonly Method[] {
    const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
    return [...code.matchAll(STATIC_METHOD)].map((match) => ({
        name: match[2] ?? '',
        kind: DOOR.exec(match[1] ?? '')?.[1],
        body: bodyFrom(code, match.index + match[0].length)
    }));
}

/** The text up to the brace that closes the one before `start`. */
function bodyFrom(code: string, start: number): string {
    let depth = 1;
    let end = start;
    while (depth > 0 && end < code.length) {
        const character = code[end++];
        depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    }
    return code.slice(start, end);
}

function opensPass(method: Method, all: readonly Method[], seen: Set<string>): boolean {
    seen.add(method.name);
    return (
        OPENING.test(method.body) ||
        all.some(
            (other) =>
                !seen.has(other.name) &&
                new RegExp(`\\b${other.name}\\(`).test(method.body) &&
                opensPass(other, all, seen)
        )
    );
}
