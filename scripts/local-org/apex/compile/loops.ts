import type { For, ForEach, Position, While } from '../syntax/ast.ts';
import { lineage } from '../types/members.ts';
import { isAssignable } from '../types/conversions.ts';
import type { Type } from '../types/type.ts';
import { assignTo } from './convert.ts';
import { condition } from './conditions.ts';
import { anyExpression, expression } from './expressions.ts';
import { fail } from './problems.ts';
import { isHeavy, type Scope } from './scope.ts';
import { braced } from './statements.ts';
import { resolveType } from './typeTests.ts';
import { nonNull, required, type Value } from './value.ts';
import type { Writer } from './writer.ts';

/** `for (T x : source)`, over a collection, an Iterable, or a query by record or by batch. */
export function forEach(tree: ForEach, scope: Scope, out: Writer): void {
    const type = resolveType(tree.type, scope);
    const source = expression(tree.source, scope);
    const inside = scope.inner();
    const isBatch =
        source.isQuery === true && type.kind === 'list' && type.args[0]?.kind === 'sobject';
    const element = isBatch ? source.type : elementOf(source, tree);
    const item = scope.unit.temporary();
    const given = loopValue(item, element, type, tree);
    const { start } = inside.declare(tree.name, type, tree);
    const all = required(source);
    const rows = source.isQuery ? `$.streamed(() => ${all})` : all;
    const walked = isBatch ? `$.batches(${rows})` : `$.each(${rows})`;
    out.write(`for (const ${item} of ${walked}) { $.loop(); ${start} = ${given}; `);
    braced(tree.body, inside, out);
    out.write(' }');
}

/** Records of a `List<SObject>` may be taken as one of their kind. */
function loopValue(item: string, element: Type, type: Type, at: Position): string {
    const isRecord = element.kind === 'sobject' && type.kind === 'sobject';
    if (isRecord && !isAssignable(element, type) && element.key === 'sobject') return item;
    if (element.kind === 'object' && type.kind === 'object') return item;
    return assignTo({ ...nonNull(item, element), isNonNull: false }, type, at).js;
}

function elementOf(source: Value, at: Position): Type {
    const { type } = source;
    const [first] = type.args;
    if ((type.kind === 'list' || type.kind === 'set') && first) return first;
    if (type.kind === 'unknown') return type;
    for (const parent of lineage(type)) {
        const [element] = parent.args;
        if (parent.decl?.name === 'System.Iterable' && element) return element;
    }
    return fail(at, `Loop must iterate over collection: ${type.name}`);
}

/** `while` and `do … while`; every round is counted against the CPU limit. */
export function whileStatement(tree: While, scope: Scope, out: Writer): void {
    if (tree.kind === 'while') {
        out.write(`while ($.loop() && ${condition(tree.condition, scope)}) `);
        braced(tree.body, scope, out);
        return;
    }
    out.write('do ');
    braced(tree.body, scope, out);
    out.write(` while ($.loop() && ${condition(tree.condition, scope)});`);
}

/** `for (init; condition; update)`. */
export function forStatement(tree: For, scope: Scope, out: Writer): void {
    const inside = scope.inner();
    out.write('for (');
    out.write(`${forInit(tree, inside)}; `);
    const test = tree.condition ? condition(tree.condition, inside) : 'true';
    const updates = tree.update.map((update) => anyExpression(update, inside).js);
    out.write(`$.loop() && ${test}; ${updates.join(', ')}) `);
    braced(tree.body, inside, out);
}

function forInit(tree: For, scope: Scope): string {
    if ('kind' in tree.init) {
        const { init } = tree;
        const type = resolveType(tree.init.type, scope);
        const parts = init.declarators.map((declarator) => {
            const given = declarator.value
                ? assignTo(expression(declarator.value, scope), type, declarator).js
                : 'null';
            return `${scope.declare(declarator.name, type, declarator).js} = ${given}`;
        });
        return `${isHeavy(type) ? '' : 'let '}${parts.join(', ')}`;
    }
    return tree.init.map((part) => anyExpression(part, scope).js).join(', ');
}
