import { platformType, platformTypeNames } from '../signatures/platform.ts';
import type { PlatformType } from '../signatures/platform.ts';
import { findPlatformClass } from './registry.ts';
import type { PlatformClass } from './registry.ts';

/** How much of a platform class the library has. Overloads of one name count once. */
export interface ClassCoverage {
    readonly name: string;
    readonly supported: number;
    readonly total: number;
    /** Members that calls of are refused: `name`, `static name`, `new`. */
    readonly missing: readonly string[];
}

/** Every platform class that the library has at least in part, compared with its signature. */
export function libraryCoverage(): readonly ClassCoverage[] {
    return platformTypeNames().flatMap((name) => {
        const signature = platformType(name);
        const entry = findPlatformClass(name);
        return signature && entry ? [classCoverage(signature, entry)] : [];
    });
}

function classCoverage(signature: PlatformType, entry: PlatformClass): ClassCoverage {
    const members = memberNames(signature);
    const missing = members.filter((member) => !hasMember(entry, signature, member));
    return {
        name: signature.name,
        supported: members.length - missing.length,
        total: members.length,
        missing
    };
}

function memberNames(signature: PlatformType): string[] {
    const named = [...signature.methods, ...signature.fields]
        // Compiled code handles addError on a field before it comes to a value.
        .filter(({ name }) => name !== 'addError' || signature.name === 'System.SObject')
        .map(({ name, isStatic }) => (isStatic ? `static ${name}` : name));
    const isMade = signature.kind === 'class' && hasUsefulConstructor(signature);
    return [...new Set([...named, ...(isMade ? ['new'] : [])])];
}

/** The signatures give classes of static members alone an empty constructor too. */
function hasUsefulConstructor(signature: PlatformType): boolean {
    const members = [...signature.methods, ...signature.fields];
    const isStaticOnly = members.length > 0 && members.every((member) => member.isStatic);
    const isCollection = signature.typeParameters.length > 0;
    return signature.constructors.length > 0 && !isStaticOnly && !isCollection;
}

function hasMember(entry: PlatformClass, signature: PlatformType, member: string): boolean {
    if (member === 'new') {
        return entry.construct !== undefined || isResult(signature);
    }
    if (signature.kind === 'interface') {
        return true;
    }
    const name = member.replace(/^static /, '');
    if (member.startsWith('static ')) {
        return name in (entry.statics ?? {});
    }
    return (
        name in (entry.methods ?? {}) ||
        (entry.class !== undefined && name in entry.class.prototype) ||
        (entry.construct !== undefined && hasOwnField(entry, name))
    );
}

/** Results that only the platform makes: Apex never writes `new` for them. */
function isResult({ name }: PlatformType): boolean {
    return findPlatformClass(name)?.class !== undefined && !findPlatformClass(name)?.construct;
}

function hasOwnField(entry: PlatformClass, name: string): boolean {
    try {
        const instance: unknown = entry.construct?.();
        return typeof instance === 'object' && instance !== null && name in instance;
    } catch {
        return false;
    }
}
