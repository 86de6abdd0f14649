import type { ApexParserRuleContext } from '@apexdevtools/apex-parser';

export type SourceContext = ApexParserRuleContext;

/** A bind expression taken out of query text and replaced by `:name`. */
export interface Hole<T> {
    readonly name: string;
    readonly context: T;
}

/** Query text without its brackets, with a name in place of each bind expression. */
export interface QuerySource<T> {
    readonly text: string;
    readonly holes: readonly Hole<T>[];
}

/**
 * Reads the source text of a query. A bind may be any Apex expression, which the query grammar
 * doesn't know, so each is cut out and named.
 */
export function readSource<T extends SourceContext>(
    ctx: SourceContext,
    hole: new (...args: never[]) => T
): QuerySource<T> {
    const holes = bindsIn(ctx, hole).map((context, index) => ({ name: `bind_${index}`, context }));
    const pieces: string[] = [];
    let from = ctx.start.start;
    for (const { name, context } of holes) {
        pieces.push(sourceText(ctx, from, context.start.start - 1), `:${name} `);
        from = (context.stop ?? context.start).stop + 1;
    }
    pieces.push(sourceText(ctx, from, (ctx.stop ?? ctx.start).stop));
    return { text: withoutBrackets(pieces.join('')), holes };
}

function bindsIn<T extends SourceContext>(
    ctx: SourceContext,
    hole: new (...args: never[]) => T
): readonly T[] {
    if (ctx instanceof hole) {
        return [ctx];
    }
    return children(ctx).flatMap((child) => bindsIn(child, hole));
}

function children(ctx: SourceContext): readonly SourceContext[] {
    return (ctx.children ?? []).filter((child): child is SourceContext => 'children' in child);
}

function sourceText(ctx: SourceContext, from: number, to: number): string {
    return from > to ? '' : ctx.start.getInputStream().getText(from, to);
}

function withoutBrackets(text: string): string {
    const trimmed = text.trim();
    return trimmed.startsWith('[') ? trimmed.slice(1, -1) : trimmed;
}
