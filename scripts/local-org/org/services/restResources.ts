import {
    annotatedClasses,
    annotatedMethods,
    type EntryPoint
} from '../../apex/kernel/entryPoints.ts';
import type { ApexProgram } from '../../apex/kernel/program.ts';

/** A class annotated `@RestResource`. */
export interface RestResource {
    readonly className: string;
    /** As it is written, e.g. `/tickets/*`. */
    readonly mapping: string;
    /** Its methods by the HTTP method that they serve. */
    readonly methods: ReadonlyMap<string, EntryPoint>;
}

const HTTP_METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

/**
 * The class that serves a path below `/services/apexrest`: an exact match wins, else the longest
 * pattern. Letters count as they are written.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_classes_annotation_rest_resource.htm
 */
export function findResource(program: ApexProgram, path: string): RestResource | undefined {
    const [found] = annotatedClasses(program, 'restresource')
        .map(({ className, annotation }) => ({
            className,
            mapping: String(annotation['urlmapping'] ?? '')
        }))
        .filter(({ mapping }) => isMatch(mapping, path))
        .sort((a, b) => rankOf(b.mapping, path) - rankOf(a.mapping, path));
    return found && { ...found, methods: methodsOf(program, found.className) };
}

function isMatch(mapping: string, path: string): boolean {
    const parts = mapping.split('*').map((part) => part.replace(/[^\w/]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(path);
}

function rankOf(mapping: string, path: string): number {
    return mapping === path ? Infinity : mapping.length;
}

function methodsOf(program: ApexProgram, className: string): ReadonlyMap<string, EntryPoint> {
    return new Map(
        HTTP_METHODS.flatMap((method) =>
            annotatedMethods(program, `http${method.toLowerCase()}`)
                .filter((point) => point.className === className)
                .map((point) => [method, point] as const)
        )
    );
}
