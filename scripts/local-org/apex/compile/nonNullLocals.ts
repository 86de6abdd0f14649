/**
 * Locals that never hold null: declared with a literal, changed only by `++`, `--`, compound
 * assignment and arithmetic. Loop counters and sums are such, and need no null checks.
 */
interface Node {
    readonly kind?: string;
    readonly [key: string]: unknown;
}

/** Lower-case names, for one body. Two locals of a name count as one, which is safe. */
export function neverNullLocals(body: object): ReadonlySet<string> {
    const candidates = new Set<string>();
    const refused = new Set<string>();
    walk(body as Node, (node) => visit(node, candidates, refused));
    for (const name of refused) candidates.delete(name);
    return candidates;
}

function walk(node: unknown, see: (node: Node) => void): void {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node)) see(node as Node);
    for (const child of Object.values(node)) walk(child, see);
}

function visit(node: Node, candidates: Set<string>, refused: Set<string>): void {
    switch (node.kind) {
        case 'local':
            for (const { name, value } of node['declarators'] as {
                name: string;
                value: Node | null;
            }[]) {
                (isNeverNull(value) ? candidates : refused).add(name.toLowerCase());
            }
            return;
        case 'assign':
            refuseAssigned(node, refused);
            return;
        case 'forEach':
            refused.add(String(node['name']).toLowerCase());
            return;
    }
}

function refuseAssigned(node: Node, refused: Set<string>): void {
    const target = node['target'] as Node;
    if (target.kind !== 'name' || node['operator'] !== null) return;
    if (!isNeverNull(node['value'] as Node)) refused.add(String(target['name']).toLowerCase());
}

function isNeverNull(node: Node | null): boolean {
    if (!node) return false;
    if (node.kind === 'literal') return node['type'] !== 'null';
    // Every operator gives a value: on null it throws instead.
    return node.kind === 'unary' || node.kind === 'binary';
}
