import {
    ApexParserFactory,
    type ApexToken,
    type ExpressionContext,
    type QueryContext,
    type SoqlLiteralContext,
    type SoslLiteralAltContext,
    type SoslLiteralContext
} from '@apexdevtools/apex-parser';
import { QueryError } from '../errors.ts';
import type { SoqlQuery, SoslQuery } from './ast.ts';
import type { Bind } from './contextTypes.ts';
import { queryFromContext } from './queryContext.ts';
import { searchFromContext } from './searchContext.ts';

type Parser = ReturnType<typeof ApexParserFactory.createParser>;

/** Dynamic queries repeat: the last ones parsed are kept. */
const CACHE_SIZE = 500;
const queries = new Map<string, SoqlQuery>();

/** The AST of a query inside Apex source; `bind` names the values of its `:expressions`. */
export function soqlFromContext(ctx: QueryContext | SoqlLiteralContext, bind: Bind): SoqlQuery {
    return queryFromContext('selectList' in ctx ? ctx : ctx.query(), bind);
}

/** The AST of `[FIND …]` inside Apex source. */
export function soslFromContext(
    ctx: SoslLiteralContext | SoslLiteralAltContext,
    bind: Bind
): SoslQuery {
    return searchFromContext(ctx, bind);
}

/**
 * Parses the text of a dynamic query. A bind's key is its expression as written (`name`,
 * `record.Id`).
 * @throws QueryError with the platform's text, such as `unexpected token: 'x'`.
 */
export function parseSoql(text: string): SoqlQuery {
    const known = queries.get(text);
    if (known !== undefined) {
        return known;
    }
    const parser = strictParser(text);
    const ctx = parser.query();
    const rest = parser.getCurrentToken();
    if (rest.type !== END_OF_TEXT) {
        throw unexpected(rest);
    }
    return remember(text, queryFromContext(ctx, writtenKey));
}

/**
 * Parses the text of a dynamic search: `FIND 'text' IN … RETURNING …` or `FIND {text} …`.
 * @throws QueryError with the platform's text.
 */
export function parseSosl(text: string): SoslQuery {
    const parser = strictParser(`[${text.trim()}]`);
    const braces = /^\s*find\s*\{/i.test(text);
    return searchFromContext(braces ? parser.soslLiteralAlt() : parser.soslLiteral(), writtenKey);
}

const END_OF_TEXT = -1;

function remember(text: string, query: SoqlQuery): SoqlQuery {
    const oldest = queries.size < CACHE_SIZE ? undefined : queries.keys().next().value;
    if (oldest !== undefined) {
        queries.delete(oldest);
    }
    queries.set(text, query);
    return query;
}

function writtenKey(expression: ExpressionContext): string {
    return expression.getText();
}

function strictParser(text: string): Parser {
    const parser = ApexParserFactory.createParser(text);
    parser.removeErrorListeners();
    parser.addErrorListener({ syntaxError: (_, token) => fail(token) } as Listener);
    return parser;
}

type Listener = Parameters<Parser['addErrorListener']>[0];

function fail(token: unknown): never {
    throw unexpected(token as ApexToken);
}

function unexpected(token: ApexToken): QueryError {
    const text = token.type === END_OF_TEXT ? '<EOF>' : token.text;
    return new QueryError('MALFORMED_QUERY', `unexpected token: '${text}'`);
}
