import {
    BoundExpressionContext,
    type ExpressionContext,
    type QueryContext,
    type SoqlLiteralContext,
    type SoslLiteralAltContext,
    type SoslLiteralContext
} from '@apexdevtools/apex-parser';
import type { SoqlQuery, SoslQuery } from './ast.ts';
import { Cursor } from './cursor.ts';
import { parseQuery } from './parseQuery.ts';
import { parseSearch } from './parseSearch.ts';
import { readSource, type SourceContext } from './source.ts';

/** Gives the key under which the value of a `:expression` will be found when the query runs. */
export type Bind = (expression: ExpressionContext) => string;

/** Dynamic queries repeat: the last ones parsed are kept. */
const CACHE_SIZE = 500;
const queries = new Map<string, SoqlQuery>();

/**
 * The AST of a query inside Apex source, with or without its brackets; `bind` names the values of
 * its `:expressions`.
 * @throws QueryError as `parseSoql` does.
 */
export function soqlFromContext(ctx: QueryContext | SoqlLiteralContext, bind: Bind): SoqlQuery {
    return whole(fromContext(ctx, bind), parseQuery);
}

/**
 * The AST of `[FIND …]` inside Apex source.
 * @throws QueryError as `parseSosl` does.
 */
export function soslFromContext(
    ctx: SoslLiteralContext | SoslLiteralAltContext,
    bind: Bind
): SoslQuery {
    return whole(fromContext(ctx, bind), parseSearch);
}

/**
 * Parses the text of a dynamic query. A bind's key is its expression as written (`name`,
 * `record.Id`).
 * @throws QueryError with the platform's text, such as `unexpected token: 'x'`.
 */
export function parseSoql(text: string): SoqlQuery {
    const known = queries.get(text);
    return known ?? remember(text, whole(new Cursor(text, asWritten), parseQuery));
}

/**
 * Parses the text of a dynamic search: `FIND 'text' IN … RETURNING …` or `FIND {text} …`.
 * @throws QueryError with the platform's text.
 */
export function parseSosl(text: string): SoslQuery {
    return whole(new Cursor(text, asWritten), parseSearch);
}

function whole<T>(cursor: Cursor, parse: (cursor: Cursor) => T): T {
    const result = parse(cursor);
    cursor.end();
    return result;
}

function asWritten(expression: string): string {
    return expression;
}

function fromContext(ctx: SourceContext, bind: Bind): Cursor {
    const source = readSource(ctx, BoundExpressionContext);
    const keys = new Map(
        source.holes.map((hole) => [hole.name, bind(hole.context.expression())] as const)
    );
    return new Cursor(source.text, (name) => keys.get(name) ?? name);
}

function remember(text: string, query: SoqlQuery): SoqlQuery {
    const oldest = queries.size < CACHE_SIZE ? undefined : queries.keys().next().value;
    if (oldest !== undefined) {
        queries.delete(oldest);
    }
    queries.set(text, query);
    return query;
}
