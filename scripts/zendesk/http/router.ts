import type { Route } from './exchange.ts';

interface Node {
    readonly literals: Map<string, Node>;
    parameter: Node | null;
    readonly routes: Map<string, Route>;
}

export interface Match {
    readonly route: Route;
    readonly params: Readonly<Record<string, string>>;
}

const node = (): Node => ({ literals: new Map(), parameter: null, routes: new Map() });
const segmentsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');

/** Finds routes by path; a literal segment wins over a parameter. */
export class Router {
    private readonly root = node();

    constructor(routes: readonly Route[]) {
        for (const route of routes) {
            this.add(route);
        }
    }

    /** `path` with or without `.json`. */
    match(method: string, path: string): Match | null {
        const segments = segmentsOf(path.replace(/\.json$/, '')).map(decode);
        const values: string[] = [];
        const route = find(this.root, segments, 0, method, values);
        return route === null ? null : { route, params: named(route, values) };
    }

    private add(route: Route): void {
        let at = this.root;
        for (const segment of segmentsOf(route.path)) {
            at = segment.startsWith(':') ? (at.parameter ??= node()) : child(at, segment);
        }
        if (at.routes.has(route.method)) {
            throw new Error(`Two routes for ${route.method} ${route.path}`);
        }
        at.routes.set(route.method, route);
    }
}

function child(at: Node, segment: string): Node {
    const found = at.literals.get(segment) ?? node();
    at.literals.set(segment, found);
    return found;
}

function find(
    at: Node,
    segments: readonly string[],
    depth: number,
    method: string,
    values: string[]
): Route | null {
    const segment = segments[depth];
    if (segment === undefined) {
        return at.routes.get(method) ?? null;
    }
    const literal = at.literals.get(segment);
    const exact = literal && find(literal, segments, depth + 1, method, values);
    if (exact || at.parameter === null) {
        return exact ?? null;
    }
    values.push(segment);
    const found = find(at.parameter, segments, depth + 1, method, values);
    if (found === null) {
        values.pop();
    }
    return found;
}

function named(route: Route, values: readonly string[]): Record<string, string> {
    const names = segmentsOf(route.path).filter((segment) => segment.startsWith(':'));
    return Object.fromEntries(names.map((name, at) => [name.slice(1), values[at] ?? '']));
}

function decode(segment: string): string {
    try {
        return decodeURIComponent(segment);
    } catch {
        return segment;
    }
}
