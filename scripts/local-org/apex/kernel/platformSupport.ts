import type { PlatformUse } from '../compile/unitContext.ts';
import type { Diagnostic } from '../compile/problems.ts';
import { findPlatformClass, libraryObject, type PlatformClass } from '../library/registry.ts';
import { platformType } from '../signatures/platform.ts';
import type { ProgramUnit } from './program.ts';

/**
 * Warnings for what a unit uses of the platform and the library does not have: such a place throws
 * when it is reached.
 */
export function unsupportedUses(unit: ProgramUnit): Diagnostic[] {
    const missing = unit.compiled().uses.filter((use) => !isSupported(use));
    const byPlace = new Map(missing.map((use) => [`${use.type}.${use.member}:${use.line}`, use]));
    return Array.from(byPlace.values(), ({ type, member, line }) => ({
        path: unit.source.path,
        unit: unit.name,
        line,
        column: 1,
        severity: 'warning',
        message: `The local org does not support ${shown(type, member)}.`
    }));
}

function shown(type: string, member: string): string {
    return member === 'construct' ? `new ${type}()` : `${type}.${member}`;
}

function isSupported({ type, member, isStatic }: PlatformUse): boolean {
    if (isStatic) return member in (libraryObject(type) ?? {});
    const known = findPlatformClass(type);
    if (known === undefined) return isCallback(type);
    // Fields belong to the objects, not to their class: a class that is there has them.
    return isField(type, member) || hasInstanceMember(known, member);
}

function isField(type: string, member: string): boolean {
    return platformType(type)?.fields.some(({ name }) => name === member) ?? false;
}

/** Interfaces of the platform are implemented by the org's own classes as well. */
function isCallback(type: string): boolean {
    return /^(System\.(List|Set|Map|SObject|Iterator|Iterable|Comparable|Comparator)|Database\.Batchable)/.test(
        type
    );
}

function hasInstanceMember(known: PlatformClass, member: string): boolean {
    if (known.methods && member in known.methods) return true;
    // A class whose shape is not declared can't be judged: its objects answer for themselves.
    return known.class === undefined || member in known.class.prototype;
}
