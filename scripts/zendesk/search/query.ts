/** One condition of a search. `field` is null for free text. */
export interface Clause {
    readonly field: string | null;
    readonly operator: ':' | '<' | '>' | '<=' | '>=';
    readonly value: string;
    readonly isPhrase: boolean;
    readonly isNegated: boolean;
}

export interface SearchQuery {
    readonly clauses: readonly Clause[];
    readonly types: readonly string[];
    readonly orderBy: string | null;
    readonly direction: 'asc' | 'desc' | null;
}

/** `-field:"value"`, `field>=value`, `"phrase"`, `word`. */
const TOKEN = /(-)?(?:([A-Za-z_][\w.]*)(:|<=|>=|<|>)(?:\s*(<=|>=|<|>))?)?(?:"([^"]*)"?|([^\s"]+))/g;

/**
 * Reads Zendesk's search language.
 * Source: https://support.zendesk.com/hc/en-us/articles/4408886879258
 */
export function parseSearch(text: string): SearchQuery {
    const clauses: Clause[] = [];
    const special = {
        types: [] as string[],
        orderBy: null as string | null,
        sort: null as string | null
    };
    for (const match of text.matchAll(TOKEN)) {
        const clause = clauseOf(match);
        switch (clause.field) {
            case 'type':
                special.types.push(clause.value.toLowerCase());
                break;
            case 'order_by':
                special.orderBy = clause.value;
                break;
            case 'sort':
                special.sort = clause.value;
                break;
            default:
                clauses.push(clause);
        }
    }
    const direction = special.sort === 'asc' || special.sort === 'desc' ? special.sort : null;
    return { clauses, types: special.types, orderBy: special.orderBy, direction };
}

function clauseOf(match: RegExpMatchArray): Clause {
    const [, minus, field, operator, second, phrase, word] = match;
    const symbol = operator === ':' ? (second ?? ':') : (operator ?? ':');
    return {
        field: field?.toLowerCase() ?? null,
        operator: symbol as Clause['operator'],
        value: phrase ?? word ?? '',
        isPhrase: phrase !== undefined,
        isNegated: minus === '-'
    };
}
