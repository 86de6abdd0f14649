import { isSubtype, superclasses } from './members.ts';
import { isPrimitive, numericRank, type Type } from './type.ts';

/**
 * How well a value of one type fits a place of another: 0 for the same type, more for each step
 * away, undefined when it doesn't fit. The steps order overloads as the platform does: a wider number
 * before Object, a superclass before an interface further up.
 */
export function conversionCost(from: Type, to: Type): number | undefined {
    if (from.key === to.key || from.kind === 'unknown' || to.kind === 'unknown') return 0;
    if (from.kind === 'void' || to.kind === 'void') return undefined;
    if (from.kind === 'null') return nullCost(to);
    if (to.kind === 'object' || to.kind === 'parameter') return 50;
    if (from.kind === 'parameter') return 0;
    return primitiveCost(from, to) ?? structuredCost(from, to);
}

/** `null` prefers the narrowest place. */
function nullCost(to: Type): number {
    if (to.kind === 'object') return 3;
    return to.kind === 'sobject' && to.key === 'sobject' ? 2 : 1;
}

function primitiveCost(from: Type, to: Type): number | undefined {
    const low = numericRank(from);
    const high = numericRank(to);
    if (low > 0 && high > 0) {
        if (high > low) return high - low;
        // Decimal gives a Double where one is declared; nothing else narrows.
        return low === 4 && high === 3 ? 5 : undefined;
    }
    if (isPrimitive(from, 'Id') && isPrimitive(to, 'String')) return 2;
    if (isPrimitive(from, 'String') && isPrimitive(to, 'Id')) return 3;
    return isPrimitive(from, 'Date') && isPrimitive(to, 'Datetime') ? 2 : undefined;
}

function structuredCost(from: Type, to: Type): number | undefined {
    if (from.kind === 'list' && to.kind === 'list') return elementCost(from, to);
    if ((from.kind === 'set' || from.kind === 'map') && from.kind === to.kind)
        return argumentCost(from, to);
    if (isSubtype(from, to)) return subtypeCost(from, to);
    return undefined;
}

/** Lists follow their elements, and lists of SObjects fit both ways. */
function elementCost(from: Type, to: Type): number | undefined {
    const [element] = from.args;
    const [place] = to.args;
    if (!element || !place) return 1;
    if (element.kind === 'sobject' && place.kind === 'sobject') {
        if (place.key === 'sobject') return 2;
        return element.key === 'sobject' ? 4 : undefined;
    }
    const cost = conversionCost(element, place);
    if (cost === undefined) return undefined;
    const isWidening = numericRank(element) > 0 && place.kind !== 'object';
    return isWidening && cost > 0 ? undefined : cost + 1;
}

function argumentCost(from: Type, to: Type): number | undefined {
    let cost = 1;
    for (const [index, arg] of from.args.entries()) {
        const place = to.args[index];
        if (!place) continue;
        const step = isCollectionArgument(arg, place) ? conversionCost(arg, place) : undefined;
        if (step === undefined) return undefined;
        cost += step;
    }
    return cost;
}

/** Sets and maps take no conversion of primitives, only of what they hold by reference. */
function isCollectionArgument(from: Type, to: Type): boolean {
    if (from.key === to.key) return true;
    if (from.kind === 'unknown' || to.kind === 'unknown' || from.kind === 'parameter') return true;
    if (from.kind === 'primitive') return to.kind === 'object' || isPrimitive(to, 'Id', 'String');
    return true;
}

function subtypeCost(from: Type, to: Type): number {
    let steps = 0;
    for (const at of superclasses(from)) {
        if (at.decl === to.decl) return steps;
        steps += 1;
    }
    return steps + 5;
}

/** Whether a value can be assigned without a cast. */
export function isAssignable(from: Type, to: Type): boolean {
    if (from.kind === 'void') return false;
    return conversionCost(from, to) !== undefined;
}

/** Whether a cast may succeed: either way along the hierarchy, or between what Apex converts. */
export function isCastable(from: Type, to: Type): boolean {
    if (isAssignable(from, to) || isAssignable(to, from)) return true;
    if (from.kind === 'interface' || to.kind === 'interface') return true;
    if (isPolymorphic(from) || isPolymorphic(to))
        return from.kind === 'sobject' && to.kind === 'sobject';
    if (numericRank(from) > 0 && numericRank(to) > 0) return true;
    return from.kind === to.kind && from.args.length > 0;
}

interface Callable {
    readonly parameters: readonly Type[];
}

/** The overload that fits the arguments best; the first one among equals. */
export function chooseOverload<T extends Callable>(
    candidates: readonly T[],
    args: readonly Type[]
): T | undefined {
    let best: { readonly candidate: T; readonly cost: number } | undefined;
    for (const candidate of candidates) {
        const cost = totalCost(candidate.parameters, args);
        if (cost === undefined) continue;
        if (!best || cost < best.cost) best = { candidate, cost };
    }
    return best?.candidate;
}

function totalCost(parameters: readonly Type[], args: readonly Type[]): number | undefined {
    if (parameters.length !== args.length) return undefined;
    let total = 0;
    for (const [index, parameter] of parameters.entries()) {
        const arg = args[index];
        const cost = arg && conversionCost(arg, parameter);
        if (cost === undefined) return undefined;
        total += cost;
    }
    return total;
}

/** `Task.What`, `Case.Owner`: a parent of several objects has the static type Name. */
function isPolymorphic(type: Type): boolean {
    return type.kind === 'sobject' && type.key === 'name';
}
